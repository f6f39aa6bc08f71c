package org.smeportal.events;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Repository;

/** The moves of an event (R2.2) that other features cause, within their transaction. */
@Repository
public class EventLifecycle {

    private final Events events;
    private final Clock clock;

    @Inject
    public EventLifecycle(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** The first invitation went out; later ones change nothing. */
    public void markInviting(long eventId) {
        Event event = events.locked(eventId);
        if (event.status() == EventStatus.PLANNED) {
            event.markInviting();
        }
    }

    /** The first wave was undone before anybody heard of it (R3.7). */
    public void takeBackInviting(long eventId) {
        events.locked(eventId).takeBackInviting();
    }

    /**
     * Attendance is closed: the event, locked against a second closing, is completed. Answers false when it was complete
     * already.
     */
    public boolean complete(long eventId) {
        Event event = events.locked(eventId);
        if (event.status() == EventStatus.COMPLETED) {
            return false;
        }
        event.complete(clock.instant());
        return true;
    }

    /** An event that was held before the portal knew of it: nobody was invited here, and it is over. */
    public void takeOver(long eventId) {
        Event event = events.locked(eventId);
        event.markInviting();
        event.complete(clock.instant());
    }

    /** Another modality and place (R2.4); {@code deadline} is a new one for answers, if there is one. */
    public void moveTo(long eventId, EventPlace place, @Nullable Instant deadline) {
        Event event = events.locked(eventId);
        event.moveTo(place);
        if (deadline != null) {
            event.askUntil(deadline);
        }
    }

    public void postpone(long eventId, @Nullable String reason) {
        events.locked(eventId).postpone(reason);
    }

    /** Refused when a session would begin or end at an hour that the clock skips on its new day. */
    public void mustExist(long eventId, LocalDate firstDay) {
        Event event = events.locked(eventId);
        Duration shift = shift(event, firstDay);
        EventTimes.shifted(event.startsAt(), event.zone(), shift);
        EventTimes.shifted(event.endsAt(), event.zone(), shift);
        events.sessions(event).forEach(session -> session.mustExist(event.zone(), shift));
    }

    private static Duration shift(Event event, LocalDate firstDay) {
        return Duration.ofDays(ChronoUnit.DAYS.between(LocalDate.ofInstant(event.startsAt(), event.zone()), firstDay));
    }

    /** A postponed event gets a new first day: hours, length and agenda stay as the clocks on the wall show them. */
    public void planAnew(long eventId, LocalDate firstDay, Instant deadline) {
        Event event = events.locked(eventId);
        Duration shift = shift(event, firstDay);
        event.planAnew(
                EventTimes.shifted(event.startsAt(), event.zone(), shift),
                EventTimes.shifted(event.endsAt(), event.zone(), shift));
        event.askUntil(deadline);
        events.shiftAgenda(event, event.zone(), shift);
    }

    /** Locks the event, so that corrections of its attendance come one after the other. */
    public EventStatus lock(long eventId) {
        return events.locked(eventId).status();
    }
}
