package org.smeportal.badges.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.badges.AwardQueries;
import org.smeportal.badges.AwardState;
import org.smeportal.badges.RevokeAward;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.TimeText;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** The end of an award by hand, with a reason. */
@Named
@RequestScoped
public class RevokeView {

    @Inject
    private AwardQueries awards;

    @Inject
    private RevokeAward revoke;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private AwardQueries.@Nullable Row award;
    private @Nullable String reason;

    public void load() {
        award = read();
    }

    public String save() {
        AwardQueries.Row wanted = getAward();
        revoke.revoke(new RevokeAward.Revocation(wanted.publicId(), reason == null ? "" : reason));
        messages.note("badges.revoke.done", wanted.name());
        return "/app/badges/award-list?faces-redirect=true";
    }

    private AwardQueries.Row read() {
        UUID publicId = Words.named(id);
        return awards.byPublicId(publicId).orElseThrow(NotFound::new);
    }

    public AwardQueries.Row getAward() {
        if (award == null) {
            award = read();
        }
        return award;
    }

    /** While a posted form is taken in, the award counts as active: the refusal tells when it is not. */
    public boolean isActive() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
                || getAward().state() == AwardState.ACTIVE;
    }

    public String getEarnedOn() {
        return TimeText.shortDay(getAward().earnedOn());
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
