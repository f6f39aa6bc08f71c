package org.smeportal.items;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an author may write (R9.1): from the start of the workshop to some days after its end, longer where a programme
 * manager said so.
 */
public record WritingTime(Instant opens, Instant closes) {

    static WritingTime of(Instant start, Instant end, int daysAfter, @Nullable Instant extended) {
        Instant closes = end.plus(Duration.ofDays(daysAfter));
        return new WritingTime(start, extended != null && extended.isAfter(closes) ? extended : closes);
    }

    public boolean isOpen(Instant now) {
        return !now.isBefore(opens) && now.isBefore(closes);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(closes);
    }
}
