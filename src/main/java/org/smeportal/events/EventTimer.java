package org.smeportal.events;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.smeportal.platform.TimerWork;

/** Lets the clock move events each half minute. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventTimer {

    private final TimerWork work = new TimerWork("clock of events");

    @Inject
    private EventClock clock;

    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    public void tick() {
        work.run(clock::tick);
    }
}
