package org.smeportal.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When people are at an event: each day from its first to its last hour on the clock of its zone (R2.3), so that two
 * events of several days, one in the mornings and one in the afternoons, are no conflict.
 */
public record EventHours(List<Span> spans) {

    /** From the first moment on, up to the last and without it. */
    public record Span(Instant start, Instant end) {

        boolean overlaps(Span other) {
            return start.isBefore(other.end) && other.start.isBefore(end);
        }
    }

    public static EventHours of(Instant start, Instant end, ZoneId zone) {
        ZonedDateTime from = start.atZone(zone);
        ZonedDateTime to = end.atZone(zone);
        return typed(zone, from.toLocalDate(), to.toLocalDate(), from.toLocalTime(), to.toLocalTime())
                .orElseGet(() -> new EventHours(List.of(new Span(start, end))));
    }

    /** Empty while what was typed is no time of an event yet; an hour that the clock skips counts as the next one. */
    public static Optional<EventHours> typed(
            ZoneId zone,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            @Nullable LocalTime from,
            @Nullable LocalTime to) {
        if (first == null || from == null || to == null || !from.isBefore(to)) {
            return Optional.empty();
        }
        LocalDate end = last == null ? first : last;
        if (end.isBefore(first) || !end.isBefore(first.plusDays(EventPlan.MOST_DAYS))) {
            return Optional.empty();
        }
        return Optional.of(new EventHours(first.datesUntil(end.plusDays(1))
                .map(day -> new Span(
                        day.atTime(from).atZone(zone).toInstant(),
                        day.atTime(to).atZone(zone).toInstant()))
                .toList()));
    }

    public Instant startsAt() {
        return spans.get(0).start();
    }

    public Instant endsAt() {
        return spans.get(spans.size() - 1).end();
    }

    public boolean overlaps(EventHours other) {
        return spans.stream().anyMatch(mine -> other.spans.stream().anyMatch(mine::overlaps));
    }
}
