package org.smeportal.changes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Does what is due, one change after the other. */
@Singleton
public class ChangeSweep {

    private final ApplyChanges step;

    @Inject
    ChangeSweep(ApplyChanges step) {
        this.step = step;
    }

    public void run() {
        for (UUID change : step.due()) {
            step.apply(change);
        }
    }
}
