package org.smeportal.accounts;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.smeportal.platform.TimerWork;

/** Clears counters and sessions that are over, each hour. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountTimer {
    private final TimerWork work = new TimerWork("sweep of accounts");

    @Inject
    private Throttle throttle;

    @Inject
    private SessionNotes sessions;

    @Schedule(hour = "*", minute = "17", persistent = false)
    public void tick() {
        work.run(() -> {
            throttle.sweep();
            sessions.sweep();
        });
    }
}
