package org.smeportal.applications;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.smeportal.platform.BackgroundStep;

/** Publications whose undo window is over, one a transaction. */
@BackgroundStep
public class ApplyPublications {
    private final Publications publications;
    private final PublicationWork work;
    private final Clock clock;

    @Inject
    public ApplyPublications(Publications publications, PublicationWork work, Clock clock) {
        this.publications = publications;
        this.work = work;
        this.clock = clock;
    }

    public List<UUID> due() {
        return publications.due();
    }

    public void apply(UUID id) {
        Publication publication = publications.locked(id);
        if (publication.isDue(clock.instant())) {
            work.apply(publication);
        }
    }
}
