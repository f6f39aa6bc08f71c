package org.smeportal.events;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.venues.VenueQueries;

/** Planning an event (R2.1): a new one with a proposed agenda, changes of it, and the word that it is ready. */
@UseCase
@Requires(Permission.PLAN_EVENTS)
public class PlanEvent {

    private final Events events;
    private final EventDirectory directory;
    private final VenueQueries venues;
    private final Event<EventRescheduled> rescheduled;
    private final Event<CapacityRaised> raised;
    private final Clock clock;

    @Inject
    public PlanEvent(
            Events events,
            EventDirectory directory,
            VenueQueries venues,
            Event<EventRescheduled> rescheduled,
            Event<CapacityRaised> raised,
            Clock clock) {
        this.events = events;
        this.directory = directory;
        this.venues = venues;
        this.rescheduled = rescheduled;
        this.raised = raised;
        this.clock = clock;
    }

    /** A new event; {@code ready} says at once that it is complete enough to invite. */
    public UUID create(EventPlan plan, String sessionTitle, boolean ready) {
        return store(
                plan,
                ready,
                Agenda.proposed(sessionTitle, plan.firstDay(), plan.lastDay(), plan.from(), plan.to(), plan.zone()));
    }

    /** An event planned again, and how many sessions of the earlier one lie outside its times. */
    public record Again(UUID event, int leftOut) {}

    /** A new event with the agenda of an earlier one, moved to its first day (R2.1); nothing else comes along by itself. */
    public Again planAgain(UUID earlier, EventPlan plan, boolean ready) {
        org.smeportal.events.Event event = events.byPublicId(earlier);
        List<SessionRow> sessions = directory.sessions(event.id());
        Duration later = Duration.between(
                LocalDateTime.ofInstant(event.startsAt(), event.zone()),
                plan.firstDay().atTime(plan.from()));
        Agenda agenda = Agenda.again(sessions, event.zone(), later, plan);
        return new Again(
                store(plan, ready, agenda), sessions.size() - agenda.entries().size());
    }

    private UUID store(EventPlan plan, boolean ready, Agenda agenda) {
        mustBeOffered(plan);
        org.smeportal.events.Event event = new org.smeportal.events.Event(plan, clock.instant());
        if (ready) {
            event.markPlanned();
        }
        events.add(event);
        events.addPools(event, plan);
        events.replaceAgenda(event, agenda);
        return event.publicId();
    }

    private void mustBeOffered(EventPlan plan) {
        if (plan.venueId() != null && !venues.offers(plan.venueId(), plan.roomId())) {
            throw new Refused("venues.refused.notOffered");
        }
    }

    /** {@code version} is that of the event as the planner saw it: who saves second is told. */
    public void change(UUID id, int version, EventPlan plan) {
        org.smeportal.events.Event event = unchangedSince(id, version);
        if (!event.isAt(plan.venueId(), plan.roomId())) {
            mustBeOffered(plan);
        }
        ZoneId zone = event.zone();
        Duration shift = Duration.between(
                LocalDateTime.ofInstant(event.startsAt(), zone), plan.firstDay().atTime(plan.from()));
        boolean sameKindOfSeats = event.modality() == plan.modality();
        boolean calendarChanges = event.change(plan);
        events.shiftAgenda(event, zone, shift);
        if (sameKindOfSeats) {
            directory.pools(event.id()).forEach(pool -> changeSeats(event, pool, plan.seats(pool.modality())));
        } else {
            events.replacePools(event, plan);
        }
        if (calendarChanges) {
            rescheduled.fire(new EventRescheduled(event.id()));
        }
    }

    public void markReady(UUID id) {
        events.byPublicId(id).markPlanned();
    }

    public void confirm(UUID id) {
        events.byPublicId(id).confirm();
    }

    /** {@code version} is that of the event as the planner saw its agenda. */
    public void replaceAgenda(UUID id, int version, Agenda agenda) {
        org.smeportal.events.Event event = unchangedSince(id, version);
        if (event.status().isOver() || !clock.instant().isBefore(event.startsAt())) {
            throw new Refused("events.refused.agendaFixed");
        }
        agenda.mustLieWithin(event.startsAt(), event.endsAt());
        events.replaceAgenda(event, agenda);
    }

    private org.smeportal.events.Event unchangedSince(UUID id, int version) {
        org.smeportal.events.Event event = events.byPublicId(id);
        if (event.version() != version) {
            throw new Refused("events.refused.changed");
        }
        events.countChange(event);
        return event;
    }

    private void changeSeats(org.smeportal.events.Event event, PoolRow pool, int capacity) {
        if (capacity == pool.capacity()) {
            return;
        }
        if (!events.changeCapacity(pool.id(), capacity)) {
            throw new Refused("events.refused.seatsTaken", pool.taken(), capacity);
        }
        if (capacity > pool.capacity()) {
            raised.fire(new CapacityRaised(event.id(), pool.id()));
        }
    }
}
