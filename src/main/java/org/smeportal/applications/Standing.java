package org.smeportal.applications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Words;

/**
 * How an application stood when somebody looked at it, as far as a decision depends on it: whoever decides of an
 * application that stands differently by now did not know what somebody else had done.
 */
final class Standing {
    private static final String BETWEEN = "~";

    private Standing() {}

    static String of(ApplicationState state, @Nullable Instant decidedAt) {
        ApplicationState stage = state == ApplicationState.SUBMITTED ? ApplicationState.IN_REVIEW : state;
        return decidedAt == null ? stage.name() : stage.name() + "@" + decidedAt;
    }

    static String seen(UUID application, String standing) {
        return application + BETWEEN + standing;
    }

    static @Nullable Seen parse(@Nullable String value) {
        int at = value == null ? -1 : value.indexOf(BETWEEN);
        UUID application = value == null || at < 0 ? null : Words.uuid(value.substring(0, at));
        return value == null || application == null ? null : new Seen(application, value.substring(at + 1));
    }
}
