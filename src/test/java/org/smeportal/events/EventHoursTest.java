package org.smeportal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** When two events are at the same time (R2.5), on clocks that change (R2.3). */
class EventHoursTest {

    private static EventHours hours(String zone, String first, String last, String from, String to) {
        return EventHours.typed(
                        ZoneId.of(zone),
                        LocalDate.parse(first),
                        LocalDate.parse(last),
                        LocalTime.parse(from),
                        LocalTime.parse(to))
                .orElseThrow();
    }

    private static EventHours berlin(String first, String last, String from, String to) {
        return hours("Europe/Berlin", first, last, from, to);
    }

    @Test
    void anEventThatBeginsWhenAnotherEndsIsNoConflict() {
        EventHours morning = berlin("2020-02-11", "2020-02-11", "09:00", "12:00");
        assertThat(morning.overlaps(berlin("2020-02-11", "2020-02-11", "12:00", "13:00")))
                .isFalse();
        assertThat(berlin("2020-02-11", "2020-02-11", "12:00", "13:00").overlaps(morning))
                .isFalse();
        assertThat(morning.overlaps(berlin("2020-02-11", "2020-02-11", "11:59", "13:00")))
                .isTrue();
        assertThat(morning.overlaps(berlin("2020-02-11", "2020-02-11", "10:00", "11:00")))
                .isTrue();
    }

    @Test
    void morningsAndAfternoonsOfTheSameDaysAreNoConflict() {
        EventHours mornings = berlin("2020-02-11", "2020-02-13", "09:00", "12:00");
        assertThat(mornings.overlaps(berlin("2020-02-10", "2020-02-14", "13:00", "17:00")))
                .isFalse();
        assertThat(mornings.overlaps(berlin("2020-02-13", "2020-02-20", "11:00", "17:00")))
                .isTrue();
    }

    @Test
    void whatTwoClocksShowIsCompared() {
        EventHours newYork = hours("America/New_York", "2020-02-11", "2020-02-11", "09:00", "10:00");
        assertThat(newYork.overlaps(berlin("2020-02-11", "2020-02-11", "09:00", "10:00")))
                .isFalse();
        assertThat(newYork.overlaps(berlin("2020-02-11", "2020-02-11", "15:30", "16:30")))
                .isTrue();
    }

    @Test
    void aClockChangeBetweenTheDaysMovesOneSideOnly() { // New York springs forward on 8 March, Berlin on 29 March
        EventHours newYork = hours("America/New_York", "2020-03-06", "2020-03-09", "09:00", "10:00");
        assertThat(newYork.overlaps(berlin("2020-03-06", "2020-03-06", "14:00", "15:00")))
                .as("six hours apart before")
                .isFalse();
        assertThat(newYork.overlaps(berlin("2020-03-09", "2020-03-09", "14:00", "15:00")))
                .as("five hours apart after")
                .isTrue();
    }

    @Test
    void anHourThatTheClockSkipsDoesNotStopTheCheck() {
        EventHours night = berlin("2020-03-29", "2020-03-29", "02:30", "05:00");
        assertThat(night.startsAt()).isEqualTo(Instant.parse("2020-03-29T01:30:00Z"));
        assertThat(Duration.between(night.startsAt(), night.endsAt())).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void whatIsHalfTypedIsNoTimeYet() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        LocalDate day = LocalDate.of(2020, 2, 11);
        LocalTime nine = LocalTime.of(9, 0);
        assertThat(EventHours.typed(zone, null, day, nine, LocalTime.NOON)).isEmpty();
        assertThat(EventHours.typed(zone, day, null, nine, null)).isEmpty();
        assertThat(EventHours.typed(zone, day, null, nine, nine)).isEmpty();
        assertThat(EventHours.typed(zone, day, day.minusDays(1), nine, LocalTime.NOON))
                .isEmpty();
        assertThat(EventHours.typed(zone, day, day.plusDays(31), nine, LocalTime.NOON))
                .as("longer than an event can be")
                .isEmpty();
        assertThat(EventHours.typed(zone, day, null, nine, LocalTime.NOON)).isPresent();
    }

    @Test
    void storedTimesBecomeTheDaysOfTheEventAgain() {
        EventHours typed = hours("America/New_York", "2020-03-07", "2020-03-09", "09:00", "17:00");
        assertThat(EventHours.of(typed.startsAt(), typed.endsAt(), ZoneId.of("America/New_York")))
                .isEqualTo(typed);
    }
}
