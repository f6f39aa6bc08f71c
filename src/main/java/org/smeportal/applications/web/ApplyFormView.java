package org.smeportal.applications.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.applications.ApplyInviteQueries;
import org.smeportal.applications.FillInApplication;
import org.smeportal.applications.FormStep;
import org.smeportal.applications.StatusQueries;
import org.smeportal.platform.web.ClientAddress;

/** The form, step by step (R1.1): each is saved when one goes on or back, and found again by the cookie. */
@Named
@RequestScoped
public class ApplyFormView {
    @Inject
    private FillInApplication fill;

    @Inject
    private StatusQueries queries;

    @Inject
    private ApplyInviteQueries invites;

    @Inject
    private DraftCookie cookie;

    @Inject
    private ClientAddress client;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable Integer number;

    @Inject
    @Param(name = "invite")
    private @Nullable String asked;

    private final ApplicationForm form = new ApplicationForm();
    private @Nullable String invite;
    private int version;
    private int reached = 1;

    public void load() {
        invite = asked;
        StatusQueries.Draft draft = queries.draft(cookie.read()).orElse(null);
        if (draft != null) {
            form.show(draft.answers());
            version = draft.version();
            reached = draft.step() + 1;
        } else {
            invites.invited(asked).ifPresent(who -> {
                form.setEmail(who.email());
                form.setName(who.name());
            });
        }
        if (getStep().number() > reached || getStep() == FormStep.CHECK) {
            Faces.redirect(address(FormStep.of(reached)));
        }
    }

    public void next() {
        save(FormStep.of(getStep().number() + 1));
    }

    public void back() {
        save(FormStep.of(getStep().number() - 1));
    }

    private void save(FormStep then) {
        String secret = cookie.read();
        int seen = version;
        queries.draft(secret).filter(now -> now.version() != seen).ifPresent(now -> {
            form.overtakenBy(now.answers());
            version = now.version();
        });
        FillInApplication.Saved saved =
                fill.save(new FillInApplication.Step(secret, seen, getStep(), form.answers(), invite, client.get()));
        cookie.write(saved.secret());
        Faces.redirect(address(then));
    }

    private static String address(FormStep step) {
        return step == FormStep.CHECK ? "/apply/check" : "/apply/form/" + step.number();
    }

    /** Whether the button was pressed that goes on: only then everything that is needed has to be there. */
    public boolean isForward() {
        return Faces.getRequestParameter("next") != null;
    }

    public FormStep getStep() {
        return FormStep.of(Objects.requireNonNullElse(number, 1));
    }

    public List<FormStep> getSteps() {
        return List.of(FormStep.values());
    }

    public int getReached() {
        return Math.max(reached, getStep().number());
    }

    public ApplicationForm getForm() {
        return form;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public @Nullable String getInvite() {
        return invite;
    }

    public void setInvite(@Nullable String invite) {
        this.invite = invite;
    }
}
