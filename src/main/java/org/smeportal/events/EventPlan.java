package org.smeportal.events;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.TimeText;
import org.smeportal.kernel.Words;

/**
 * An event as its planner typed it (R2.1): days and hours of the event's zone, the same hours each day. Making one checks
 * what can be checked without knowing the event's past; each refusal names its reason.
 */
public record EventPlan(
        EventKind kind,
        @Nullable Long examId,
        String title,
        @Nullable String purpose,
        Modality modality,
        ZoneId zone,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalTime from,
        LocalTime to,
        @Nullable String venueName,
        @Nullable String venueAddress,
        @Nullable String meetingLink,
        int seatsInPerson,
        int seatsVirtual,
        LocalDate deadlineDay,
        LocalTime deadlineTime,
        long leadId,
        @Nullable Long venueId,
        @Nullable Long roomId) {

    public static final int MOST_SEATS = 5000;
    public static final int MOST_DAYS = 31;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    public EventPlan {
        title = Words.line(title, 160);
        purpose = Words.text(purpose, 1000);
        EventPlace place = new EventPlace(modality, venueName, venueAddress, meetingLink);
        venueName = place.venueName();
        venueAddress = place.venueAddress();
        meetingLink = place.meetingLink();
        venueId = modality.needsVenue() ? venueId : null;
        roomId = venueId == null ? null : roomId;
        if (lastDay.isBefore(firstDay)) {
            throw new Refused("events.refused.dayOrder").at("lastDay");
        }
        year(firstDay, "firstDay");
        year(lastDay, "lastDay");
        year(deadlineDay, "deadlineDay");
        if (!lastDay.isBefore(firstDay.plusDays(MOST_DAYS))) {
            throw new Refused("events.refused.tooLong", MOST_DAYS).at("lastDay");
        }
        if (!from.isBefore(to)) {
            throw new Refused("events.refused.timeOrder").at("to");
        }
        Instant start = EventTimes.instant(firstDay, from, zone);
        if (!start.isBefore(EventTimes.instant(lastDay, to, zone))) {
            throw new Refused("events.refused.timeOrder").at("to");
        }
        if (!EventTimes.instant(deadlineDay, deadlineTime, zone).isBefore(start)) {
            throw new Refused("events.refused.deadlineAfterStart").at("deadlineDay");
        }
        if (modality.needsVenue()) {
            seats(seatsInPerson, "seatsInPerson");
        }
        if (modality.hasLink()) {
            seats(seatsVirtual, "seatsVirtual");
        }
    }

    /** An event at no venue of the book. */
    public EventPlan(
            EventKind kind,
            @Nullable Long examId,
            String title,
            @Nullable String purpose,
            Modality modality,
            ZoneId zone,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalTime from,
            LocalTime to,
            @Nullable String venueName,
            @Nullable String venueAddress,
            @Nullable String meetingLink,
            int seatsInPerson,
            int seatsVirtual,
            LocalDate deadlineDay,
            LocalTime deadlineTime,
            long leadId) {
        this(
                kind,
                examId,
                title,
                purpose,
                modality,
                zone,
                firstDay,
                lastDay,
                from,
                to,
                venueName,
                venueAddress,
                meetingLink,
                seatsInPerson,
                seatsVirtual,
                deadlineDay,
                deadlineTime,
                leadId,
                null,
                null);
    }

    public Instant startsAt() {
        return EventTimes.instant(firstDay, from, zone);
    }

    public Instant endsAt() {
        return EventTimes.instant(lastDay, to, zone);
    }

    public Instant rsvpDeadline() {
        return EventTimes.instant(deadlineDay, deadlineTime, zone);
    }

    /**
     * A first day or a deadline that is gone already is of no use to anybody. Of a change only what differs from what was
     * {@code stored} is asked; an event that was held before is taken over, not planned.
     */
    public void mustLieAhead(Instant now, @Nullable StoredEvent stored) {
        boolean sameStart = stored != null && stored.startsAt().equals(startsAt());
        if (!sameStart && firstDay.isBefore(LocalDate.ofInstant(now, zone))) {
            throw new Refused("events.refused.pastDay", TimeText.day(firstDay)).at("firstDay");
        }
        boolean sameDeadline = stored != null && stored.rsvpDeadline().equals(rsvpDeadline());
        if (!sameDeadline && !now.isBefore(rsvpDeadline())) {
            throw new Refused("events.refused.pastDeadline", TimeText.day(deadlineDay), deadlineTime.toString())
                    .at("deadlineDay");
        }
    }

    int seats(Modality pool) {
        return pool == Modality.IN_PERSON ? seatsInPerson : seatsVirtual;
    }

    private static void seats(int seats, String field) {
        if (seats < 1 || seats > MOST_SEATS) {
            throw new Refused("events.refused.seats", MOST_SEATS).at(field);
        }
    }

    private static void year(LocalDate day, String field) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new Refused("events.refused.year", String.valueOf(day.getYear())).at(field);
        }
    }

    static @Nullable String link(@Nullable String typed) {
        String link = Words.optionalLine(typed, 500);
        if (link == null) {
            return null;
        }
        try {
            URI uri = new URI(link);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null) {
                return link;
            }
        } catch (URISyntaxException noAddress) {
            // refused below, like an address of another kind
        }
        throw new Refused("events.refused.link", link).at("meetingLink");
    }
}
