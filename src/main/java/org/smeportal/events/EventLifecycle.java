package org.smeportal.events;

import jakarta.inject.Inject;
import java.time.Clock;
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

    /** Locks the event, so that corrections of its attendance come one after the other. */
    public EventStatus lock(long eventId) {
        return events.locked(eventId).status();
    }
}
