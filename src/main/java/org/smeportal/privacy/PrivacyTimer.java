package org.smeportal.privacy;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.smeportal.platform.TimerWork;

/** Clears the addresses of last mails that were not delivered, each hour. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PrivacyTimer {
    private final TimerWork work = new TimerWork("sweep of last mails");

    @Inject
    private LastMails mails;

    @Schedule(hour = "*", minute = "41", persistent = false)
    public void tick() {
        work.run(mails::sweep);
    }
}
