package org.smeportal.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventStatus;
import org.smeportal.events.Modality;
import org.smeportal.invitations.InvitationStatus;

/** An event in the calendar: as planners see it, or, with an invitation and its answer, as the invited SME does. */
public record CalendarEvent(
        UUID publicId,
        @Nullable UUID invitation,
        String title,
        EventKind kind,
        @Nullable String examCode,
        Modality modality,
        ZoneId zone,
        Instant startsAt,
        Instant endsAt,
        EventStatus status,
        @Nullable InvitationStatus answer,
        List<Hours> sessions) {

    public CalendarEvent {
        sessions = List.copyOf(sessions);
    }

    /** From when to when a session lasts. */
    public record Hours(Instant startsAt, Instant endsAt) {}

    /** What of the event falls on one day of the reader's calendar. */
    public record Part(CalendarEvent event, LocalDate day, Instant startsAt, Instant endsAt) {

        private Part with(Part other) {
            return new Part(
                    event,
                    day,
                    startsAt.isBefore(other.startsAt) ? startsAt : other.startsAt,
                    endsAt.isAfter(other.endsAt) ? endsAt : other.endsAt);
        }
    }

    /** Its own page. */
    public String path() {
        return invitation == null ? "/app/events/event/" + publicId : "/app/invitations/my-event/" + invitation;
    }

    /** The word beside the colour: the answer, unless the event is off for everybody. */
    public Enum<?> word() {
        boolean off = status == EventStatus.CANCELLED || status == EventStatus.POSTPONED;
        return answer == null || off ? status : answer;
    }

    /** Day by day in a zone: the hours of the agenda, or, without one, everything from start to end. */
    public List<Part> parts(ZoneId reader) {
        List<Hours> all = sessions.isEmpty() ? List.of(new Hours(startsAt, endsAt)) : sessions;
        TreeMap<LocalDate, Part> days = new TreeMap<>();
        for (Hours hours : all) {
            Instant from = hours.startsAt();
            while (from.isBefore(hours.endsAt())) {
                LocalDate day = LocalDate.ofInstant(from, reader);
                Instant midnight = day.plusDays(1).atStartOfDay(reader).toInstant();
                Instant to = hours.endsAt().isBefore(midnight) ? hours.endsAt() : midnight;
                days.merge(day, new Part(this, day, from, to), Part::with);
                from = to;
            }
        }
        return List.copyOf(days.values());
    }
}
