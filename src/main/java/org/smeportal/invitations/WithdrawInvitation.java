package org.smeportal.invitations;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** A programme manager takes an invitation back (R3.3); its seat passes on. Who never got the mail hears nothing. */
@UseCase
public class WithdrawInvitation {

    private final Invitations invitations;
    private final InvitationKeys keys;
    private final SeatPools pools;
    private final Seating seating;
    private final InvitationMessages messages;
    private final EventDirectory events;

    @Inject
    public WithdrawInvitation(
            Invitations invitations,
            InvitationKeys keys,
            SeatPools pools,
            Seating seating,
            InvitationMessages messages,
            EventDirectory events) {
        this.invitations = invitations;
        this.keys = keys;
        this.pools = pools;
        this.seating = seating;
        this.messages = messages;
        this.events = events;
    }

    public record Withdrawal(UUID invitation, String reason) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "invitation:" + invitation;
        }

        @Override
        public @Nullable String auditDetail() {
            return reason;
        }
    }

    @Requires(Permission.INVITE_SMES)
    public void withdraw(Withdrawal withdrawal) {
        String reason = Words.line(withdrawal.reason(), 500);
        InvitationKeys.Key key = keys.byPublicId(withdrawal.invitation()).orElseThrow(NotFound::new);
        pools.lockOf(key.eventId());
        EventCard event = events.card(key.eventId());
        if (event.status().isOver()) {
            throw new Refused("invitations.refused.over", event.status());
        }
        Invitation invitation = invitations.locked(key.id());
        InvitationStatus before = invitation.status();
        boolean takenBack = messages.takeBack(invitation);
        boolean unheard = before == InvitationStatus.QUEUED && (invitation.isStandby() || takenBack);
        Long freed = seating.leave(invitation);
        invitation.withdraw(reason);
        invitations.record(invitation, before, reason);
        if (!unheard && !before.isOver()) {
            messages.withdrawn(invitation, reason);
        }
        if (freed != null) {
            seating.passOn(event, freed);
        }
        if (!before.isOver()) {
            seating.callStandby(event);
        }
    }
}
