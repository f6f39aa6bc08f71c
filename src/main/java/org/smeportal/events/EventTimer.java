package org.smeportal.events;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Lets the clock move events each half minute. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventTimer {

    @Inject
    private EventClock clock;

    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    public void tick() {
        clock.tick();
    }
}
