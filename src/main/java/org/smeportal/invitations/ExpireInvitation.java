package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventStatus;
import org.smeportal.platform.BackgroundStep;
import org.smeportal.platform.Sql;

/** What the clock does to invitations (R3.3, R3.6): no answer by the deadline, an offer not taken in time. */
@BackgroundStep
public class ExpireInvitation {

    private final EntityManager entityManager;
    private final Invitations invitations;
    private final SeatPools pools;
    private final Seating seating;
    private final InvitationMessages messages;
    private final EventDirectory events;
    private final Clock clock;

    @Inject
    public ExpireInvitation(
            EntityManager entityManager,
            Invitations invitations,
            SeatPools pools,
            Seating seating,
            InvitationMessages messages,
            EventDirectory events,
            Clock clock) {
        this.entityManager = entityManager;
        this.invitations = invitations;
        this.pools = pools;
        this.seating = seating;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** The next hundred that are due. */
    public List<Long> due() {
        return Sql.numbers(entityManager.createNativeQuery("""
                        select i.id from invitation i join event e on e.id = i.event_id
                        where e.status not in ('POSTPONED', 'CANCELLED')
                          and ((i.status in ('SENT', 'TENTATIVE') and e.rsvp_deadline < ?1)
                            or (i.status = 'OFFERED' and i.offered_until <= ?1)
                            or (i.status = 'ACCEPTED' and i.answer_again_by <= ?1 and e.starts_at > ?1))
                        order by i.id limit 100""").setParameter(1, Sql.parameter(clock.instant())));
    }

    public void expire(long id) {
        long eventId = entityManager
                .createQuery("select i.eventId from Invitation i where i.id = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult();
        pools.lockOf(eventId);
        EventCard event = events.card(eventId);
        Invitation invitation = invitations.locked(id);
        if (!isDue(invitation, event, clock.instant())) {
            return;
        }
        InvitationStatus before = invitation.status();
        Long freed = seating.leave(invitation);
        invitation.expire();
        invitations.record(invitation, before, null);
        if (before == InvitationStatus.ACCEPTED) {
            messages.answered(invitation);
        }
        if (freed != null) {
            seating.passOn(event, freed);
        }
    }

    private static boolean isDue(Invitation invitation, EventCard event, Instant now) {
        if (event.status() == EventStatus.POSTPONED || event.status() == EventStatus.CANCELLED) {
            return false;
        }
        return switch (invitation.status()) {
            case ACCEPTED -> {
                Instant by = invitation.answerAgainBy();
                yield by != null && !by.isAfter(now) && now.isBefore(event.startsAt());
            }
            case SENT, TENTATIVE -> event.rsvpDeadline().isBefore(now);
            case OFFERED -> {
                Instant until = invitation.offeredUntil();
                yield until != null && !until.isAfter(now);
            }
            default -> false;
        };
    }
}
