package org.smeportal.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.Observance;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventStatus;
import org.smeportal.events.Modality;
import org.smeportal.events.SessionRow;
import org.smeportal.notifications.CalendarWriter;
import org.smeportal.notifications.Mail;
import org.smeportal.testing.Rig;

/** The calendar entry of an invitation (R3.4), read by a parser that did not write it. */
class InvitationCalendarTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final String UID = "5f0c2a52-9b3e-4f0e-8f0d-1d2f3a4b5c6d@portal.example.org";

    private final InvitationCalendar calendar =
            new InvitationCalendar(new CalendarWriter(Rig.config(Duration.ofSeconds(60))));

    @Test
    void theUidStaysAndTheSequenceRises_R3_4() {
        List<LocalDate> days = List.of(LocalDate.of(2020, 11, 24));
        VEvent first = only(calendar.request(entry(NEW_YORK, days, 0, PartStat.NEEDS_ACTION)));
        VEvent later = only(calendar.request(entry(NEW_YORK, days, 3, PartStat.ACCEPTED)));
        VEvent cancelled = only(calendar.cancel(entry(NEW_YORK, days, 4, PartStat.ACCEPTED)));

        assertThat(List.of(first, later, cancelled))
                .extracting(event -> event.getUid().getValue())
                .containsOnly(UID);
        assertThat(List.of(first, later, cancelled))
                .extracting(event -> event.getSequence().getValue())
                .containsExactly(0, 3, 4);
        assertThat(later.getAttendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.getEmail()).isEqualTo("noor@example.org");
            assertThat(attendee.getCommonName()).isEqualTo("Noor Haddad");
            assertThat(attendee.getParticipationStatus().getValue()).isEqualTo("ACCEPTED");
        });
        assertThat(cancelled.getStatus().isCancelled()).isTrue();
    }

    @Test
    void itIsARequestWithOneEventInTheZoneOfTheEvent_R3_4() {
        Mail.Calendar request =
                calendar.request(entry(NEW_YORK, List.of(LocalDate.of(2020, 11, 24)), 0, PartStat.NEEDS_ACTION));

        assertThat(request.method()).isEqualTo("REQUEST");
        assertThat(request.content())
                .contains("METHOD:REQUEST\r\n", "BEGIN:VTIMEZONE\r\n", "TZID:America/New_York\r\n")
                .contains("DTSTART;TZID=America/New_York:20201124T090000")
                .doesNotContain("RRULE:FREQ=DAILY", "TZURL");
        VEvent event = only(request);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2020-11-24T14:00:00Z"));
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2020-11-24T18:00:00Z"));
        assertThat(event.getSummary().getValue()).isEqualTo("Item writing; “cloud”, part 1");
    }

    @Test
    void daysWithTheSameHoursRepeatOverAClockChange_R2_3() {
        List<LocalDate> days = List.of(LocalDate.of(2020, 3, 7), LocalDate.of(2020, 3, 8), LocalDate.of(2020, 3, 9));
        Mail.Calendar request = calendar.request(entry(NEW_YORK, days, 0, PartStat.NEEDS_ACTION));

        assertThat(request.content()).contains("RRULE:FREQ=DAILY;COUNT=3").doesNotContain("EXDATE");
        assertThat(starts(request, NEW_YORK))
                .containsExactly(
                        Instant.parse("2020-03-07T14:00:00Z"),
                        Instant.parse("2020-03-08T13:00:00Z"),
                        Instant.parse("2020-03-09T13:00:00Z"));
    }

    @Test
    void aDayWithoutASessionIsLeftOut_R2_2() {
        List<LocalDate> days = List.of(LocalDate.of(2020, 3, 6), LocalDate.of(2020, 3, 9), LocalDate.of(2020, 3, 10));
        Mail.Calendar request = calendar.request(entry(NEW_YORK, days, 0, PartStat.NEEDS_ACTION));

        assertThat(request.content()).contains("RRULE:FREQ=DAILY;COUNT=5", "EXDATE;TZID=America/New_York");
        assertThat(starts(request, NEW_YORK))
                .containsExactly(
                        Instant.parse("2020-03-06T14:00:00Z"),
                        Instant.parse("2020-03-09T13:00:00Z"),
                        Instant.parse("2020-03-10T13:00:00Z"));
    }

    @Test
    void daysWithDifferentHoursAreOneEntryFromFirstStartToLastEnd() {
        EventCard event = event(NEW_YORK, Instant.parse("2020-03-10T13:00:00Z"), Instant.parse("2020-03-11T22:00:00Z"));
        List<SessionRow> sessions = List.of(
                session(1, "2020-03-10T13:00:00Z", "2020-03-10T17:00:00Z"),
                session(2, "2020-03-11T15:00:00Z", "2020-03-11T22:00:00Z"));
        Mail.Calendar request = calendar.request(entry(event, sessions, 0, PartStat.NEEDS_ACTION));

        assertThat(request.content()).doesNotContain("RRULE:FREQ=DAILY");
        VEvent read = only(request);
        assertThat(read.getDateStart().getValue().toInstant()).isEqualTo(event.startsAt());
        assertThat(read.getDateEnd().getValue().toInstant()).isEqualTo(event.endsAt());
    }

    @Property(tries = 100)
    void everyDayIsReadBackAtItsInstantInItsZone_R2_3(
            @ForAll @IntRange(min = 0, max = 10_000) int zoneNumber,
            @ForAll @IntRange(min = 0, max = 1_400) int dayOffset,
            @ForAll @IntRange(min = 1, max = 5) int length) {
        List<String> known = List.of(
                "America/New_York",
                "Europe/Lisbon",
                "Asia/Kathmandu",
                "Pacific/Auckland",
                "Australia/Lord_Howe",
                "Europe/Berlin",
                "Europe/London");
        ZoneId zone = ZoneId.of(known.get(zoneNumber % known.size()));
        LocalDate first = LocalDate.of(2020, 1, 1).plusDays(dayOffset);
        List<LocalDate> days = first.datesUntil(first.plusDays(length)).toList();

        Mail.Calendar request = calendar.request(entry(zone, days, 0, PartStat.NEEDS_ACTION));

        assertThat(starts(request, zone))
                .isEqualTo(days.stream()
                        .map(day -> day.atTime(9, 0).atZone(zone).toInstant())
                        .toList());
    }

    /** Found by chance once: a morning after the clocks were set back, far ahead of UTC. */
    @Test
    void theMorningAfterAChangeFarAheadOfUtcIsReadBack_R2_3() {
        for (String name : List.of("Pacific/Auckland", "Australia/Lord_Howe", "America/Los_Angeles")) {
            ZoneId zone = ZoneId.of(name);
            for (int day = 0; day < 366; day++) {
                LocalDate date = LocalDate.of(2020, 1, 1).plusDays(day);
                if (!zone.getRules()
                        .getOffset(date.atTime(0, 0))
                        .equals(zone.getRules().getOffset(date.atTime(9, 0)))) {
                    Mail.Calendar request = calendar.request(entry(zone, List.of(date), 0, PartStat.NEEDS_ACTION));
                    assertThat(starts(request, zone))
                            .containsExactly(date.atTime(9, 0).atZone(zone).toInstant());
                }
            }
        }
    }

    private static VEvent only(Mail.Calendar calendar) {
        List<ICalendar> all = Biweekly.parse(calendar.content()).all();
        assertThat(all).hasSize(1);
        assertThat(all.get(0).getEvents()).hasSize(1);
        return all.get(0).getEvents().get(0);
    }

    /**
     * When the days begin, by an independent reader with the zone's own rules; the rules that the entry brings along agree.
     * These are read here as RFC 5545 has them: readers in Java take the hour of a change for one in UTC.
     */
    private static List<Instant> starts(Mail.Calendar calendar, ZoneId zone) {
        List<Instant> starts = new ArrayList<>();
        only(new Mail.Calendar(
                        calendar.method(), calendar.content().replaceAll("(?s)BEGIN:VTIMEZONE.*?END:VTIMEZONE\\R", "")))
                .getDateIterator(TimeZone.getTimeZone(zone))
                .forEachRemaining(date -> starts.add(date.toInstant()));
        VTimezone rules = Biweekly.parse(calendar.content())
                .first()
                .getTimezoneInfo()
                .getComponents()
                .iterator()
                .next();
        assertThat(starts)
                .allSatisfy(start -> assertThat(offset(rules, start))
                        .isEqualTo(zone.getRules().getOffset(start)));
        return starts;
    }

    /** The offset after the last change until that moment; changes are told in local time with the offset before them. */
    private static @Nullable ZoneOffset offset(VTimezone rules, Instant at) {
        Instant last = Instant.MIN;
        ZoneOffset offset = null;
        List<Observance> observances = new ArrayList<>(rules.getStandardTimes());
        observances.addAll(rules.getDaylightSavingsTime());
        for (Observance observance : observances) {
            long before = observance.getTimezoneOffsetFrom().getValue().getMillis();
            for (Instant local : changes(observance, at.plus(Duration.ofDays(1)))) {
                Instant change = local.minusMillis(before);
                if (!change.isAfter(at) && change.isAfter(last)) {
                    last = change;
                    offset = ZoneOffset.ofTotalSeconds(
                            (int) (observance.getTimezoneOffsetTo().getValue().getMillis() / 1000));
                }
            }
        }
        return offset;
    }

    /** Local times as if they were in UTC. */
    private static List<Instant> changes(Observance observance, Instant until) {
        TimeZone utc = TimeZone.getTimeZone("UTC");
        Date first = observance.getDateStart().getValue().getRawComponents().toDate(utc);
        if (observance.getRecurrenceRule() == null) {
            return List.of(first.toInstant());
        }
        List<Instant> changes = new ArrayList<>();
        DateIterator all = observance.getRecurrenceRule().getDateIterator(first, utc);
        while (all.hasNext()
                && (changes.isEmpty() || changes.get(changes.size() - 1).isBefore(until))) {
            changes.add(all.next().toInstant());
        }
        return changes;
    }

    private static InvitationCalendar.Entry entry(ZoneId zone, List<LocalDate> days, int sequence, PartStat answer) {
        List<SessionRow> sessions = days.stream()
                .map(day -> new SessionRow(
                        day.toEpochDay(),
                        "Item writing",
                        day.atTime(9, 0).atZone(zone).toInstant(),
                        day.atTime(LocalTime.of(13, 0)).atZone(zone).toInstant(),
                        true))
                .toList();
        EventCard event = event(
                zone,
                sessions.get(0).startsAt(),
                sessions.get(sessions.size() - 1).endsAt());
        return entry(event, sessions, sequence, answer);
    }

    private static InvitationCalendar.Entry entry(
            EventCard event, List<SessionRow> sessions, int sequence, PartStat answer) {
        return new InvitationCalendar.Entry(
                UID,
                sequence,
                Instant.parse("2020-02-03T09:00:00Z"),
                event,
                sessions,
                new CalendarWriter.Attendee("noor@example.org", "Noor Haddad", answer),
                "Answer: https://portal.example.org/rsvp/x",
                "Virtual");
    }

    private static SessionRow session(long id, String start, String end) {
        return new SessionRow(id, "Session " + id, Instant.parse(start), Instant.parse(end), true);
    }

    private static EventCard event(ZoneId zone, Instant start, Instant end) {
        return new EventCard(
                1,
                new UUID(0, 1),
                EventKind.WORKSHOP,
                null,
                null,
                "Item writing; “cloud”, part 1",
                null,
                EventStatus.INVITING,
                Modality.VIRTUAL,
                zone,
                start,
                end,
                null,
                null,
                "https://meet.example.org/room",
                start.minus(Duration.ofDays(7)),
                7,
                "Priya Nair",
                null,
                0);
    }
}
