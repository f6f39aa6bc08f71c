package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Forgets what is not to be kept, one person a transaction. */
@Singleton
public class ApplicationSweep {
    private static final Logger LOG = Logger.getLogger(ApplicationSweep.class.getName());

    private final ForgetApplications step;

    @Inject
    ApplicationSweep(ForgetApplications step) {
        this.step = step;
    }

    /** One that fails is tried again at the next time and holds up no other. */
    public void run() {
        step.unconfirmed();
        step.drafts();
        List<Long> due = step.due();
        while (due.stream().filter(this::forget).count() > 0) {
            due = step.due();
        }
        step.invites();
    }

    private boolean forget(long application) {
        try {
            step.forget(application);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "Application " + application + " could not be made anonymous");
            return false;
        }
    }
}
