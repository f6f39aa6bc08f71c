package org.smeportal.events;

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
