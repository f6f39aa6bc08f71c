package org.smeportal.notifications;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.smeportal.platform.TimerWork;

/** Runs the relay each three seconds. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RelayTimer {

    private final TimerWork work = new TimerWork("mail relay");

    @Inject
    private Relay relay;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    public void tick() {
        work.run(relay::run);
    }
}
