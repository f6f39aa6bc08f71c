package org.smeportal.invitations;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.locks.ReentrantLock;

/** Runs the sweep each half minute, never twice at once. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InvitationTimer {

    private final ReentrantLock running = new ReentrantLock();

    @Inject
    private InvitationSweep sweep;

    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    public void tick() {
        if (running.tryLock()) {
            try {
                sweep.run();
            } finally {
                running.unlock();
            }
        }
    }
}
