package org.smeportal.invitations.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.invitations.InvitationStatus;
import org.smeportal.invitations.PanelQueries;
import org.smeportal.invitations.WithdrawInvitation;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;

/** Takes an invitation back, with the reason that the SME will read. */
@Named
@RequestScoped
public class WithdrawView {
    @Inject
    private PanelQueries panel;

    @Inject
    private WithdrawInvitation withdrawal;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private PanelQueries.@Nullable Single invitation;
    private @Nullable String reason;

    @PostConstruct
    void readForAct() {
        if (Faces.isPostback()) {
            load();
        }
    }

    public void load() {
        UUID publicId = Words.named(id);
        invitation = panel.one(publicId).orElseThrow(NotFound::new);
    }

    public void withdraw() {
        PanelQueries.Single found = getInvitation();
        withdrawal.withdraw(new WithdrawInvitation.Withdrawal(found.row().invitation(), reason == null ? "" : reason));
        messages.note("invitations.withdraw.done", found.row().name());
        Faces.redirect("/app/invitations/panel/" + found.event().publicId());
    }

    /** The key of the sentence that says what happens with the seat, the number or the mail. */
    public String getConsequenceKey() {
        InvitationStatus status = getInvitation().row().status();
        return switch (status) {
            case ACCEPTED, OFFERED -> "invitations.withdraw.seat";
            case WAITLISTED -> "invitations.withdraw.queue";
            case QUEUED -> "invitations.withdraw.unsent";
            default -> status.isOver() ? "invitations.withdraw.over" : "invitations.withdraw.open";
        };
    }

    public boolean isPossible() {
        return getInvitation().row().canBeWithdrawn();
    }

    public PanelQueries.Single getInvitation() {
        return Objects.requireNonNull(invitation);
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
