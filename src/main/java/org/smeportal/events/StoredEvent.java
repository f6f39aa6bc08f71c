package org.smeportal.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as its planner typed it and as it is stored now: days and hours of the event's zone. */
public record StoredEvent(
        long id,
        UUID publicId,
        int version,
        EventStatus status,
        EventKind kind,
        @Nullable Long examId,
        @Nullable String examCode,
        String title,
        @Nullable String purpose,
        Modality modality,
        ZoneId zone,
        Instant startsAt,
        Instant endsAt,
        @Nullable String venueName,
        @Nullable String venueAddress,
        @Nullable String meetingLink,
        @Nullable Integer seatsInPerson,
        @Nullable Integer seatsVirtual,
        Instant rsvpDeadline,
        long leadId,
        String leadName,
        @Nullable Long venueId,
        @Nullable Long roomId) {

    public LocalDate firstDay() {
        return LocalDate.ofInstant(startsAt, zone);
    }

    public LocalDate lastDay() {
        return LocalDate.ofInstant(endsAt, zone);
    }

    public LocalTime from() {
        return LocalTime.ofInstant(startsAt, zone);
    }

    public LocalTime to() {
        return LocalTime.ofInstant(endsAt, zone);
    }

    public LocalDate deadlineDay() {
        return LocalDate.ofInstant(rsvpDeadline, zone);
    }

    public LocalTime deadlineTime() {
        return LocalTime.ofInstant(rsvpDeadline, zone);
    }
}
