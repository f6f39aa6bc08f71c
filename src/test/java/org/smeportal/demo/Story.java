package org.smeportal.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.smeportal.events.EventKind;
import org.smeportal.events.Modality;

/** An event as the story tells it; {@code seats} of the one pool. */
record Story(
        String title,
        String purpose,
        EventKind kind,
        String exam,
        Modality modality,
        String zone,
        LocalDate first,
        int days,
        LocalTime from,
        LocalTime to,
        String venue,
        String address,
        int seats) {
    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    Instant startsAt() {
        return first.atTime(from).atZone(zoneId()).toInstant();
    }

    Instant endsAt() {
        return first.plusDays(days - 1L).atTime(to).atZone(zoneId()).toInstant();
    }
}
