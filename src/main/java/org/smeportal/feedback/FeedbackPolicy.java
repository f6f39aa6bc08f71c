package org.smeportal.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When feedback can be given and changed, and from how many answers on it is shown. */
public final class FeedbackPolicy {

    /** After the end of the event. */
    public static final Duration GIVEN_WITHIN = Duration.ofDays(30);

    /** After it was given. */
    public static final Duration CHANGED_WITHIN = Duration.ofDays(14);

    /** With fewer answers somebody could be picked out. */
    public static final int SHOWN_FROM = 3;

    private FeedbackPolicy() {}

    /** The key of the sentence that says why not; empty when it is open. */
    static Optional<String> closed(Instant eventEnd, @Nullable Instant givenAt, Instant now) {
        if (now.isBefore(eventEnd)) {
            return Optional.of("feedback.refused.notOver");
        }
        if (givenAt != null) {
            return now.isBefore(givenAt.plus(CHANGED_WITHIN))
                    ? Optional.empty()
                    : Optional.of("feedback.refused.fixed");
        }
        return now.isBefore(eventEnd.plus(GIVEN_WITHIN)) ? Optional.empty() : Optional.of("feedback.refused.late");
    }
}
