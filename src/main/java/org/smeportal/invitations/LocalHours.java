package org.smeportal.invitations;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.smeportal.events.EventCard;
import org.smeportal.kernel.TimeText;

/** The hours of an event's first day as the clock of an SME shows them. */
public record LocalHours(Instant from, Instant to) {

    private static final LocalTime DAY_BEGINS = LocalTime.of(8, 0);
    private static final LocalTime DAY_ENDS = LocalTime.of(20, 0);

    public static LocalHours of(EventCard event) {
        ZonedDateTime start = event.startsAt().atZone(event.zone());
        Instant firstEnd =
                start.with(event.endsAt().atZone(event.zone()).toLocalTime()).toInstant();
        return new LocalHours(event.startsAt(), firstEnd.isAfter(event.startsAt()) ? firstEnd : event.endsAt());
    }

    public String in(ZoneId zone) {
        return TimeText.range(from, to, zone);
    }

    /** Before 08:00 or after 20:00, or over midnight. */
    public boolean unsocialIn(ZoneId zone) {
        ZonedDateTime start = from.atZone(zone);
        ZonedDateTime end = to.atZone(zone);
        return !start.toLocalDate().equals(end.toLocalDate())
                || start.toLocalTime().isBefore(DAY_BEGINS)
                || end.toLocalTime().isAfter(DAY_ENDS);
    }
}
