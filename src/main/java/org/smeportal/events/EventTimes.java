package org.smeportal.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.TimeText;

/** From what the clock on a wall shows to an instant (R2.3). */
public final class EventTimes {

    private EventTimes() {}

    /** The same hours on the wall of the zone, that much later. */
    static Instant shifted(Instant at, ZoneId zone, Duration by) {
        return shifted(at, zone, by, zone);
    }

    /** What the clock showed before, that much later on the clock of now. */
    static Instant shifted(Instant at, ZoneId before, Duration by, ZoneId now) {
        LocalDateTime wall = LocalDateTime.ofInstant(at, before).plus(by);
        return instant(wall.toLocalDate(), wall.toLocalTime(), now);
    }

    /** A time that the clock skips is refused; one that it shows twice means the first. */
    public static Instant instant(LocalDate day, LocalTime time, ZoneId zone) {
        LocalDateTime wall = LocalDateTime.of(day, time);
        List<?> offsets = zone.getRules().getValidOffsets(wall);
        if (offsets.isEmpty()) {
            throw new Refused("events.refused.skippedTime", TimeText.day(day), time.toString(), TimeText.city(zone));
        }
        return wall.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
