package org.smeportal.years;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.smeportal.attendance.AttendanceResult;
import org.smeportal.events.EventKind;

/** An event that an SME was at, in full or in part. */
public record Attended(
        long id,
        UUID event,
        String title,
        EventKind kind,
        ZoneId zone,
        Instant startsAt,
        Instant endsAt,
        EventPlace place,
        AttendanceResult result,
        int minutes) {

    /** The day on which it began there; its year is the event's (R2.3). */
    public LocalDate day() {
        return startsAt.atZone(zone).toLocalDate();
    }

    public boolean isPartly() {
        return result == AttendanceResult.PARTIAL;
    }
}
