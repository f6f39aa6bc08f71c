package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells what is due, one publication after the other; one that fails does not hold up those behind it. */
@Singleton
public class PublicationSweep {
    private static final Logger LOG = Logger.getLogger(PublicationSweep.class.getName());

    private final ApplyPublications step;

    @Inject
    PublicationSweep(ApplyPublications step) {
        this.step = step;
    }

    public void run() {
        for (UUID publication : step.due()) {
            try {
                step.apply(publication);
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, e, () -> "The publication " + publication + " failed and is tried again");
            }
        }
    }
}
