package org.smeportal.invitations;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventLifecycle;
import org.smeportal.events.EventPlace;
import org.smeportal.events.Modality;
import org.smeportal.events.PoolRow;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;

/**
 * What a change of an event means for its panel (R2.2, R2.4), within the transaction of that change: who has a seat keeps
 * it, who waits keeps their turn, and everybody's calendar entry gets a higher SEQUENCE. Nobody is mailed from here: the
 * caller tells each person once.
 */
@Repository
public class PanelOnTheMove {

    private final Invitations invitations;
    private final SeatPools pools;
    private final Seating seating;
    private final InvitationMessages messages;
    private final EventLifecycle lifecycle;
    private final EventDirectory events;
    private final Clock clock;

    @Inject
    public PanelOnTheMove(
            Invitations invitations,
            SeatPools pools,
            Seating seating,
            InvitationMessages messages,
            EventLifecycle lifecycle,
            EventDirectory events,
            Clock clock) {
        this.invitations = invitations;
        this.pools = pools;
        this.seating = seating;
        this.messages = messages;
        this.lifecycle = lifecycle;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody to tell, with the SEQUENCE that the calendar entry has from now on. */
    public record ToTell(long invitation, long sme, int sequence) {}

    /** Seats for the modalities of the new place; {@code answerBy} asks everybody with a seat again. */
    public List<ToTell> changePlace(
            long eventId, EventPlace place, int seatsInPerson, int seatsVirtual, @Nullable Instant answerBy) {
        lifecycle.moveTo(eventId, place, answerBy);
        pools.lockOf(eventId);
        List<Invitation> all = invitations.lockedOfEvent(eventId);
        arrange(eventId, place.modality(), seatsInPerson, seatsVirtual, all);
        EventCard event = events.card(eventId);
        pools.lockOf(eventId).forEach(pool -> seating.passOn(event, pool, false));
        return told(all, answerBy);
    }

    /**
     * A seat held as an offer is a seat again, as the day is far away now, and no yes has to be said again before there is
     * a new one. Who was not invited yet is so with the new date.
     */
    public List<ToTell> postpone(long eventId, @Nullable String reason) {
        lifecycle.postpone(eventId, reason);
        pools.lockOf(eventId);
        List<Invitation> all = invitations.lockedOfEvent(eventId);
        for (Invitation invitation : all) {
            Long pool = invitation.seatPoolId();
            if (invitation.status() == InvitationStatus.OFFERED && pool != null) {
                invitation.accept(pool, clock.instant());
                invitations.record(invitation, InvitationStatus.OFFERED, reason);
            }
            invitation.keepSeat();
            messages.takeBack(invitation);
        }
        return told(all, null);
    }

    /** The first new day of a postponed event; who was invited is invited still. */
    public List<ToTell> planAnew(long eventId, LocalDate firstDay, Instant deadline, boolean answerAgain) {
        lifecycle.planAnew(eventId, firstDay, deadline);
        pools.lockOf(eventId);
        List<Invitation> all = invitations.lockedOfEvent(eventId);
        if (!all.isEmpty()) {
            lifecycle.markInviting(eventId);
        }
        EventCard event = events.card(eventId);
        pools.lockOf(eventId).forEach(pool -> seating.passOn(event, pool, false));
        all.stream()
                .filter(invitation -> invitation.status() == InvitationStatus.QUEUED && !invitation.isStandby())
                .forEach(messages::inviteNow);
        return told(all, answerAgain ? deadline : null);
    }

    private List<ToTell> told(List<Invitation> all, @Nullable Instant answerBy) {
        List<Invitation> audience = all.stream()
                .filter(invitation -> invitation.status().wantsNews())
                .toList();
        for (Invitation invitation : audience) {
            invitation.reschedule();
            messages.overtaken(invitation);
            if (answerBy != null) {
                invitation.askAgain(answerBy);
            }
        }
        return audience.stream()
                .map(invitation -> new ToTell(invitation.id(), invitation.smeId(), invitation.sequence()))
                .toList();
    }

    private void arrange(long eventId, Modality to, int inPerson, int virtual, List<Invitation> all) {
        List<PoolRow> before = events.pools(eventId);
        if (to == Modality.HYBRID) {
            for (Modality modality : List.of(Modality.IN_PERSON, Modality.VIRTUAL)) {
                int seats = modality == Modality.IN_PERSON ? inPerson : virtual;
                PoolRow known = find(before, modality);
                if (known == null) {
                    pools.add(eventId, modality, seats);
                } else if (!pools.become(known.id(), modality, seats)) {
                    throw tooSmall(known.taken(), seats);
                }
            }
            return;
        }
        int seats = to == Modality.IN_PERSON ? inPerson : virtual;
        PoolRow kept = before.size() == 1 ? before.get(0) : find(before, to);
        if (kept == null) {
            throw new IllegalStateException("an event without seats");
        }
        if (before.size() == 1) {
            if (!pools.become(kept.id(), to, seats)) {
                throw tooSmall(kept.taken(), seats);
            }
            return;
        }
        PoolRow left = before.get(0).id() == kept.id() ? before.get(1) : before.get(0);
        unite(kept.id(), left.id(), seats, all);
    }

    /** Both queues become one in the order of the answers, with new numbers; no seat is lost. */
    private void unite(long kept, long left, int seats, List<Invitation> all) {
        SeatPools.Pool one = pools.read(kept);
        SeatPools.Pool other = pools.read(left);
        int number = Math.max(one.nextTicket(), other.nextTicket());
        for (Invitation invitation : all) {
            Long pool = invitation.seatPoolId();
            if (pool != null && pool == left && invitation.status().holdsSeat()) {
                invitation.moveTo(kept, null);
            }
        }
        List<Invitation> queue = all.stream()
                .filter(invitation -> invitation.status() == InvitationStatus.WAITLISTED)
                .sorted(Comparator.comparing(Invitation::answeredAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Invitation::id))
                .toList();
        for (Invitation waiting : queue) {
            waiting.moveTo(kept, number++);
        }
        if (!pools.takeIn(kept, left, seats, one.taken() + other.taken(), queue.size(), number)) {
            throw tooSmall(one.taken() + other.taken(), seats);
        }
    }

    private static @Nullable PoolRow find(List<PoolRow> rows, Modality modality) {
        return rows.stream()
                .filter(pool -> pool.modality() == modality)
                .findFirst()
                .orElse(null);
    }

    private static Refused tooSmall(int taken, int seats) {
        return new Refused("events.refused.seatsTaken", taken, seats);
    }
}
