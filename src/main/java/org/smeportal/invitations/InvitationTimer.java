package org.smeportal.invitations;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.smeportal.platform.TimerWork;

/** Runs the sweep each half minute. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InvitationTimer {

    private final TimerWork work = new TimerWork("sweep of invitations");

    @Inject
    private InvitationSweep sweep;

    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    public void tick() {
        work.run(sweep::run);
    }
}
