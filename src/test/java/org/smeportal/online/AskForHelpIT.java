package org.smeportal.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.online.OnlineStory.Member;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** “Ask for help” (R4.6): it lands once in the queue, is taken by one, answered once, and only its own people see it. */
class AskForHelpIT {

    private static final String NASTY = "O’Brien & <script>alert(1)</script> \"名前\" {0}";

    private static Rig rig;
    private static OnlineStory story;
    private static Member noor;
    private static Member bo;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        story = new OnlineStory(rig);
        noor = story.member("Noor Haddad", "America/New_York");
        bo = story.member("Bo Berg", "Europe/Lisbon");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void aQuestionWaitsIsTakenAndAnsweredAndTheSmeSeesEachStep_R4_6() {
        UUID event = story.event("2020-03-02", noor);
        UUID group = story.room(event, RoomKind.GROUP, "North");
        UUID id = story.ask(noor, event, UUID.randomUUID(), group, NASTY);
        assertThat(story.day(event, noor).requests()).singleElement().satisfies(asked -> {
            assertThat(asked.question()).isEqualTo(NASTY);
            assertThat(asked.state()).isEqualTo(HelpState.OPEN);
            assertThat(asked.room()).isEqualTo("North");
        });

        rig.clock().advance(Duration.ofMinutes(4));
        take(story.pm, id);
        assertThat(story.request(id).takenBy()).isEqualTo("Priya Nair");
        answer(story.pm, id, "About 120 words.\r\nShorter is kinder.", null);

        HelpQueries.Request answered = story.day(event, noor).requests().get(0);
        assertThat(answered.state()).isEqualTo(HelpState.ANSWERED);
        assertThat(answered.answer()).isEqualTo("About 120 words.\nShorter is kinder.");
        assertThat(Duration.between(answered.askedAt(), answered.closedAt())).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void theSameFormSentTwiceAsksOnceAlsoAtTheSameMoment_R4_6() throws Exception {
        UUID event = story.event("2020-03-03", noor);
        UUID form = UUID.randomUUID();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<UUID> click = () -> story.ask(noor, event, form, null, "Which task is mine?");
            List<Future<UUID>> clicks = threads.invokeAll(List.of(click, click, click, click));
            for (Future<UUID> one : clicks) {
                assertThat(one.get()).isNotNull();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(story.day(event, noor).requests()).hasSize(1);
    }

    @Test
    void threeQuestionsMayWaitAndTheNextOneWhenOneIsSettledOrAnswered_R4_6() {
        UUID event = story.event("2020-03-04", noor, bo);
        UUID first = story.ask(noor, event, "One");
        UUID second = story.ask(noor, event, "Two");
        story.ask(noor, event, "Three");
        assertThatThrownBy(() -> story.ask(noor, event, "Four"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("online.refused.tooMany");
        story.ask(bo, event, "Mine counts for me");

        settle(noor, first);
        settle(noor, first);
        answer(story.pm, second, "Yes", null);
        story.ask(noor, event, "Four");
        story.ask(noor, event, "Five");
        assertThat(story.day(event, noor).waiting()).isEqualTo(3);
    }

    @Test
    void whoHasNoSeatFindsNeitherTheDayNorItsRoomsNorTheQueue_R4_6() {
        UUID event = story.event("2020-03-05", noor);
        UUID elsewhere = story.event("2020-03-06", bo);
        UUID foreignRoom = story.room(elsewhere, RoomKind.GROUP, "Elsewhere");
        UUID hers = story.ask(noor, event, "Mine");

        DayQueries days = rig.get(DayQueries.class);
        assertThat(days.day(event, bo.caller().accountId(), false)).isEmpty();
        assertThat(days.news(event, bo.caller().accountId(), false)).isEmpty();
        assertThat(days.news(event, noor.caller().accountId(), false)).isPresent();
        assertThatThrownBy(() -> story.ask(bo, event, "Not mine")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> settle(bo, hers)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> story.ask(noor, event, UUID.randomUUID(), foreignRoom, "Tampered"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> answer(story.pm, hers, null, foreignRoom)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> take(noor.caller(), hers)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> answer(noor.caller(), hers, "Self", null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> take(story.pm, UUID.randomUUID())).isInstanceOf(NotFound.class);

        rig.update(
                "update invitation set status = 'DECLINED', holds_seat = false where event_id = ?1",
                story.workshops.eventId(event));
        assertThat(days.day(event, noor.caller().accountId(), false)).isEmpty();
        assertThatThrownBy(() -> story.ask(noor, event, "Gave the seat back")).isInstanceOf(NotFound.class);
    }

    @Test
    void oneTakesItAnyMayAnswerAndAnAnswerStands_R4_6() {
        Caller tomasz = story.pm("Tomasz Lewandowski", "Europe/Warsaw");
        UUID event = story.event("2020-03-09", noor);
        UUID help = story.room(event, RoomKind.HELP, "Help desk");
        UUID id = story.ask(noor, event, "Who keeps the task?");
        take(story.pm, id);
        take(story.pm, id);
        assertThatThrownBy(() -> take(tomasz, id))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("online.refused.taken");
        assertThatThrownBy(() -> answer(tomasz, id, "  ", null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("online.refused.noAnswer");
        answer(tomasz, id, null, help);
        answer(tomasz, id, null, help);
        HelpQueries.Request sent = story.day(event, noor).requests().get(0);
        assertThat(sent.helpRoom()).isEqualTo("Help desk");
        assertThat(sent.helpLink()).startsWith("https://");
        assertThat(sent.answeredBy()).isEqualTo("Tomasz Lewandowski");
        assertThatThrownBy(() -> answer(story.pm, id, "Too late", null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("online.refused.closed");
    }

    @Test
    void afterTheEventNothingIsAskedButEverythingIsKept_R4_6() {
        UUID event = story.event("2020-03-10", noor);
        UUID id = story.ask(noor, event, "Kept?");
        rig.update("update event set status = 'CANCELLED' where public_id = ?1", event.toString());
        assertThatThrownBy(() -> story.ask(noor, event, "Anybody there?"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("online.refused.over");
        assertThat(story.day(event, noor).open()).isFalse();
        assertThat(story.day(event, noor).requests())
                .extracting(HelpQueries.Request::id)
                .containsExactly(id);
    }

    /** A question may touch an item (R9.2): the trail and the mails know that somebody asked, not what. */
    @Test
    void theWordsStandInNoAuditEntryAndNoMail_R9_2() {
        UUID event = story.event("2020-03-11", noor);
        UUID id = story.ask(noor, event, "canary-question-words");
        answer(story.pm, id, "canary-answer-words", null);
        assertThat(rig.count(
                        "select count(*) from audit_entry where detail like '%canary%' or subject like '%canary%'"))
                .isZero();
        assertThat(rig.count("select count(*) from outbox_message where parameters like '%canary%'"))
                .isZero();
    }

    @Test
    void lineBreaksAndLongTextsAreRefusedAndNothingIsStored() {
        UUID event = story.event("2020-03-12", noor);
        assertThatThrownBy(() -> story.ask(noor, event, "One\r\nBcc: all@example.org"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> story.ask(noor, event, "x".repeat(301))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> story.ask(noor, event, "  ")).isInstanceOf(Refused.class);
        assertThat(story.day(event, noor).requests()).isEmpty();
    }

    @Test
    void thePageHearsOfEachChangeAndOfNothingElse_R4_6() {
        UUID event = story.event("2020-03-13", noor, bo);
        DayQueries days = rig.get(DayQueries.class);
        String before = days.news(event, noor.caller().accountId(), false).orElseThrow();
        assertThat(story.day(event, noor).version()).isEqualTo(before);
        story.ask(bo, event, "Not Noor’s business");
        assertThat(days.news(event, noor.caller().accountId(), false)).contains(before);
        UUID id = story.ask(noor, event, "Hers");
        String asked = days.news(event, noor.caller().accountId(), false).orElseThrow();
        take(story.pm, id);
        String taken = days.news(event, noor.caller().accountId(), false).orElseThrow();
        story.room(event, RoomKind.HELP, "Help");
        String opened = days.news(event, noor.caller().accountId(), false).orElseThrow();
        assertThat(List.of(before, asked, taken, opened)).doesNotHaveDuplicates();
    }

    private static void take(Caller caller, UUID id) {
        rig.as(caller, () -> rig.get(AnswerHelp.class).take(id));
    }

    private static void answer(Caller caller, UUID id, String words, UUID room) {
        rig.as(caller, () -> rig.get(AnswerHelp.class).answer(new AnswerHelp.Answer(id, words, room)));
    }

    private static void settle(Member member, UUID id) {
        rig.as(member.caller(), () -> rig.get(AskForHelp.class).settle(id));
    }
}
