package org.smeportal.events;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Planning an event (R2.1): a new one with a proposed agenda, changes of it, and the word that it is ready. */
@UseCase
@Requires(Permission.PLAN_EVENTS)
public class PlanEvent {

    private final Events events;
    private final EventDirectory directory;
    private final Event<EventRescheduled> rescheduled;
    private final Event<CapacityRaised> raised;
    private final Clock clock;

    @Inject
    public PlanEvent(
            Events events,
            EventDirectory directory,
            Event<EventRescheduled> rescheduled,
            Event<CapacityRaised> raised,
            Clock clock) {
        this.events = events;
        this.directory = directory;
        this.rescheduled = rescheduled;
        this.raised = raised;
        this.clock = clock;
    }

    /** A new event; {@code ready} says at once that it is complete enough to invite. */
    public UUID create(EventPlan plan, String sessionTitle, boolean ready) {
        org.smeportal.events.Event event = new org.smeportal.events.Event(plan, clock.instant());
        if (ready) {
            event.markPlanned();
        }
        events.add(event);
        events.addPools(event, plan);
        events.replaceAgenda(
                event,
                Agenda.proposed(sessionTitle, plan.firstDay(), plan.lastDay(), plan.from(), plan.to(), plan.zone()));
        return event.publicId();
    }

    /** {@code version} is that of the event as the planner saw it: who saves second is told. */
    public void change(UUID id, int version, EventPlan plan) {
        org.smeportal.events.Event event = unchangedSince(id, version);
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
