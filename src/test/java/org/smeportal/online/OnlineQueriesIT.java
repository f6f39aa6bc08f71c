package org.smeportal.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.online.OnlineStory.Member;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** Reading the day: the same few statements however many ask, and what is shown in which order. */
class OnlineQueriesIT {

    private static Rig rig;
    private static OnlineStory story;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        story = new OnlineStory(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void dayQueueRoomsAndNewsTakeTheSameStatementsAtTenAndAThousandRows() {
        int[] ten = statements(10, "2020-03-02");
        int[] thousand = statements(1000, "2020-03-03");
        assertThat(thousand).isEqualTo(ten);
        assertThat(ten[0]).as("day").isLessThanOrEqualTo(7);
        assertThat(ten[1]).as("queue").isLessThanOrEqualTo(6);
        assertThat(ten[2]).as("rooms").isLessThanOrEqualTo(3);
        assertThat(ten[3]).as("news").isLessThanOrEqualTo(3);
    }

    private static int[] statements(int count, String day) {
        Member noor = story.member("Noor", "Europe/Lisbon");
        UUID event = story.event(day, noor);
        long id = story.workshops.eventId(event);
        for (int i = 0; i < Math.min(count, 39); i++) {
            story.room(event, RoomKind.GROUP, "Group " + i);
        }
        story.workshops.seat(event, story.workshops.smes(count));
        rig.update("""
                insert into help_request (public_id, form_key, event_id, sme_id, question, state, asked_at)
                select uuid(), uuid(), i.event_id, i.sme_id, 'Why?', 'OPEN', '2020-02-01' from invitation i
                where i.event_id = ?1""", id);
        rig.update("""
                insert into help_request (public_id, form_key, event_id, sme_id, question, state, asked_at)
                select uuid(), uuid(), i.event_id, ?2, 'Why?', 'OPEN', '2020-02-01' from invitation i
                where i.event_id = ?1""", id, story.workshops.smeId(noor.sme()));
        rig.update("""
                insert into follow_up_call (public_id, form_key, event_id, sme_id, host_id, zone, starts_at, minutes, link, state)
                select uuid(), uuid(), i.event_id, ?2, ?3, 'Europe/Berlin', '2020-04-01', 15, 'https://x.example', 'BOOKED'
                from invitation i where i.event_id = ?1""", id, story.workshops.smeId(noor.sme()), story.pm.accountId());
        rig.statements().reset();
        DayQueries.Day seen = story.day(event, noor);
        int dayCount = rig.statements().count();
        assertThat(seen.requests()).isNotEmpty();
        assertThat(seen.calls()).isNotEmpty();

        rig.statements().reset();
        HelpQueries help = rig.get(HelpQueries.class);
        rig.get(EventDirectory.class).byPublicId(event);
        help.version(id);
        help.counts(id);
        assertThat(help.queue(id, HelpQueries.Part.WAITING, PageRequest.number(1))
                        .total())
                .isEqualTo(2L * (count + 1));
        rig.get(CallQueries.class).ofEvent(id);
        int queue = rig.statements().count();

        rig.statements().reset();
        rig.get(EventDirectory.class).byPublicId(event);
        rig.get(RoomQueries.class).rooms(id);
        rig.get(RoomQueries.class).members(id);
        int rooms = rig.statements().count();

        rig.statements().reset();
        rig.get(DayQueries.class).news(event, noor.caller().accountId(), false);
        return new int[] {dayCount, queue, rooms, rig.statements().count()};
    }

    @Test
    void theLongestWaitingStandsFirstTakenOnesAfterAndClosedOnesApart_R4_6() {
        Member noor = story.member("Noor", "Europe/Lisbon");
        Member bo = story.member("Bo", "Europe/Lisbon");
        UUID event = story.event("2020-03-04", noor, bo);
        long id = story.workshops.eventId(event);
        UUID first = story.ask(noor, event, "First");
        rig.clock().advance(Duration.ofMinutes(1));
        UUID second = story.ask(bo, event, "Second");
        rig.clock().advance(Duration.ofMinutes(1));
        UUID third = story.ask(noor, event, "Third");
        act(() -> rig.get(AnswerHelp.class).take(first));
        act(() -> rig.get(AnswerHelp.class).answer(new AnswerHelp.Answer(third, "Done", null)));
        HelpQueries help = rig.get(HelpQueries.class);
        Page<HelpQueries.Request> waiting = help.queue(id, HelpQueries.Part.WAITING, PageRequest.number(1));
        assertThat(waiting.rows()).extracting(HelpQueries.Request::id).containsExactly(second, first);
        assertThat(help.queue(id, HelpQueries.Part.CLOSED, PageRequest.number(1))
                        .rows())
                .extracting(HelpQueries.Request::id)
                .containsExactly(third);
        assertThat(help.counts(id)).containsEntry(HelpState.OPEN, 1).containsEntry(HelpState.TAKEN, 1);
    }

    /** “How long waiting” is right without a reload: the queue is another one each minute while somebody waits. */
    @Test
    void theQueueIsNewsEachMinuteWhileSomebodyWaitsAndQuietWhenNobodyDoes_R4_6() {
        Member noor = story.member("Noor", "Europe/Lisbon");
        UUID event = story.event("2020-03-05", noor);
        long id = story.workshops.eventId(event);
        HelpQueries help = rig.get(HelpQueries.class);
        String quiet = help.version(id);
        rig.clock().advance(Duration.ofMinutes(2));
        assertThat(help.version(id)).isEqualTo(quiet);
        UUID asked = story.ask(noor, event, "Anybody?");
        String one = help.version(id);
        rig.clock().advance(Duration.ofMinutes(1));
        assertThat(help.version(id)).isNotEqualTo(one).isNotEqualTo(quiet);
        rig.as(noor.caller(), () -> rig.get(AskForHelp.class).settle(asked));
        String settled = help.version(id);
        rig.clock().advance(Duration.ofMinutes(1));
        assertThat(help.version(id)).isEqualTo(settled);
    }

    /** Sessions are those of the event, so the day in March has the hours of its zone (R2.3). */
    @Test
    void nowAndNextFollowTheClock_R4_6() {
        Member noor = story.member("Noor", "Asia/Kathmandu");
        UUID event = story.event("2020-03-30", noor);
        rig.clock().set(Instant.parse("2020-03-30T06:59:59Z"));
        assertThat(story.day(event, noor).now()).isNull();
        assertThat(story.day(event, noor).next().startsAt()).isEqualTo(Instant.parse("2020-03-30T07:00:00Z"));
        String before = story.day(event, noor).version();
        rig.clock().set(Instant.parse("2020-03-30T07:00:00Z"));
        assertThat(story.day(event, noor).now().title()).isEqualTo("The day");
        assertThat(story.day(event, noor).version()).isNotEqualTo(before);
        rig.clock().set(Instant.parse("2020-03-30T15:00:00Z"));
        assertThat(story.day(event, noor).now()).isNull();
    }

    @Test
    void aProgrammeManagerSeesTheDayWithoutASeat_R4_6() {
        UUID event = story.event("2020-03-06");
        DayQueries.Day day =
                rig.get(DayQueries.class).day(event, story.pm.accountId(), true).orElseThrow();
        assertThat(day.seated()).isFalse();
        assertThat(rig.get(DayQueries.class).day(UUID.randomUUID(), story.pm.accountId(), true))
                .isEmpty();
    }

    private static void act(Runnable act) {
        Caller pm = story.pm;
        rig.as(pm, act);
    }
}
