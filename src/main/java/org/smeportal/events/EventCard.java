package org.smeportal.events;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What everybody who deals with an event needs to know of it. */
public record EventCard(
        long id,
        UUID publicId,
        EventKind kind,
        @Nullable Long examId,
        @Nullable String examCode,
        String title,
        @Nullable String purpose,
        EventStatus status,
        Modality modality,
        ZoneId zone,
        Instant startsAt,
        Instant endsAt,
        @Nullable String venueName,
        @Nullable String venueAddress,
        @Nullable String meetingLink,
        Instant rsvpDeadline,
        long leadId,
        String leadName,
        @Nullable String reason,
        int sequence) {

    /** The same event at another place, to show what that would mean. */
    public EventCard at(EventPlace place) {
        return new EventCard(
                id,
                publicId,
                kind,
                examId,
                examCode,
                title,
                purpose,
                status,
                place.modality(),
                zone,
                startsAt,
                endsAt,
                place.venueName(),
                place.venueAddress(),
                place.meetingLink(),
                rsvpDeadline,
                leadId,
                leadName,
                reason,
                sequence);
    }

    /** Once it began, an agenda is history. */
    public boolean hasFixedAgenda(Instant now) {
        return status.isOver() || !now.isBefore(startsAt);
    }

    /** Where it is, in one line; the meeting link of a virtual one is told after a yes. */
    public @Nullable String place() {
        if (venueName == null) {
            return null;
        }
        return venueAddress == null ? venueName : venueName + ", " + venueAddress;
    }
}
