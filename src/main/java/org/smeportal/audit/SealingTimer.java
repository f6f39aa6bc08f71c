package org.smeportal.audit;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.smeportal.platform.TimerWork;

/** Seals the trail each minute. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SealingTimer {
    private final TimerWork work = new TimerWork("sealing of the audit trail");

    @Inject
    private Sealing sealing;

    @Schedule(hour = "*", minute = "*", second = "41", persistent = false)
    public void tick() {
        work.run(sealing::run);
    }
}
