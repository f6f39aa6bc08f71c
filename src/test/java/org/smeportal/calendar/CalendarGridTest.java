package org.smeportal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventStatus;
import org.smeportal.events.Modality;
import org.smeportal.invitations.InvitationStatus;

/** Events on the days and hours of the reader's own clock (R2.3, R2.6). */
class CalendarGridTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    private static final LocalDate TODAY = LocalDate.of(2020, 3, 10);

    @Test
    void anEveningInNewYorkFallsOnTwoDaysInKathmandu_R2_3() {
        CalendarEvent event = event(NEW_YORK, LocalTime.of(13, 0), LocalTime.of(17, 0), LocalDate.of(2020, 3, 6));

        assertThat(event.parts(NEW_YORK))
                .extracting(part -> part.day().toString())
                .containsExactly("2020-03-06");
        assertThat(event.parts(KATHMANDU))
                .extracting(part ->
                        part.day() + " " + part.startsAt().atZone(KATHMANDU).toLocalTime() + "-"
                                + part.endsAt().atZone(KATHMANDU).toLocalTime())
                .containsExactly("2020-03-06 23:45-00:00", "2020-03-07 00:00-03:45");
    }

    @Test
    void bothDaysOfAClockChangeKeepTheHoursOnTheWall_R2_3() {
        CalendarEvent event = event(
                NEW_YORK, LocalTime.of(9, 0), LocalTime.of(13, 0), LocalDate.of(2020, 3, 7), LocalDate.of(2020, 3, 8));

        assertThat(event.parts(NEW_YORK))
                .extracting(part -> part.startsAt().toString())
                .containsExactly("2020-03-07T14:00:00Z", "2020-03-08T13:00:00Z");
        assertThat(event.parts(LISBON))
                .extracting(part -> part.startsAt().atZone(LISBON).toLocalTime().toString())
                .containsExactly("14:00", "13:00");
    }

    @Test
    void anEventIsOneBarOverItsDaysAndADayOffBeginsAnother_R2_6() {
        CalendarEvent event = event(
                LISBON,
                LocalTime.of(9, 0),
                LocalTime.of(13, 0),
                LocalDate.of(2020, 3, 10),
                LocalDate.of(2020, 3, 11),
                LocalDate.of(2020, 3, 13));

        MonthGrid.Week week = week(MonthGrid.of(LocalDate.of(2020, 3, 1), List.of(event), LISBON, TODAY), 9);

        assertThat(week.lanes()).hasSize(1);
        assertThat(shape(week.lanes().get(0))).containsExactly("1", "2#", "1", "1#", "2");
        assertThat(week.days())
                .filteredOn(CalendarDay::today)
                .extracting(CalendarDay::number)
                .containsExactly(10);
    }

    @Test
    void aBarEndsWithTheWeekAndSaysThatItGoesOn_R2_6() {
        CalendarEvent event = event(
                LISBON,
                LocalTime.of(9, 0),
                LocalTime.of(13, 0),
                LocalDate.of(2020, 3, 14),
                LocalDate.of(2020, 3, 15),
                LocalDate.of(2020, 3, 16));
        MonthGrid month = MonthGrid.of(LocalDate.of(2020, 3, 1), List.of(event), LISBON, TODAY);

        assertThat(shape(week(month, 9).lanes().get(0))).containsExactly("5", "2#");
        MonthGrid.Bar first = week(month, 9).lanes().get(0).get(1).bar();
        MonthGrid.Bar second = week(month, 16).lanes().get(0).get(0).bar();
        assertThat(first.before()).isFalse();
        assertThat(first.after()).isTrue();
        assertThat(second.before()).isTrue();
        assertThat(second.after()).isFalse();
    }

    @Test
    void eachWeekOfAMonthHasSevenColumnsInEveryLaneAndWhatFindsNoLaneIsCounted() {
        List<CalendarEvent> many = IntStream.range(0, 7)
                .mapToObj(i -> event(LISBON, LocalTime.of(8 + i, 0), LocalTime.of(9 + i, 0), TODAY))
                .toList();
        MonthGrid month = MonthGrid.of(TODAY, many, LISBON, TODAY);

        assertThat(month.weeks()).hasSize(6).allSatisfy(week -> {
            assertThat(week.days()).hasSize(7);
            assertThat(week.lanes())
                    .allSatisfy(lane -> assertThat(
                                    lane.stream().mapToInt(MonthGrid.Cell::span).sum())
                            .isEqualTo(7));
        });
        assertThat(week(month, 9).lanes()).hasSize(MonthGrid.MOST_LANES);
        assertThat(week(month, 9).more()).containsExactly(0, 3, 0, 0, 0, 0, 0);
    }

    @Test
    void theWeekHasARowAnHourAndWhatHappensAtOnceStandsSideBySide_R2_6() {
        WeekGrid week = WeekGrid.of(
                LocalDate.of(2020, 3, 9),
                List.of(
                        event(LISBON, LocalTime.of(9, 30), LocalTime.of(11, 30), TODAY),
                        event(LISBON, LocalTime.of(10, 0), LocalTime.of(12, 0), TODAY),
                        event(LISBON, LocalTime.of(12, 0), LocalTime.of(13, 0), TODAY)),
                LISBON,
                TODAY);

        assertThat(week.columns()).extracting(WeekGrid.Column::lanes).containsExactly(1, 2, 1, 1, 1, 1, 1);
        assertThat(week.rows())
                .extracting(WeekGrid.Row::label)
                .startsWith("08:00")
                .endsWith("17:00")
                .hasSize(10);
        assertThat(week.rows().stream()
                        .flatMap(row -> row.cells().stream()
                                .filter(cell -> cell.part() != null)
                                .map(cell -> row.label() + " " + cell.hours())))
                .containsExactly("09:00 3", "10:00 2", "12:00 1");
        assertThat(week.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .mapToInt(WeekGrid.Cell::hours)
                        .sum())
                .as("every hour of every lane is filled once")
                .isEqualTo(10 * 8);
    }

    @Test
    void theWeekReachesFromMidnightToMidnightWhenItsEventsDo() {
        WeekGrid week = WeekGrid.of(
                LocalDate.of(2020, 3, 2),
                List.of(event(NEW_YORK, LocalTime.of(13, 0), LocalTime.of(17, 0), LocalDate.of(2020, 3, 6))),
                KATHMANDU,
                TODAY);

        assertThat(week.rows()).hasSize(24);
        assertThat(week.rows().get(23).cells().get(4).hours()).isEqualTo(1);
        assertThat(week.rows().get(0).cells().get(5).hours()).isEqualTo(4);
    }

    @Test
    void theWordIsTheAnswerUnlessTheEventIsOff() {
        CalendarEvent planned = event(LISBON, LocalTime.of(9, 0), LocalTime.of(10, 0), TODAY);
        assertThat(planned.word()).isEqualTo(EventStatus.INVITING);
        assertThat(planned.path()).startsWith("/app/events/event/");
        CalendarEvent invited = answered(planned, EventStatus.INVITING);
        assertThat(invited.word()).isEqualTo(InvitationStatus.WAITLISTED);
        assertThat(invited.path()).startsWith("/app/invitations/my-event/");
        assertThat(answered(planned, EventStatus.CANCELLED).word()).isEqualTo(EventStatus.CANCELLED);
    }

    @Test
    void theTimelinePlacesEventsOfAYearByExamInTheirOwnZone_R2_3() {
        CalendarEvent newYear =
                event(ZoneId.of("Pacific/Apia"), LocalTime.of(9, 0), LocalTime.of(13, 0), LocalDate.of(2021, 1, 1));
        CalendarEvent july = event(LISBON, LocalTime.of(9, 0), LocalTime.of(13, 0), LocalDate.of(2020, 7, 1));
        CalendarEvent alike = event(LISBON, LocalTime.of(10, 0), LocalTime.of(13, 0), LocalDate.of(2020, 7, 1));
        CalendarEvent december = event(
                LISBON, LocalTime.of(9, 0), LocalTime.of(13, 0), LocalDate.of(2020, 12, 31), LocalDate.of(2021, 1, 1));

        Timeline timeline = Timeline.of(2020, List.of(newYear, alike, july, december));

        assertThat(timeline.rows()).singleElement().satisfies(row -> {
            assertThat(row.examCode()).isEqualTo("SAP-C01");
            assertThat(row.bars()).extracting(Timeline.Bar::event).containsExactly(july, alike, december);
            assertThat(row.bars().get(0).x()).isEqualTo(600);
            assertThat(row.bars().get(1).y()).isGreaterThan(row.bars().get(0).y());
            assertThat(row.bars())
                    .allSatisfy(bar -> assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(Timeline.WIDTH));
        });
        assertThat(Timeline.of(2021, List.of(newYear, december)).rows().get(0).bars())
                .hasSize(2);
        assertThat(Timeline.of(2019, List.of(newYear, july, december)).rows()).isEmpty();
    }

    private static CalendarEvent answered(CalendarEvent event, EventStatus status) {
        return new CalendarEvent(
                event.publicId(),
                new UUID(0, 2),
                event.title(),
                event.kind(),
                event.examCode(),
                event.modality(),
                event.zone(),
                event.startsAt(),
                event.endsAt(),
                status,
                InvitationStatus.WAITLISTED,
                event.sessions());
    }

    private static MonthGrid.Week week(MonthGrid month, int monday) {
        return month.weeks().stream()
                .filter(week -> week.monday().equals(LocalDate.of(2020, 3, monday)))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> shape(List<MonthGrid.Cell> lane) {
        return lane.stream().map(cell -> cell.span() + (cell.bar() == null ? "" : "#"));
    }

    private static CalendarEvent event(ZoneId zone, LocalTime from, LocalTime to, LocalDate... days) {
        List<CalendarEvent.Hours> sessions = Stream.of(days)
                .map(day -> new CalendarEvent.Hours(at(day, from, zone), at(day, to, zone)))
                .toList();
        return new CalendarEvent(
                new UUID(0, 1),
                null,
                "Item writing",
                EventKind.WORKSHOP,
                "SAP-C01",
                Modality.VIRTUAL,
                zone,
                sessions.get(0).startsAt(),
                sessions.get(sessions.size() - 1).endsAt(),
                EventStatus.INVITING,
                null,
                sessions);
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
