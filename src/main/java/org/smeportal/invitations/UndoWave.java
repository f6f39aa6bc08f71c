package org.smeportal.invitations;

import jakarta.inject.Inject;
import java.util.UUID;
import org.smeportal.events.EventLifecycle;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** The undo window of a wave or of reminders (R3.7): take back what has not left, or let it leave now. */
@UseCase
public class UndoWave {

    private final Invitations invitations;
    private final EventLifecycle lifecycle;
    private final Outbox outbox;

    @Inject
    public UndoWave(Invitations invitations, EventLifecycle lifecycle, Outbox outbox) {
        this.invitations = invitations;
        this.lifecycle = lifecycle;
        this.outbox = outbox;
    }

    /** Answers how many messages were taken back; their SMEs never hear of them. */
    @Requires(Permission.INVITE_SMES)
    public int undo(UUID batch) {
        Long event = invitations.eventOf(batch);
        if (event != null) {
            lifecycle.lock(event);
        }
        int removed = outbox.removeQueued(batch, MailKind.UPDATE.code());
        int invited = 0;
        for (Invitation invitation : invitations.undone(batch)) {
            InvitationStatus former = invitations.beforeQueued(invitation);
            if (former == null) {
                invitations.remove(invitation);
            } else {
                invitation.restore(former);
                invitations.record(invitation, InvitationStatus.QUEUED, null);
            }
            invited++;
        }
        if (event != null && invitations.ofEvent(event).isEmpty()) {
            lifecycle.takeBackInviting(event);
        }
        int count = Math.max(removed, invited);
        if (count == 0) {
            throw new Refused("invitations.refused.left");
        }
        return count;
    }

    @Requires(Permission.INVITE_SMES)
    public int sendNow(UUID batch) {
        int count = outbox.sendNow(batch);
        if (count == 0) {
            throw new Refused("invitations.refused.left");
        }
        return count;
    }
}
