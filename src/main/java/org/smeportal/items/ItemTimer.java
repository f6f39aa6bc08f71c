package org.smeportal.items;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.smeportal.platform.TimerWork;

/** Ends drafts whose time is over each hour, and takes texts to the present secret each minute. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ItemTimer {
    private final TimerWork sweeping = new TimerWork("sweep of drafts");
    private final TimerWork sealing = new TimerWork("sealing of items");

    @Inject
    private ItemSweep sweep;

    @Inject
    private SealAnew anew;

    @Schedule(hour = "*", minute = "41", persistent = false)
    public void sweep() {
        sweeping.run(sweep::run);
    }

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    public void seal() {
        sealing.run(anew::run);
    }
}
