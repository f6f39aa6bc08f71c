package org.smeportal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.kernel.Refused;

/** What a plan refuses before the event's past is known (R2.1), and how wall clocks become instants (R2.3). */
class EventPlanTest {

    /** A plan that is right but for what a test changes. */
    static final class Draft {
        Modality modality = Modality.HYBRID;
        String title = "Item writing";
        String zone = "Europe/Berlin";
        String firstDay = "2020-02-11";
        String lastDay = "2020-02-12";
        String from = "09:00";
        String to = "17:00";
        String link = "https://meet.example.org/room";
        int seatsInPerson = 12;
        int seatsVirtual = 20;
        String deadlineDay = "2020-01-28";
        String deadlineTime = "18:00";

        EventPlan plan() {
            return new EventPlan(
                    EventKind.WORKSHOP,
                    1L,
                    title,
                    " Bring a laptop \r\n and ideas ",
                    modality,
                    ZoneId.of(zone),
                    LocalDate.parse(firstDay),
                    LocalDate.parse(lastDay),
                    LocalTime.parse(from),
                    LocalTime.parse(to),
                    "Hall 1",
                    " ",
                    link,
                    seatsInPerson,
                    seatsVirtual,
                    LocalDate.parse(deadlineDay),
                    LocalTime.parse(deadlineTime),
                    1L);
        }
    }

    private static EventPlan with(Consumer<Draft> change) {
        Draft draft = new Draft();
        change.accept(draft);
        return draft.plan();
    }

    private static void refused(String key, Consumer<Draft> change) {
        refused(key, () -> with(change));
    }

    static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void aRightPlanIsTidiedAndKnowsItsInstants() {
        EventPlan plan = with(draft -> draft.title = "  Item writing ");
        assertThat(plan.title()).isEqualTo("Item writing");
        assertThat(plan.purpose()).isEqualTo("Bring a laptop \n and ideas");
        assertThat(plan.venueAddress()).isNull();
        assertThat(plan.startsAt()).isEqualTo(Instant.parse("2020-02-11T08:00:00Z"));
        assertThat(plan.endsAt()).isEqualTo(Instant.parse("2020-02-12T16:00:00Z"));
        assertThat(plan.rsvpDeadline()).isEqualTo(Instant.parse("2020-01-28T17:00:00Z"));
    }

    @Test
    void anEventDoesNotEndBeforeItBegins() {
        refused("events.refused.dayOrder", draft -> draft.lastDay = "2020-02-10");
        refused("events.refused.timeOrder", draft -> draft.to = "08:59");
        refused("events.refused.timeOrder", draft -> draft.to = "09:00");
    }

    @Test
    void anEventLastsThirtyOneDaysAtMost() {
        assertThat(with(draft -> draft.lastDay = "2020-03-12").lastDay()).isEqualTo("2020-03-12");
        refused("events.refused.tooLong", draft -> draft.lastDay = "2020-03-13");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2101-01-01", "0020-02-11"})
    void daysLieInYearsThatACalendarCovers(String day) {
        refused("events.refused.year", draft -> {
            draft.firstDay = day;
            draft.lastDay = day;
        });
        refused("events.refused.year", draft -> draft.deadlineDay = day);
    }

    @Test
    void answersAreDueBeforeTheStart() {
        refused("events.refused.deadlineAfterStart", draft -> draft.deadlineDay = "2020-02-12");
        refused("events.refused.deadlineAfterStart", draft -> {
            draft.deadlineDay = "2020-02-11";
            draft.deadlineTime = "09:00";
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 5001, 1_000_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void eachKindOfSeatsIsFromOneToFiveThousand(int seats) {
        refused("events.refused.seats", draft -> draft.seatsInPerson = seats);
        refused("events.refused.seats", draft -> draft.seatsVirtual = seats);
    }

    @Test
    void seatsOfTheOtherWayToMeetDoNotMatter() {
        assertThat(with(draft -> {
                            draft.modality = Modality.VIRTUAL;
                            draft.seatsInPerson = 0;
                        })
                        .venueName())
                .isNull();
        assertThat(with(draft -> {
                            draft.modality = Modality.IN_PERSON;
                            draft.seatsVirtual = 0;
                        })
                        .meetingLink())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"meet.example.org", "javascript:alert(1)", "ftp://example.org", "https://", "https://a b"})
    void aMeetingLinkIsAWebAddress(String link) {
        refused("events.refused.link", draft -> draft.link = link);
    }

    @Test
    void aLinkMayComeLater() {
        assertThat(with(draft -> draft.link = " ").meetingLink()).isNull();
    }

    @Test
    void aTitleIsOneLineOfAtMost160Characters() {
        refused("platform.refused.empty", draft -> draft.title = " ");
        refused("platform.refused.oneLine", draft -> draft.title = "a\r\nBcc: b@example.org");
        refused("platform.refused.tooLong", draft -> draft.title = "x".repeat(161));
    }

    @Test
    void anHourThatTheClockSkipsIsRefused() { // R2.3
        refused("events.refused.skippedTime", draft -> {
            draft.firstDay = "2020-03-29";
            draft.lastDay = "2020-03-29";
            draft.from = "02:30";
        });
        refused("events.refused.skippedTime", draft -> {
            draft.firstDay = "2020-03-28";
            draft.lastDay = "2020-03-29";
            draft.from = "01:00";
            draft.to = "02:30";
        });
    }

    @Test
    void anHourThatTheClockShowsTwiceMeansTheFirst() { // R2.3
        EventPlan plan = with(draft -> {
            draft.firstDay = "2020-10-25";
            draft.lastDay = "2020-10-25";
            draft.from = "02:30";
        });
        assertThat(plan.startsAt()).isEqualTo(Instant.parse("2020-10-25T00:30:00Z"));
    }

    @Test
    void theDayOfAClockChangeHasItsTrueLength() { // R2.3
        EventPlan plan = with(draft -> {
            draft.zone = "America/New_York";
            draft.firstDay = "2020-03-07";
            draft.lastDay = "2020-03-08";
        });
        assertThat(plan.startsAt()).isEqualTo(Instant.parse("2020-03-07T14:00:00Z"));
        assertThat(plan.endsAt()).isEqualTo(Instant.parse("2020-03-08T21:00:00Z"));
    }

    @Test
    void daysAndDeadlinesThatAreGoneAreRefusedAtTheirField() {
        Instant berlinMidnight = Instant.parse("2020-01-27T23:00:00Z");
        with(draft -> draft.firstDay = "2020-02-11").mustLieAhead(berlinMidnight, null);
        assertThatThrownBy(() -> with(draft -> {}).mustLieAhead(Instant.parse("2020-02-11T23:00:00Z"), null))
                .isInstanceOfSatisfying(Refused.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("events.refused.pastDay");
                    assertThat(refusal.field()).isEqualTo("firstDay");
                });
        assertThatThrownBy(() -> with(draft -> {}).mustLieAhead(Instant.parse("2020-01-28T17:00:00Z"), null))
                .isInstanceOfSatisfying(Refused.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("events.refused.pastDeadline");
                    assertThat(refusal.field()).isEqualTo("deadlineDay");
                });
    }

    @Test
    void aChangeMayLeaveAsItWasWhatIsGoneByNow() {
        EventPlan plan = with(draft -> {});
        StoredEvent stored = new StoredEvent(
                1,
                java.util.UUID.randomUUID(),
                0,
                EventStatus.CONFIRMED,
                plan.kind(),
                1L,
                "SAP-C01",
                plan.title(),
                null,
                plan.modality(),
                plan.zone(),
                plan.startsAt(),
                plan.endsAt(),
                null,
                null,
                null,
                12,
                20,
                plan.rsvpDeadline(),
                1,
                "Priya",
                null,
                null);
        Instant second = Instant.parse("2020-02-12T09:00:00Z");
        plan.mustLieAhead(second, stored);
        EventPlan earlier = with(draft -> draft.firstDay = "2020-02-10");
        refused("events.refused.pastDay", () -> earlier.mustLieAhead(second, stored));
    }
}
