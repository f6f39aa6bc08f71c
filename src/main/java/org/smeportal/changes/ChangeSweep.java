package org.smeportal.changes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does what is due, one change after the other; one that fails does not hold up those behind it. */
@Singleton
public class ChangeSweep {

    private static final Logger LOG = Logger.getLogger(ChangeSweep.class.getName());

    private final ApplyChanges step;

    @Inject
    ChangeSweep(ApplyChanges step) {
        this.step = step;
    }

    public void run() {
        for (UUID change : step.due()) {
            try {
                step.apply(change);
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, e, () -> "The change " + change + " failed and is tried again");
            }
        }
    }
}
