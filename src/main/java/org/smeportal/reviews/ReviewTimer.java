package org.smeportal.reviews;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.smeportal.platform.TimerWork;

/** Closes each quarter of an hour the sessions that were left open. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReviewTimer {
    private final TimerWork closing = new TimerWork("closing of review sessions");

    @Inject
    private ReviewSweep sweep;

    @Schedule(hour = "*", minute = "*/15", second = "35", persistent = false)
    public void close() {
        closing.run(sweep::run);
    }
}
