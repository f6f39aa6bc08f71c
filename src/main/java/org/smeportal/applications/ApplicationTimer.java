package org.smeportal.applications;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.smeportal.platform.TimerWork;

/** Runs the sweep each hour. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApplicationTimer {
    private final TimerWork work = new TimerWork("sweep of applications");

    @Inject
    private ApplicationSweep sweep;

    @Schedule(hour = "*", minute = "29", persistent = false)
    public void tick() {
        work.run(sweep::run);
    }
}
