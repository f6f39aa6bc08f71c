package org.smeportal.invitations;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.smeportal.events.SessionRow;

/** The days of an event for a calendar entry: mail clients read one VEVENT only, so days with the same hours repeat it. */
record EventDays(LocalDate first, LocalTime from, LocalTime to, int span, List<LocalDate> without) {

    private record Hours(LocalTime from, LocalTime to) {}

    /** Empty when there is one day only, or the hours differ: then one entry reaches from first start to last end. */
    static Optional<EventDays> repeating(List<SessionRow> sessions, ZoneId zone) {
        TreeMap<LocalDate, Hours> days = new TreeMap<>();
        for (SessionRow session : sessions) {
            ZonedDateTime start = session.startsAt().atZone(zone);
            ZonedDateTime end = session.endsAt().atZone(zone);
            if (!start.toLocalDate().equals(end.toLocalDate())) {
                return Optional.empty();
            }
            days.merge(
                    start.toLocalDate(),
                    new Hours(start.toLocalTime(), end.toLocalTime()),
                    (a, b) -> new Hours(earlier(a.from(), b.from()), later(a.to(), b.to())));
        }
        if (days.size() < 2 || days.values().stream().distinct().count() > 1) {
            return Optional.empty();
        }
        LocalDate first = days.firstKey();
        List<LocalDate> all = first.datesUntil(days.lastKey().plusDays(1)).toList();
        List<LocalDate> without =
                all.stream().filter(day -> !days.containsKey(day)).toList();
        Hours hours = days.firstEntry().getValue();
        return Optional.of(new EventDays(first, hours.from(), hours.to(), all.size(), without));
    }

    private static LocalTime earlier(LocalTime a, LocalTime b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalTime later(LocalTime a, LocalTime b) {
        return a.isAfter(b) ? a : b;
    }
}
