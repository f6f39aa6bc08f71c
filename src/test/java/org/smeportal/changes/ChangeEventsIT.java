package org.smeportal.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.events.CancelEvent;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.EventStatus;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.invitations.Answer;
import org.smeportal.invitations.InvitationStatus;
import org.smeportal.invitations.InvitationSweep;
import org.smeportal.invitations.PanelStory;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** Going virtual and back, postponing and a new date (R2.2, R2.4), with their undo window (R3.7). */
class ChangeEventsIT {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final LocalDate LAST_DAY = LocalDate.of(2020, 2, 20);

    private static Rig rig;
    private static PanelStory story;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        story = new PanelStory(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void begin() {
        rig.clock().set(PanelStory.BEGIN);
        story.mailsLeave();
        rig.update("update event_change set state = 'UNDONE' where state = 'WAITING'");
    }

    @Test
    void goingVirtualKeepsSeatsAndTurnsAndTellsEachPersonOnce_R2_4() {
        EventCard event = inPerson(2);
        List<String> tokens = story.invited(event, story.smes(6));
        tokens.subList(0, 5).forEach(token -> story.answer(token, Answer.YES));
        story.mailsLeave();
        Map<String, Integer> sequences = sequences(event);

        plan(virtual(event, 3, false));
        passWindow();

        EventCard now = story.card(event.publicId());
        assertThat(now.modality()).isEqualTo(Modality.VIRTUAL);
        assertThat(now.venueName()).isNull();
        assertThat(now.meetingLink()).isEqualTo("https://meet.example.org/now");
        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("3 seats, 3 taken, 2 waiting");
        assertThat(tokens.stream().map(story::status))
                .containsExactly(
                        InvitationStatus.ACCEPTED,
                        InvitationStatus.ACCEPTED,
                        InvitationStatus.ACCEPTED,
                        InvitationStatus.WAITLISTED,
                        InvitationStatus.WAITLISTED,
                        InvitationStatus.SENT);
        assertThat(story.tickets(event)).as("nobody loses their turn").containsExactly(2L, 3L);
        assertThat(queued()).as("one mail a person, and no other").containsOnlyKeys("event-change");
        assertThat(queued().get("event-change")).isEqualTo(6);
        assertThat(sequences(event))
                .allSatisfy((invitation, sequence) -> assertThat(sequence).isGreaterThan(sequences.get(invitation)));
    }

    @Test
    void untilTheWindowIsOverNothingChangesAndAnUndoneChangeNeverHappened_R3_7() {
        EventCard event = inPerson(3);
        List<String> tokens = story.invited(event, story.smes(3));
        tokens.forEach(token -> story.answer(token, Answer.YES));
        String before = story.checksums();

        UUID change = plan(virtual(event, 9, true));
        rig.clock().set(PanelStory.BEGIN.plusSeconds(59));
        sweep();
        assertThat(story.checksums()).isEqualTo(before);
        assertThat(rig.get(ChangeQueries.class).waiting(event.id())).isPresent();

        story.asPm(() -> rig.get(ChangeEvents.class).undo(change));
        rig.clock().set(PanelStory.BEGIN.plusSeconds(600));
        sweep();
        assertThat(story.checksums()).isEqualTo(before);
        assertThatThrownBy(() -> story.asPm(() -> rig.get(ChangeEvents.class).doNow(change)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("changes.refused.settled");
    }

    @Test
    void whoIsAskedAgainHoldsTheSeatUntilTheDeadlineAndThenItPassesOn_R2_4_R3_6() {
        EventCard event = inPerson(2);
        List<String> tokens = story.invited(event, story.smes(3));
        tokens.forEach(token -> story.answer(token, Answer.YES));
        plan(virtual(event, 2, true));
        passWindow();
        Instant deadline = LAST_DAY.atTime(23, 59).atZone(PanelStory.NEW_YORK).toInstant();
        assertThat(story.read(tokens.get(0)).answerAgainBy()).isEqualTo(deadline);
        assertThat(story.status(tokens.get(2))).isEqualTo(InvitationStatus.WAITLISTED);

        assertThat(story.answer(tokens.get(0), Answer.YES)).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.read(tokens.get(0)).answerAgainBy()).isNull();
        rig.clock().set(deadline.minusSeconds(1));
        expire();
        assertThat(story.status(tokens.get(1))).as("held until then").isEqualTo(InvitationStatus.ACCEPTED);
        rig.clock().set(deadline);
        expire();

        assertThat(story.status(tokens.get(0))).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.status(tokens.get(1))).isEqualTo(InvitationStatus.EXPIRED);
        assertThat(story.status(tokens.get(2))).as("first in the queue").isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("2 seats, 2 taken, 0 waiting");
    }

    @Test
    void bothQueuesOfAHybridEventBecomeOneInTheOrderOfTheAnswers_R2_4() {
        EventCard event = story.event(story.plan(Modality.HYBRID, 1, 1));
        List<String> tokens = story.invited(event, story.smes(6));
        Modality[] wishes = {
            Modality.IN_PERSON,
            Modality.VIRTUAL,
            Modality.VIRTUAL,
            Modality.IN_PERSON,
            Modality.VIRTUAL,
            Modality.IN_PERSON
        };
        for (int i = 0; i < wishes.length; i++) {
            rig.clock().set(PanelStory.BEGIN.plusSeconds(i));
            story.answer(tokens.get(i), Answer.YES, wishes[i]);
        }
        story.mailsLeave();
        rig.clock().set(PanelStory.BEGIN.plusSeconds(100));

        plan(virtual(event, 3, false));
        rig.clock().set(PanelStory.BEGIN.plusSeconds(200));
        sweep();

        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("3 seats, 3 taken, 3 waiting");
        assertThat(rig.count("select count(*) from seat_pool where event_id = ?1", event.id()))
                .isEqualTo(1);
        assertThat(tokens.stream().map(story::status).limit(3)).containsOnly(InvitationStatus.ACCEPTED);
        assertThat(tokens.subList(3, 6).stream().map(token -> story.read(token).ahead()))
                .as("first come, first served")
                .containsExactly(0, 1, 2);
        assertThat(queued().get("event-change")).isEqualTo(6);
    }

    @Test
    void goingBackBringsVenueSeatsAndPlacesOfBefore_R2_4() {
        EventCard event = inPerson(4);
        List<String> tokens = story.invited(event, story.smes(3));
        tokens.forEach(token -> story.answer(token, Answer.YES));
        plan(virtual(event, 40, false));
        passWindow();
        Consequences.Was was =
                rig.get(Consequences.class).before(List.of(event.id())).get(event.id());
        assertThat(was.modality()).isEqualTo(Modality.IN_PERSON);
        assertThat(was.venueName()).isEqualTo("Music City Center");
        assertThat(was.seatsInPerson()).isEqualTo(4);

        plan(new ChangeEvents.Change(
                ChangeKind.MODALITY,
                Modality.IN_PERSON,
                List.of(new ChangeEvents.Part(
                        event.id(), null, 4, 0, was.venueName(), was.venueAddress(), was.meetingLink())),
                false,
                null,
                "Travel is possible again."));
        rig.clock().set(PanelStory.BEGIN.plusSeconds(200));
        sweep();

        EventCard now = story.card(event.publicId());
        assertThat(now.modality()).isEqualTo(Modality.IN_PERSON);
        assertThat(now.place()).isEqualTo("Music City Center, Nashville");
        assertThat(now.meetingLink()).isNull();
        assertThat(story.pool(event, Modality.IN_PERSON)).isEqualTo("4 seats, 3 taken, 0 waiting");
    }

    @Test
    void everyEventBetweenTwoDaysChangesInOneStepWithOneMailAPersonWhoseEntriesReplay_R2_4_R3_4() {
        List<EventCard> spring = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            spring.add(story.event(plan("Spring " + i, Modality.IN_PERSON, LocalDate.of(2020, 4, 1 + 7 * i))));
        }
        EventCard summer = story.event(plan("Summer", Modality.IN_PERSON, LocalDate.of(2020, 6, 15)));
        EventCard already = story.event(plan("Virtual", Modality.VIRTUAL, LocalDate.of(2020, 4, 15)));
        List<UUID> smes = story.smes(2);
        Map<String, VEvent> calendarOfFirst = new HashMap<>();
        for (EventCard event : spring) {
            List<String> tokens = story.invited(event, smes);
            story.answer(tokens.get(0), Answer.YES);
        }
        replay(calendarOfFirst, smes.get(0));
        assertThat(calendarOfFirst).hasSize(4);
        assertThat(calendarOfFirst.values())
                .allSatisfy(entry -> assertThat(entry.getLocation().getValue()).startsWith("Music City Center"));
        story.mailsLeave();

        List<EventCard> found = rig.get(Consequences.class)
                .between(LocalDate.of(2020, 3, 15), LocalDate.of(2020, 5, 31), Modality.VIRTUAL);
        assertThat(found).extracting(EventCard::id).containsAll(ids(spring)).doesNotContain(summer.id(), already.id());
        ChangeEvents.Change change = new ChangeEvents.Change(
                ChangeKind.MODALITY,
                Modality.VIRTUAL,
                spring.stream().map(event -> part(event, 20)).toList(),
                false,
                null,
                "Travel stops.");
        List<Consequences.Effect> preview = rig.get(Consequences.class).of(change);
        assertThat(preview).allSatisfy(effect -> {
            assertThat(effect.problem()).isNull();
            assertThat(effect.people()).hasSize(2);
            assertThat(effect.seated()).isEqualTo(1);
            assertThat(effect.journeys()).isEqualTo(1);
        });
        Mail foreseen = rig.get(ChangeMails.class).preview(change, preview);
        assertThat(foreseen).isNotNull();
        plan(change);
        passWindow();

        assertThat(queued()).containsOnlyKeys("event-change");
        assertThat(queued().get("event-change")).as("one mail a person").isEqualTo(2);
        Mail told = mails(smes.get(0), "event-change").get(0);
        assertThat(told.subject()).isEqualTo("4 of your events go virtual").isEqualTo(foreseen.subject());
        assertThat(told.calendars()).hasSize(4);
        assertThat(told.text()).contains("Travel stops.", "before: In person, Music City Center", "You have a seat");
        Map<String, VEvent> before = Map.copyOf(calendarOfFirst);
        replay(calendarOfFirst, smes.get(0));
        assertThat(calendarOfFirst).as("the same four entries").containsOnlyKeys(before.keySet());
        assertThat(calendarOfFirst).allSatisfy((uid, entry) -> {
            assertThat(entry.getLocation().getValue()).isEqualTo("https://meet.example.org/now");
            assertThat(entry.getSequence().getValue())
                    .isGreaterThan(before.get(uid).getSequence().getValue());
        });
        story.mailsLeave();

        plan(new ChangeEvents.Change(
                ChangeKind.MODALITY,
                Modality.IN_PERSON,
                spring.stream()
                        .map(event ->
                                new ChangeEvents.Part(event.id(), null, 2, 0, "Music City Center", "Nashville", null))
                        .toList(),
                false,
                null,
                "It was a false alarm."));
        rig.clock().set(PanelStory.BEGIN.plusSeconds(300));
        sweep();
        replay(calendarOfFirst, smes.get(0));
        assertThat(calendarOfFirst)
                .allSatisfy((uid, entry) -> assertThat(entry.getLocation().getValue())
                        .as("back in the old place")
                        .isEqualTo("Music City Center, Nashville"));
    }

    @Test
    void aPostponedEventKeepsItsSeatsTakesNoAnswersAndComesBackUnderTheSameEntry_R2_2() {
        EventCard event = inPerson(2);
        List<UUID> smes = story.smes(4);
        List<String> tokens = story.invited(event, smes);
        tokens.subList(0, 3).forEach(token -> story.answer(token, Answer.YES));
        Map<String, VEvent> calendar = new HashMap<>();
        replay(calendar, smes.get(0));
        story.mailsLeave();
        plan(new ChangeEvents.Change(
                ChangeKind.POSTPONE,
                null,
                List.of(ChangeEvents.Part.only(event.id())),
                false,
                null,
                "The venue is closed."));
        passWindow();
        assertThat(story.card(event.publicId()).status()).isEqualTo(EventStatus.POSTPONED);
        assertThat(queued()).isEqualTo(Map.of("event-change", 4L));
        String uid = calendar.keySet().iterator().next();
        replay(calendar, smes.get(0));
        assertThat(calendar.get(uid).getStatus().isCancelled()).isTrue();
        assertThatThrownBy(() -> story.answer(tokens.get(3), Answer.YES))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("invitations.closed.postponed");
        rig.clock().set(Instant.parse("2020-03-20T12:00:00Z"));
        expire();
        assertThat(story.status(tokens.get(3))).as("no deadline runs").isEqualTo(InvitationStatus.SENT);
        story.mailsLeave();
        assertThatThrownBy(() -> story.asPm(() -> rig.get(PlanEvent.class).markReady(event.publicId())))
                .isInstanceOf(Refused.class);

        plan(new ChangeEvents.Change(
                ChangeKind.NEW_DATE,
                null,
                List.of(ChangeEvents.Part.on(event.id(), LocalDate.of(2020, 11, 2))),
                true,
                LocalDate.of(2020, 10, 1),
                null));
        rig.clock().set(Instant.parse("2020-03-20T12:02:00Z"));
        sweep();

        EventCard now = story.card(event.publicId());
        assertThat(now.status()).isEqualTo(EventStatus.INVITING);
        assertThat(now.startsAt()).as("09:00 on the wall, in winter").isEqualTo("2020-11-02T14:00:00Z");
        assertThat(now.endsAt()).isEqualTo("2020-11-03T18:00:00Z");
        assertThat(story.pool(event, Modality.IN_PERSON)).isEqualTo("2 seats, 2 taken, 1 waiting");
        assertThat(story.read(tokens.get(0)).answerAgainBy()).isNotNull();
        assertThat(queued()).isEqualTo(Map.of("event-change", 4L));
        replay(calendar, smes.get(0));
        assertThat(calendar.get(uid).getStatus().isCancelled()).isFalse();
        assertThat(calendar.get(uid).getDateStart().getValue().toInstant()).isEqualTo("2020-11-02T14:00:00Z");
    }

    @Test
    void postponingKeepsASeatThatWasAskedForAgainAndTakesBackWhatWaitsToBeMailed_R2_2() {
        EventCard event = inPerson(3);
        List<UUID> smes = story.smes(3);
        List<String> tokens = story.invited(event, smes.subList(0, 2));
        story.answer(tokens.get(0), Answer.YES);
        plan(virtual(event, 5, true));
        passWindow();
        assertThat(story.read(tokens.get(0)).answerAgainBy()).isNotNull();
        story.mailsLeave();
        story.invite(event, List.of(smes.get(2)), false);
        assertThat(queued()).containsKey("invitation-invite");

        UUID postponed = plan(new ChangeEvents.Change(
                ChangeKind.POSTPONE, null, List.of(ChangeEvents.Part.only(event.id())), false, null, "No room."));
        story.asPm(() -> rig.get(ChangeEvents.class).doNow(postponed));
        assertThat(queued()).as("nobody is invited to a day that is off").isEqualTo(Map.of("event-change", 2L));
        rig.clock().set(Instant.parse("2020-03-01T12:00:00Z"));
        expire();
        assertThat(story.status(tokens.get(0))).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.read(tokens.get(0)).answerAgainBy()).isNull();

        rig.update("update outbox_message set state = 'SENT' where kind = 'event-change'");
        UUID back = plan(new ChangeEvents.Change(
                ChangeKind.NEW_DATE,
                null,
                List.of(ChangeEvents.Part.on(event.id(), LocalDate.of(2020, 11, 2))),
                false,
                LocalDate.of(2020, 10, 1),
                null));
        story.asPm(() -> rig.get(ChangeEvents.class).doNow(back));
        assertThat(queued())
                .as("who was not invited yet is so with the new date")
                .isEqualTo(Map.of("event-change", 2L, "invitation-invite", 1L));
        expire();
        assertThat(story.status(tokens.get(0))).as("the seat was kept").isEqualTo(InvitationStatus.ACCEPTED);
    }

    @Test
    void aDayOnWhichAnHourIsSkippedIsRefusedAtOnce_R2_3() {
        EventCard event =
                story.event(plan("Night shift", Modality.VIRTUAL, LocalDate.of(2020, 4, 1), LocalTime.of(2, 30)));
        UUID postponed = plan(new ChangeEvents.Change(
                ChangeKind.POSTPONE, null, List.of(ChangeEvents.Part.only(event.id())), false, null, "No."));
        story.asPm(() -> rig.get(ChangeEvents.class).doNow(postponed));
        rig.clock().set(Instant.parse("2021-01-05T12:00:00Z"));

        refused(
                "events.refused.skippedTime",
                new ChangeEvents.Change(
                        ChangeKind.NEW_DATE,
                        null,
                        List.of(ChangeEvents.Part.on(event.id(), LocalDate.of(2021, 3, 14))),
                        false,
                        LocalDate.of(2021, 2, 1),
                        null));
    }

    @Test
    void whatHappenedMeanwhileIsLeftOutAndTheOthersChange_R2_4() {
        EventCard off = inPerson(5);
        EventCard on = inPerson(5);
        story.invited(off, story.smes(1));
        story.invited(on, story.smes(1));
        UUID change = plan(new ChangeEvents.Change(
                ChangeKind.MODALITY, Modality.VIRTUAL, List.of(part(off, 5), part(on, 5)), false, null, null));
        story.asPm(() ->
                rig.get(CancelEvent.class).cancel(new CancelEvent.Cancellation(off.publicId(), "Nobody can come.")));
        passWindow();

        assertThat(story.card(on.publicId()).modality()).isEqualTo(Modality.VIRTUAL);
        assertThat(story.card(off.publicId()).modality()).isEqualTo(Modality.IN_PERSON);
        assertThat(rig.get(ChangeQueries.class).parts(change))
                .filteredOn(part -> part.event().equals(off.publicId()))
                .singleElement()
                .satisfies(part -> assertThat(part.leftOut()).contains("Cancelled"));
    }

    @Test
    void badInputIsRefusedWithItsReasonAndNothingWaits() {
        EventCard event = inPerson(2);
        List<String> tokens = story.invited(event, story.smes(2));
        tokens.forEach(token -> story.answer(token, Answer.YES));
        String before = story.checksums();
        refused("changes.refused.seatsTaken", virtual(event, 1, false));
        refused("changes.refused.seats", virtual(event, 0, false));
        refused("changes.refused.same", change(Modality.IN_PERSON, part(event, 5), false, null));
        refused("changes.refused.noVenue", change(Modality.HYBRID, part(event, 5), false, null));
        refused("changes.refused.noEvents", change(Modality.VIRTUAL, null, false, null));
        refused(
                "changes.refused.deadlineLate",
                change(Modality.VIRTUAL, part(event, 5), true, LocalDate.of(2020, 3, 10)));
        refused(
                "changes.refused.deadlinePast",
                change(Modality.VIRTUAL, part(event, 5), true, LocalDate.of(2020, 2, 1)));
        assertThatThrownBy(() -> change(Modality.VIRTUAL, part(event, 5), true, null))
                .hasMessageContaining("changes.refused.noDeadline");
        refused(
                "events.refused.link",
                change(
                        Modality.VIRTUAL,
                        new ChangeEvents.Part(event.id(), null, 0, 5, null, null, "javascript:alert(1)"),
                        false,
                        null));
        refused(
                "changes.refused.noReason",
                new ChangeEvents.Change(
                        ChangeKind.POSTPONE, null, List.of(ChangeEvents.Part.only(event.id())), false, null, " "));
        refused(
                "changes.refused.status",
                new ChangeEvents.Change(
                        ChangeKind.NEW_DATE,
                        null,
                        List.of(ChangeEvents.Part.on(event.id(), LocalDate.of(2020, 5, 1))),
                        false,
                        LAST_DAY,
                        null));
        assertThat(story.checksums()).isEqualTo(before);
        plan(virtual(event, 5, false));
        refused("changes.refused.waits", virtual(event, 5, false));
    }

    @Test
    void yesesThatArriveWhileTheChangeHappensAreNeitherLostNorOversold_R3_6() {
        EventCard event = inPerson(5);
        List<String> tokens = story.invited(event, story.smes(30));
        tokens.subList(0, 5).forEach(token -> story.answer(token, Answer.YES));
        UUID change = plan(virtual(event, 12, false));
        List<Callable<Object>> acts = new ArrayList<>();
        acts.add(() -> story.asPm(() -> rig.get(ChangeEvents.class).doNow(change)));
        tokens.subList(5, 30).forEach(token -> acts.add(() -> story.answer(token, Answer.YES)));

        PanelStory.atOnce(acts);

        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("12 seats, 12 taken, 18 waiting");
        assertThat(story.count(event, InvitationStatus.ACCEPTED)).isEqualTo(12);
        assertThat(story.tickets(event)).doesNotHaveDuplicates().hasSize(18);
    }

    @Test
    void theConsequencesOfAThousandPeopleTakeAsManyStatementsAsThoseOfTen() {
        EventCard small = inPerson(20);
        story.invited(small, story.smes(10));
        EventCard large = inPerson(2000);
        story.invited(large, story.smes(1000));

        assertThat(statements(large)).isEqualTo(statements(small)).isLessThanOrEqualTo(8);
    }

    private static int statements(EventCard event) {
        rig.statements().reset();
        rig.get(Consequences.class).of(virtual(event, 2000, false));
        return rig.statements().count();
    }

    private static void refused(String key, ChangeEvents.Change change) {
        assertThatThrownBy(() -> plan(change)).isInstanceOf(Refused.class).hasMessageContaining(key);
    }

    private static EventCard inPerson(int seats) {
        return story.event(story.plan(Modality.IN_PERSON, seats, 0));
    }

    private static EventPlan plan(String title, Modality modality, LocalDate day) {
        return plan(title, modality, day, LocalTime.of(9, 0));
    }

    private static EventPlan plan(String title, Modality modality, LocalDate day, LocalTime from) {
        return new EventPlan(
                EventKind.OTHER,
                null,
                title,
                null,
                modality,
                ZoneId.of("America/Chicago"),
                day,
                day,
                from,
                LocalTime.of(17, 0),
                "Music City Center",
                "Nashville",
                null,
                2,
                2,
                day.minusDays(10),
                LocalTime.of(18, 0),
                story.pm.accountId());
    }

    private static ChangeEvents.Part part(EventCard event, int seats) {
        return new ChangeEvents.Part(event.id(), null, 0, seats, null, null, "https://meet.example.org/now");
    }

    private static ChangeEvents.Change virtual(EventCard event, int seats, boolean again) {
        return change(Modality.VIRTUAL, part(event, seats), again, again ? LAST_DAY : null);
    }

    private static ChangeEvents.Change change(Modality to, ChangeEvents.Part part, boolean again, LocalDate lastDay) {
        return new ChangeEvents.Change(
                ChangeKind.MODALITY, to, Stream.ofNullable(part).toList(), again, lastDay, "Travel stops.");
    }

    private static UUID plan(ChangeEvents.Change change) {
        return story.asPm(() -> rig.get(ChangeEvents.class).plan(change)).id();
    }

    private static void passWindow() {
        rig.clock().set(PanelStory.BEGIN.plus(WINDOW));
        sweep();
    }

    private static void expire() {
        rig.as(Caller.SYSTEM, () -> rig.get(InvitationSweep.class).run());
    }

    private static void sweep() {
        rig.as(Caller.SYSTEM, () -> rig.get(ChangeSweep.class).run());
    }

    private static List<Long> ids(List<EventCard> events) {
        return events.stream().map(EventCard::id).toList();
    }

    /** How many messages wait, by kind; the tests before have sent theirs. */
    private static Map<String, Long> queued() {
        Map<String, Long> byKind = new HashMap<>();
        rig.rows("select kind, count(*) from outbox_message where state = 'QUEUED' group by kind")
                .forEach(row -> byKind.put((String) ((Object[]) row)[0], Sql.number(((Object[]) row)[1])));
        return byKind;
    }

    private static Map<String, Integer> sequences(EventCard event) {
        Map<String, Integer> sequences = new HashMap<>();
        rig.rows("select public_id, sequence from invitation where event_id = ?1", event.id())
                .forEach(row -> sequences.put((String) ((Object[]) row)[0], Sql.integer(((Object[]) row)[1])));
        return sequences;
    }

    private static List<Mail> mails(UUID sme, String kind) {
        return rig
                .rows(
                        "select o.id, o.kind from outbox_message o join sme s on s.email = o.recipient"
                                + " where s.public_id = ?1 and o.kind like ?2 order by o.id",
                        sme.toString(),
                        kind)
                .stream()
                .map(row -> rig.get(OutboxQueries.class)
                        .one(Sql.number(((Object[]) row)[0]))
                        .orElseThrow()
                        .mail())
                .toList();
    }

    /** What a calendar client does with the mails of somebody: the entry with the highest SEQUENCE of a UID stands. */
    private static void replay(Map<String, VEvent> calendar, UUID sme) {
        for (Mail mail : mails(sme, "%")) {
            for (Mail.Calendar entry : mail.calendars()) {
                ICalendar parsed = Biweekly.parse(entry.content()).first();
                VEvent event = parsed.getEvents().get(0);
                calendar.merge(
                        event.getUid().getValue(),
                        event,
                        (old, now) -> now.getSequence().getValue()
                                        >= old.getSequence().getValue()
                                ? now
                                : old);
            }
        }
    }
}
