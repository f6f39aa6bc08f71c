package org.smeportal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventStatus;
import org.smeportal.events.Modality;
import org.smeportal.invitations.InvitationStatus;
import org.smeportal.smes.AwayQueries.Away;

/** Six months of an SME's own days, and what stands on them (R1.5, R2.3). */
class AvailabilityTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate TODAY = LocalDate.of(2020, 3, 10);

    @Test
    void sixMonthsOfWholeWeeksBeginWithTheOneOfToday() {
        Availability all = of(List.of());
        assertThat(all.months())
                .extracting(Availability.Month::title)
                .containsExactly("March 2020", "April 2020", "May 2020", "June 2020", "July 2020", "August 2020");
        Availability.Month march = all.months().get(0);
        assertThat(march.weeks()).hasSize(6).allSatisfy(week -> assertThat(week).hasSize(7));
        assertThat(march.weeks().get(0))
                .extracting(day -> day.weekday() + " " + day.date() + " " + day.inside())
                .startsWith("Mon 2020-02-24 false")
                .endsWith("Sun 2020-03-01 true");
        assertThat(days(march).filter(Availability.Day::inside)).hasSize(31);
        assertThat(days(march).filter(Availability.Day::open)).hasSize(22);
        assertThat(days(march).filter(Availability.Day::today))
                .singleElement()
                .satisfies(day -> assertThat(day.date()).isEqualTo(TODAY));
    }

    @Test
    void theEndOfAYearIsCrossed() {
        assertThat(Availability.of(LocalDate.of(2020, 12, 31), List.of(), List.of(), LISBON)
                        .months())
                .extracting(Availability.Month::first)
                .startsWith(LocalDate.of(2020, 12, 1), LocalDate.of(2021, 1, 1))
                .endsWith(LocalDate.of(2021, 5, 1));
    }

    @Test
    void aPeriodMarksItsDaysFromTodayOnInEveryMonthThatItTouches() {
        Availability all = of(List.of(away("2020-03-08", "2020-03-11", "hut"), away("2020-04-29", "2020-05-02", null)));
        assertThat(marked(all, DayMark.AWAY))
                .containsExactly("2020-03-10", "2020-03-11", "2020-04-29", "2020-04-30", "2020-05-01", "2020-05-02");
        assertThat(all.months().get(0).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.what()).isEqualTo("hut"));
        assertThat(all.months().get(1).entries()).hasSize(1);
        assertThat(all.months().get(2).entries()).hasSize(1);
        assertThat(all.months().get(3).entries()).isEmpty();
    }

    @Test
    void whatIsOverIsNotShown() {
        Availability all = of(
                List.of(away("2020-03-08", "2020-03-09", "hut")),
                event(LISBON, InvitationStatus.ACCEPTED, EventStatus.INVITING, "2020-03-08", "2020-03-09"));
        assertThat(all.months()).allSatisfy(month -> assertThat(month.entries()).isEmpty());
    }

    @Test
    void eachAnswerHasItsMarkAndWhatIsOffOrDeclinedHasNone() {
        assertThat(mark(InvitationStatus.ACCEPTED)).isEqualTo(DayMark.EVENT);
        assertThat(mark(InvitationStatus.SENT)).isEqualTo(DayMark.ASKED);
        assertThat(mark(InvitationStatus.OFFERED)).isEqualTo(DayMark.ASKED);
        assertThat(mark(InvitationStatus.TENTATIVE)).isEqualTo(DayMark.MAYBE);
        assertThat(mark(InvitationStatus.WAITLISTED)).isEqualTo(DayMark.MAYBE);
        assertThat(mark(InvitationStatus.DECLINED)).isNull();
        assertThat(DayMark.of(event(LISBON, InvitationStatus.ACCEPTED, EventStatus.CANCELLED, "2020-03-12")))
                .isNull();
        assertThat(DayMark.of(event(LISBON, InvitationStatus.ACCEPTED, EventStatus.POSTPONED, "2020-03-12")))
                .isNull();
    }

    @Test
    void anEveningInNewYorkTakesTwoDaysInKathmandu_R2_3() {
        CalendarEvent event = event(NEW_YORK, InvitationStatus.ACCEPTED, EventStatus.INVITING, "2020-03-12");
        assertThat(marked(Availability.of(TODAY, List.of(), List.of(event), KATHMANDU), DayMark.EVENT))
                .containsExactly("2020-03-12", "2020-03-13");
        assertThat(marked(Availability.of(TODAY, List.of(), List.of(event), NEW_YORK), DayMark.EVENT))
                .containsExactly("2020-03-12");
    }

    @Test
    void aDayOffWithinAnEventIsFreeAndADayTellsTheStrongestFirst() {
        Availability all = of(
                List.of(away("2020-03-14", "2020-03-14", "hut")),
                event(LISBON, InvitationStatus.SENT, EventStatus.INVITING, "2020-03-12", "2020-03-14"));
        assertThat(marked(all, DayMark.ASKED)).containsExactly("2020-03-12", "2020-03-14");
        assertThat(days(all.months().get(0)).filter(day -> day.number() == 14))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.marks()).containsExactly(DayMark.AWAY, DayMark.ASKED);
                    assertThat(day.what()).isEqualTo("Item writing, hut");
                });
        assertThat(all.clashes()).as("not answered yet").isEmpty();
    }

    @Test
    void aYesOnADayAwayIsNamedWithTheFirstSuchDayHoweverFarAhead() {
        Availability all = of(
                List.of(away("2020-03-14", "2020-03-20", "hut"), away("2020-12-01", "2020-12-31", null)),
                event(LISBON, InvitationStatus.ACCEPTED, EventStatus.CONFIRMED, "2020-03-13", "2020-03-14"),
                event(LISBON, InvitationStatus.ACCEPTED, EventStatus.INVITING, "2020-03-21"),
                event(LISBON, InvitationStatus.ACCEPTED, EventStatus.INVITING, "2020-12-24"));
        assertThat(all.clashes())
                .extracting(Availability.Clash::day)
                .containsExactly(LocalDate.of(2020, 3, 14), LocalDate.of(2020, 12, 24));
    }

    private static Availability of(List<Away> away, CalendarEvent... events) {
        return Availability.of(TODAY, away, List.of(events), LISBON);
    }

    private static Away away(String first, String last, String note) {
        return new Away(new UUID(0, 3), LocalDate.parse(first), LocalDate.parse(last), note);
    }

    private static DayMark mark(InvitationStatus answer) {
        return DayMark.of(event(LISBON, answer, EventStatus.INVITING, "2020-03-12"));
    }

    private static Stream<Availability.Day> days(Availability.Month month) {
        return month.weeks().stream().flatMap(List::stream);
    }

    private static List<String> marked(Availability all, DayMark mark) {
        return all.months().stream()
                .flatMap(AvailabilityTest::days)
                .filter(day -> day.marks().contains(mark))
                .map(day -> day.date().toString())
                .collect(Collectors.toList());
    }

    /** From one to five in the afternoon. */
    private static CalendarEvent event(ZoneId zone, InvitationStatus answer, EventStatus status, String... days) {
        List<CalendarEvent.Hours> sessions = Stream.of(days)
                .map(LocalDate::parse)
                .map(day -> new CalendarEvent.Hours(at(day, 13, zone), at(day, 17, zone)))
                .toList();
        return new CalendarEvent(
                new UUID(0, 1),
                new UUID(0, 2),
                "Item writing",
                EventKind.WORKSHOP,
                "SAP-C01",
                Modality.VIRTUAL,
                zone,
                sessions.get(0).startsAt(),
                sessions.get(sessions.size() - 1).endsAt(),
                status,
                answer,
                sessions);
    }

    private static Instant at(LocalDate day, int hour, ZoneId zone) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
    }
}
