package org.smeportal.reviews;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.smeportal.platform.BackgroundStep;

/** A session that somebody left open is closed after a day, so that its items are not readable for longer (R9.1). */
@BackgroundStep
public class ReviewSweep {
    static final Duration LONGEST = Duration.ofHours(24);

    private final ReviewSessions sessions;
    private final Clock clock;

    @Inject
    public ReviewSweep(ReviewSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Answers how many there were; what was not decided waits for another group. */
    public int run() {
        Instant now = clock.instant();
        return sessions.closeOpenedBefore(now.minus(LONGEST), now);
    }
}
