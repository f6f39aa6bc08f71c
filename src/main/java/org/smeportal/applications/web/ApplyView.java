package org.smeportal.applications.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.applications.ApplyInviteQueries;
import org.smeportal.applications.FormStep;
import org.smeportal.applications.StatusQueries;
import org.smeportal.kernel.NotFound;

/** The public page of the programme (R1.1), also behind the link that asks to apply: {@code /apply/invited/{token}}. */
@Named
@RequestScoped
public class ApplyView {
    @Inject
    private StatusQueries queries;

    @Inject
    private ApplyInviteQueries invites;

    @Inject
    private DraftCookie cookie;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String token;

    @Inject
    @Param
    private @Nullable String over;

    private StatusQueries.Terms terms = new StatusQueries.Terms(0, 0, 0, 0, 0);
    private StatusQueries.@Nullable Draft draft;
    private ApplyInviteQueries.@Nullable Invited invited;
    private boolean inviteOver;

    public void load() {
        if (token != null) {
            throw new NotFound();
        }
        terms = queries.terms();
        draft = queries.draft(cookie.read()).orElse(null);
    }

    public void loadInvited() {
        terms = queries.terms();
        draft = queries.draft(cookie.read()).orElse(null);
        invited = invites.invited(token).orElse(null);
        inviteOver = invited == null;
    }

    /** Where the form goes on. */
    public String getFormAddress() {
        FormStep next = draft == null
                ? FormStep.ABOUT
                : FormStep.firstOpen(draft.answers().missing());
        String page = next == FormStep.CHECK ? "/apply/check" : "/apply/form/" + next.number();
        return invited == null ? page : "/apply/form/1?invite=" + token;
    }

    /** The link that asked to apply opens nothing any more; one can apply all the same. */
    public boolean isInviteOver() {
        return inviteOver;
    }

    public boolean isOver() {
        return over != null;
    }

    public StatusQueries.Terms getTerms() {
        return terms;
    }

    public StatusQueries.@Nullable Draft getDraft() {
        return draft;
    }

    public ApplyInviteQueries.@Nullable Invited getInvited() {
        return invited;
    }
}
