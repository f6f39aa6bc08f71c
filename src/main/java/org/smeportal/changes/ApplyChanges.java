package org.smeportal.changes;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.smeportal.platform.BackgroundStep;

/** Changes whose undo window is over, one a transaction. */
@BackgroundStep
public class ApplyChanges {

    private final Changes changes;
    private final ChangeWork work;
    private final Clock clock;

    @Inject
    public ApplyChanges(Changes changes, ChangeWork work, Clock clock) {
        this.changes = changes;
        this.work = work;
        this.clock = clock;
    }

    public List<UUID> due() {
        return changes.due();
    }

    public void apply(UUID id) {
        EventChange change = changes.locked(id);
        if (change.isDue(clock.instant())) {
            work.apply(change);
        }
    }
}
