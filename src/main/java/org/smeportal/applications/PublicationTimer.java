package org.smeportal.applications;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.smeportal.platform.TimerWork;

/** Looks each ten seconds for decisions whose undo window is over. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PublicationTimer {
    private final TimerWork work = new TimerWork("decisions of applications");

    @Inject
    private PublicationSweep sweep;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void tick() {
        work.run(sweep::run);
    }
}
