package org.smeportal.invitations;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smeportal.events.CapacityRaised;
import org.smeportal.events.EventAudience;
import org.smeportal.events.EventCancelled;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventRescheduled;
import org.smeportal.notifications.MessageSent;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.Repository;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** What happens to an event or to a mail, and means something for its invitations; in the same transaction. */
@Repository
public class NewsForTheInvited implements EventAudience {

    private final Invitations invitations;
    private final PanelQueries panel;
    private final InvitationMessages messages;
    private final SeatPools pools;
    private final Seating seating;
    private final EventDirectory events;
    private final SmeDirectory smes;
    private final Outbox outbox;

    @Inject
    public NewsForTheInvited(
            Invitations invitations,
            PanelQueries panel,
            InvitationMessages messages,
            SeatPools pools,
            Seating seating,
            EventDirectory events,
            SmeDirectory smes,
            Outbox outbox) {
        this.invitations = invitations;
        this.panel = panel;
        this.messages = messages;
        this.pools = pools;
        this.seating = seating;
        this.events = events;
        this.smes = smes;
        this.outbox = outbox;
    }

    @Override
    public int invited(long eventId) {
        return panel.audience(eventId);
    }

    void onSent(@Observes MessageSent sent) {
        if (sent.kind().equals(MailKind.INVITE.code())) {
            Invitation invitation = invitations.locked(sent.subjectId());
            InvitationStatus before = invitation.status();
            invitation.markSent(sent.at());
            if (before != invitation.status()) {
                invitations.record(invitation, before, null);
            }
        } else if (sent.kind().equals(MailKind.REMIND.code())) {
            invitations.locked(sent.subjectId()).markReminded(sent.at());
        }
    }

    void onRescheduled(@Observes EventRescheduled news) {
        List<Invitation> audience = audience(locked(news.eventId()));
        Map<Long, SmeCard> cards = cards(audience);
        UUID batch = UUID.randomUUID();
        Instant until = outbox.undoableUntil();
        for (Invitation invitation : audience) {
            invitation.reschedule();
            messages.rescheduled(invitation, card(cards, invitation), batch, until);
        }
    }

    void onCancelled(@Observes EventCancelled news) {
        List<Invitation> all = locked(news.eventId());
        List<Invitation> audience = audience(all);
        Map<Long, SmeCard> cards = cards(audience);
        for (Invitation invitation : audience) {
            invitation.reschedule();
            messages.cancelled(invitation, card(cards, invitation), news.reason());
        }
        for (Invitation queued : all) {
            if (queued.status() == InvitationStatus.QUEUED) {
                messages.takeBack(queued);
                queued.withdraw(news.reason());
                invitations.record(queued, InvitationStatus.QUEUED, news.reason());
            }
        }
    }

    void onCapacityRaised(@Observes CapacityRaised news) {
        pools.lockOf(news.eventId());
        seating.passOn(events.card(news.eventId()), news.poolId());
    }

    /** Pools before invitations, as everybody does who moves one. */
    private List<Invitation> locked(long eventId) {
        pools.lockOf(eventId);
        return invitations.lockedOfEvent(eventId);
    }

    private static List<Invitation> audience(List<Invitation> all) {
        return all.stream()
                .filter(invitation -> invitation.status().wantsNews())
                .toList();
    }

    private Map<Long, SmeCard> cards(List<Invitation> audience) {
        return smes.cards(audience.stream().map(Invitation::smeId).toList());
    }

    private static SmeCard card(Map<Long, SmeCard> cards, Invitation invitation) {
        SmeCard card = cards.get(invitation.smeId());
        if (card == null) {
            throw new IllegalStateException("an invitation without its SME");
        }
        return card;
    }
}
