package org.smeportal.invitations;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.platform.Repository;
import org.smeportal.smes.AddressCorrected;

/**
 * An SME's address was corrected: whoever reads the former one can no longer answer for them, and who has an invitation to
 * a coming event hears at the new address where it stands.
 */
@Repository
public class NewAddress {
    private final Invitations invitations;
    private final InvitationMessages messages;
    private final EventDirectory events;
    private final Clock clock;

    @Inject
    public NewAddress(Invitations invitations, InvitationMessages messages, EventDirectory events, Clock clock) {
        this.invitations = invitations;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    void onCorrected(@Observes AddressCorrected news) {
        for (Invitation invitation : invitations.ofSme(news.smeId())) {
            invitation.renewLink();
            if (expectsMail(invitation) && isOpen(invitation)) {
                messages.toldAgain(invitation);
            }
        }
    }

    /** A mail that waits goes to the new address by itself; one that bounced, or is leaving right now, does not. */
    private boolean expectsMail(Invitation invitation) {
        return invitation.status() == InvitationStatus.QUEUED
                ? !invitation.isStandby() && !messages.inviteWaits(invitation)
                : invitation.status().wantsNews();
    }

    private boolean isOpen(Invitation invitation) {
        EventCard event = events.card(invitation.eventId());
        return AnswerPolicy.closed(event, invitation.status(), clock.instant()).isEmpty();
    }
}
