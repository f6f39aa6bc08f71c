package org.smeportal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where an event stands, and which moves exist (R2.2). */
class EventTest {

    private static final Instant BEFORE = Instant.parse("2020-02-01T00:00:00Z");
    private static final Instant DURING = Instant.parse("2020-02-11T12:00:00Z");
    private static final Instant AFTER = Instant.parse("2020-02-12T16:00:00Z");

    /** Each verb with the states it may start from. */
    private static final Map<Consumer<Event>, Set<EventStatus>> VERBS = Map.of(
            Event::markPlanned,
            EnumSet.of(EventStatus.DRAFT, EventStatus.POSTPONED),
            Event::markInviting,
            EnumSet.of(EventStatus.PLANNED),
            Event::confirm,
            EnumSet.of(EventStatus.INVITING),
            event -> event.start(DURING),
            EnumSet.of(EventStatus.CONFIRMED),
            event -> event.complete(AFTER),
            EnumSet.of(EventStatus.INVITING, EventStatus.CONFIRMED, EventStatus.RUNNING),
            event -> event.cancel("travel stopped"),
            EnumSet.complementOf(EnumSet.of(EventStatus.COMPLETED, EventStatus.CANCELLED)));

    private static Event at(EventStatus status) {
        Event event = new Event(new EventPlanTest.Draft().plan(), BEFORE);
        Map<EventStatus, List<Consumer<Event>>> ways = new EnumMap<>(EventStatus.class);
        ways.put(EventStatus.DRAFT, List.of());
        ways.put(EventStatus.PLANNED, List.of(Event::markPlanned));
        ways.put(EventStatus.INVITING, List.of(Event::markPlanned, Event::markInviting));
        ways.put(EventStatus.CONFIRMED, List.of(Event::markPlanned, Event::markInviting, Event::confirm));
        ways.put(
                EventStatus.RUNNING,
                List.of(Event::markPlanned, Event::markInviting, Event::confirm, e -> e.start(DURING)));
        ways.put(
                EventStatus.COMPLETED,
                List.of(Event::markPlanned, Event::markInviting, Event::confirm, e -> e.complete(AFTER)));
        ways.put(EventStatus.CANCELLED, List.of(e -> e.cancel("no room")));
        ways.getOrDefault(status, List.of()).forEach(step -> step.accept(event));
        return event;
    }

    /** No act postpones yet, so no event can be brought there. */
    @ParameterizedTest
    @EnumSource(value = EventStatus.class, names = "POSTPONED", mode = EnumSource.Mode.EXCLUDE)
    void onlyTheMovesOfTheTableExist(EventStatus from) {
        VERBS.forEach((verb, allowed) -> {
            Event event = at(from);
            assertThat(event.status()).isEqualTo(from);
            if (allowed.contains(from)) {
                assertThatCode(() -> verb.accept(event)).doesNotThrowAnyException();
                assertThat(event.status()).isNotEqualTo(from);
            } else {
                EventPlanTest.refused("events.refused.move", () -> verb.accept(event));
                assertThat(event.status()).isEqualTo(from);
            }
        });
    }

    @Test
    void theTableIsThatOfTheRule() { // R2.2
        assertThat(EventStatus.DRAFT.next()).containsExactly(EventStatus.PLANNED, EventStatus.CANCELLED);
        assertThat(EventStatus.POSTPONED.next()).containsExactly(EventStatus.PLANNED, EventStatus.CANCELLED);
        assertThat(EventStatus.COMPLETED.next()).isEmpty();
        assertThat(EventStatus.CANCELLED.next()).isEmpty();
        assertThat(EventStatus.PLANNED.next())
                .containsExactly(EventStatus.INVITING, EventStatus.POSTPONED, EventStatus.CANCELLED);
        assertThat(EventStatus.INVITING.next())
                .containsExactly(EventStatus.CONFIRMED, EventStatus.POSTPONED, EventStatus.CANCELLED);
        assertThat(EventStatus.CONFIRMED.next())
                .containsExactly(EventStatus.RUNNING, EventStatus.POSTPONED, EventStatus.CANCELLED);
        assertThat(EventStatus.RUNNING.next()).containsExactly(EventStatus.COMPLETED, EventStatus.CANCELLED);
    }

    @Test
    void aWorkshopNeedsItsExamAndPeopleWhoMeetNeedAVenueBeforeAnybodyIsInvited() {
        EventPlan whole = new EventPlanTest.Draft().plan();
        EventPlanTest.refused(
                "events.refused.noExam",
                () -> new Event(without(whole, null, whole.venueName()), BEFORE).markPlanned());
        EventPlanTest.refused(
                "events.refused.noVenue", () -> new Event(without(whole, 1L, null), BEFORE).markPlanned());
    }

    private static EventPlan without(EventPlan plan, Long exam, String venue) {
        return new EventPlan(
                plan.kind(),
                exam,
                plan.title(),
                plan.purpose(),
                plan.modality(),
                plan.zone(),
                plan.firstDay(),
                plan.lastDay(),
                plan.from(),
                plan.to(),
                venue,
                plan.venueAddress(),
                plan.meetingLink(),
                plan.seatsInPerson(),
                plan.seatsVirtual(),
                plan.deadlineDay(),
                plan.deadlineTime(),
                plan.leadId());
    }

    @Test
    void anEventWithoutItsLinkIsNotConfirmedButItsAttendanceCanBeClosed() {
        EventPlanTest.Draft draft = new EventPlanTest.Draft();
        draft.link = "";
        Event event = new Event(draft.plan(), BEFORE);
        event.markPlanned();
        event.markInviting();
        EventPlanTest.refused("events.refused.noLink", event::confirm);
        event.complete(AFTER);
        assertThat(event.status()).isEqualTo(EventStatus.COMPLETED);
    }

    @Test
    void nothingStartsOrEndsBeforeItsTime() {
        EventPlanTest.refused(
                "events.refused.notStarted", () -> at(EventStatus.CONFIRMED).start(BEFORE));
        EventPlanTest.refused(
                "events.refused.notOver", () -> at(EventStatus.RUNNING).complete(DURING));
    }

    @Test
    void onlyWhatStandsInCalendarsMakesThemOutOfDate() {
        Event event = at(EventStatus.INVITING);
        EventPlanTest.Draft same = new EventPlanTest.Draft();
        same.seatsInPerson = 13;
        same.deadlineTime = "12:00";
        assertThat(event.change(same.plan())).isFalse();
        EventPlanTest.Draft later = new EventPlanTest.Draft();
        later.to = "17:30";
        assertThat(event.change(later.plan())).isTrue();
    }

    @Test
    void theWayToMeetIsFixedOnceInvitationsWentOutAndThePlanOnceItIsOver() {
        EventPlanTest.Draft virtual = new EventPlanTest.Draft();
        virtual.modality = Modality.VIRTUAL;
        at(EventStatus.PLANNED).change(virtual.plan());
        EventPlanTest.refused(
                "events.refused.modalityFixed", () -> at(EventStatus.INVITING).change(virtual.plan()));
        EventPlanTest.refused(
                "events.refused.over", () -> at(EventStatus.COMPLETED).change(new EventPlanTest.Draft().plan()));
    }
}
