package org.smeportal.invitations;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventStatus;
import org.smeportal.platform.Repository;

/**
 * Who gets which seat (R3.6). A yes takes a free seat or a number; a freed seat passes to the first in the queue in the
 * same transaction, from 48 hours before the start on as an offer with a time limit; with nobody waiting the next SME
 * who stands by is invited. The caller holds the locks of the event's pools.
 */
@Repository
class Seating {

    static final Duration OFFERS_FROM = Duration.ofDays(2);
    static final Duration OFFER_LASTS = Duration.ofHours(6);

    private final SeatPools pools;
    private final Invitations invitations;
    private final InvitationMessages messages;
    private final Clock clock;

    @Inject
    Seating(SeatPools pools, Invitations invitations, InvitationMessages messages, Clock clock) {
        this.pools = pools;
        this.invitations = invitations;
        this.messages = messages;
        this.clock = clock;
    }

    /** A yes: the seat if one is free and nobody waits, else a number; a late one always gets a number. */
    void seatOrQueue(Invitation invitation, long pool, boolean late) {
        InvitationStatus before = invitation.status();
        if (before == InvitationStatus.OFFERED && Long.valueOf(pool).equals(invitation.seatPoolId())) {
            invitation.accept(pool, clock.instant());
        } else if (!late && pools.takeSeat(pool)) {
            invitation.accept(pool, clock.instant());
        } else {
            invitation.waitlist(pool, pools.drawTicket(pool), clock.instant());
        }
        invitations.record(invitation, before, null);
    }

    /** Gives up the seat or the number that the invitation has, before it moves on; answers the pool with a free seat. */
    @Nullable
    Long leave(Invitation invitation) {
        Long pool = invitation.seatPoolId();
        if (pool == null) {
            return null;
        }
        if (invitation.status().holdsSeat()) {
            pools.freeSeat(pool);
            return pool;
        }
        pools.leaveQueue(pool);
        return null;
    }

    /** Passes free seats of the pool on while somebody waits for them, and tells those who get one. */
    void passOn(EventCard event, long pool) {
        passOn(event, pool, true);
    }

    /** {@code telling} is false when another mail about the event tells it anyway. */
    void passOn(EventCard event, long pool, boolean telling) {
        if (!isOpen(event)) {
            return;
        }
        while (pools.takeSeatFromQueue(pool)) {
            Long first = pools.firstInQueue(pool);
            if (first == null) {
                throw new IllegalStateException("the queue of pool " + pool + " is empty, its counter is not");
            }
            promote(event, pool, invitations.locked(first), telling);
        }
    }

    /** Somebody will not come: with nobody waiting the next one who stands by is invited. */
    void callStandby(EventCard event) {
        boolean room = pools.lockOf(event.id()).stream().map(pools::read).anyMatch(SeatPools.Pool::givesSeatAtOnce);
        boolean calls = room && isOpen(event) && event.rsvpDeadline().isAfter(clock.instant());
        Long next = calls ? pools.firstStandby(event.id()) : null;
        if (next != null) {
            Invitation invitation = invitations.locked(next);
            invitation.callFromStandby();
            messages.inviteNow(invitation);
        }
    }

    /** An event that began, or will not take place, has no seats to give any more. */
    private boolean isOpen(EventCard event) {
        return clock.instant().isBefore(event.startsAt())
                && event.status() != EventStatus.CANCELLED
                && event.status() != EventStatus.POSTPONED
                && event.status() != EventStatus.COMPLETED;
    }

    private void promote(EventCard event, long pool, Invitation invitation, boolean telling) {
        Instant now = clock.instant();
        InvitationStatus before = invitation.status();
        if (now.isBefore(event.startsAt().minus(OFFERS_FROM))) {
            invitation.accept(pool, now);
            invitations.record(invitation, before, null);
            if (telling) {
                messages.seatPassedOn(invitation);
            }
        } else {
            Instant limit = now.plus(OFFER_LASTS);
            invitation.offer(pool, limit.isBefore(event.startsAt()) ? limit : event.startsAt());
            invitations.record(invitation, before, null);
            if (telling) {
                messages.seatOffered(invitation);
            }
        }
    }
}
