package org.smeportal.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.attendance.AttendanceResult;
import org.smeportal.attendance.CloseAttendance;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventKind;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.online.OnlineStory;
import org.smeportal.online.OnlineStory.Member;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** Feedback after an event (R4.7): who was there, once, changed for a while, told without names. */
class GiveFeedbackIT {

    private static final String NASTY = "<b>Keep</b> O’Brien’s “pace” & {0}\r\nSecond line";

    private static Rig rig;
    private static OnlineStory story;
    private static Member noor;
    private static Member bo;
    private static Member cy;
    private static LocalDate day = LocalDate.of(2020, 3, 2);

    @BeforeAll
    static void start() {
        rig = Rig.start();
        story = new OnlineStory(rig);
        noor = story.member("Noor Haddad", "America/New_York");
        bo = story.member("Bo Berg", "Europe/Lisbon");
        cy = story.member("Cy Cole", "Europe/Lisbon");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void another() {
        rig.update("delete from outbox_message");
        day = day.plusDays(60);
    }

    @Test
    void whenAttendanceIsClosedWhoWasThereIsAskedOnceByAMailThatCanBeTakenBack_R4_7_R3_7() {
        UUID withoutAccount = story.workshops.sme("No account");
        UUID event = over(noor.sme(), bo.sme(), cy.sme(), withoutAccount);
        give(cy, event, 4, null, false);
        story.workshops.present(event, noor.sme(), cy.sme(), withoutAccount);
        story.workshops.close(event, new CloseAttendance.Overrule(bo.sme(), AttendanceResult.NO_SHOW, "Never came"));

        FeedbackQueries queries = rig.get(FeedbackQueries.class);
        long id = story.workshops.eventId(event);
        FeedbackQueries.Waiting waiting = queries.waiting(id).orElseThrow();
        assertThat(waiting.count()).isEqualTo(1);
        assertThat(waiting.leavesAt()).isEqualTo(rig.clock().instant().plusSeconds(60));
        Mail mail = mail();
        assertThat(mail.subject()).contains("How was “Event ");
        assertThat(mail.text()).contains("For Noor Haddad", "https://portal.example.org/app/feedback/give/" + event);
        assertThat(mail.calendars()).isEmpty();

        HoldAsking.Mails seen = new HoldAsking.Mails(event, waiting.batch());
        assertThatThrownBy(() ->
                        rig.as(noor.caller(), () -> rig.get(HoldAsking.class).takeBack(seen)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> rig.as(
                        story.pm,
                        () -> rig.get(HoldAsking.class).takeBack(new HoldAsking.Mails(event, UUID.randomUUID()))))
                .isInstanceOf(Refused.class);
        assertThat(rig.as(story.pm, () -> rig.get(HoldAsking.class).takeBack(seen)))
                .isEqualTo(1);
        assertThat(rig.count("select count(*) from outbox_message where kind = 'feedback-ask'"))
                .isZero();
        assertThat(queries.due(noor.caller().accountId()))
                .extracting(FeedbackQueries.Due::event)
                .contains(event);
        assertThatThrownBy(
                        () -> rig.as(story.pm, () -> rig.get(HoldAsking.class).sendNow(seen)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("feedback.refused.left");
    }

    @Test
    void anEventThatEndedLongAgoAsksNobody_R4_7() {
        UUID event = over(noor.sme());
        rig.clock().advance(Duration.ofDays(31));
        story.workshops.close(event);
        assertThat(rig.count("select count(*) from outbox_message where kind = 'feedback-ask'"))
                .isZero();
        assertThat(rig.get(FeedbackQueries.class).due(noor.caller().accountId()))
                .extracting(FeedbackQueries.Due::event)
                .doesNotContain(event);
    }

    @Test
    void onlyWhoWasThereFindsTheForm_R4_7() {
        UUID event = over(noor.sme(), bo.sme());
        give(bo, event, 3, null, false);
        story.workshops.present(event, noor.sme());
        story.workshops.close(event);
        assertThatThrownBy(() -> give(cy, event, 5, null, false)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> give(bo, event, 5, null, false)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> give(noor, UUID.randomUUID(), 5, null, false)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> give(story.pm, event, 5, null, false)).isInstanceOf(Forbidden.class);
        give(noor, event, 5, null, false);
        rig.update("update event set status = 'CANCELLED' where public_id = ?1", event.toString());
        assertThat(rig.get(FeedbackQueries.class).own(event, noor.caller().accountId()))
                .isEmpty();
    }

    @Test
    void sentTwiceItIsOneAnswerAndChangedItIsTheNewOneUntilFourteenDaysAreOver_R4_7() throws Exception {
        UUID event = over(noor.sme());
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Callable<Boolean> click = () -> {
                give(noor, event, 2, NASTY, false);
                return true;
            };
            for (Future<Boolean> one : threads.invokeAll(List.of(click, click, click))) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        rig.clock().advance(Duration.ofDays(13));
        give(noor, event, 5, NASTY, true);
        FeedbackQueries.Given given = own(event).given();
        assertThat(given.overall()).isEqualTo(5);
        assertThat(given.keep()).isEqualTo(NASTY.replace("\r\n", "\n"));
        assertThat(given.byName()).isTrue();
        assertThat(rig.count("select count(*) from feedback where event_id = ?1", story.workshops.eventId(event)))
                .isEqualTo(1);
        rig.clock().advance(Duration.ofDays(1));
        assertThatThrownBy(() -> give(noor, event, 1, null, false))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("feedback.refused.fixed");
        assertThat(own(event).given().overall()).isEqualTo(5);
    }

    @Test
    void halfAnAnswerAndOneOutOfRangeAreRefused_R4_7() {
        UUID event = over(noor.sme());
        for (GiveFeedback.Answer half : List.of(
                new GiveFeedback.Answer(event, null, Pace.RIGHT, true, null, null, false),
                new GiveFeedback.Answer(event, 6, Pace.RIGHT, true, null, null, false),
                new GiveFeedback.Answer(event, 0, Pace.RIGHT, true, null, null, false),
                new GiveFeedback.Answer(event, 5, null, true, null, null, false),
                new GiveFeedback.Answer(event, 5, Pace.RIGHT, null, null, null, false),
                new GiveFeedback.Answer(event, 5, Pace.RIGHT, true, "x".repeat(1001), null, false))) {
            assertThatThrownBy(() -> rig.as(
                            noor.caller(), () -> rig.get(GiveFeedback.class).give(half)))
                    .isInstanceOf(Refused.class);
        }
        assertThat(own(event).given()).isNull();
    }

    /** The rule of privacy as the form states it. */
    @Test
    void fewerThanThreeAnswersShowNothingAndNamesStandOnlyWhereTheyAreWanted_R4_7() {
        UUID event = over(noor.sme(), bo.sme(), cy.sme());
        long id = story.workshops.eventId(event);
        give(noor, event, 1, "Noor’s secret", false);
        give(bo, event, 5, "Bo’s open word", true);
        FeedbackQueries queries = rig.get(FeedbackQueries.class);
        FeedbackQueries.Summary two = queries.summary(id);
        assertThat(two.isShown()).isFalse();
        assertThat(two.answers()).isEqualTo(2);
        assertThat(two.there()).isEqualTo(3);
        assertThat(two.comments()).isEmpty();
        assertThat(two.overall()).isEmpty();
        assertThat(two.pace()).isEmpty();

        give(cy, event, 3, null, true);
        FeedbackQueries.Summary three = queries.summary(id);
        assertThat(three.isShown()).isTrue();
        assertThat(three.overall()).containsEntry(1, 1).containsEntry(3, 1).containsEntry(5, 1);
        assertThat(three.average()).isEqualTo("3.0");
        assertThat(three.of(true))
                .extracting(one -> one.words() + " / " + one.name())
                .containsExactlyInAnyOrder("Noor’s secret / null", "Bo’s open word / Bo Berg");
        assertThat(rig.count("select count(*) from audit_entry where detail like '%secret%'"))
                .isZero();
    }

    private static UUID over(UUID... seated) {
        return story.workshops.over(EventKind.GROUP_REVIEW, day, "Europe/Berlin", List.of(seated));
    }

    private static void give(Member member, UUID event, int overall, String keep, boolean byName) {
        give(member.caller(), event, overall, keep, byName);
    }

    private static void give(Caller caller, UUID event, int overall, String keep, boolean byName) {
        rig.as(
                caller,
                () -> rig.get(GiveFeedback.class)
                        .give(new GiveFeedback.Answer(event, overall, Pace.RIGHT, true, keep, null, byName)));
    }

    private static FeedbackQueries.Own own(UUID event) {
        assertThat(rig.get(EventDirectory.class).byPublicId(event)).isPresent();
        return rig.get(FeedbackQueries.class)
                .own(event, noor.caller().accountId())
                .orElseThrow();
    }

    private static Mail mail() {
        long id = Sql.number(rig.rows("select id from outbox_message where kind = 'feedback-ask'")
                .get(0));
        return rig.get(OutboxQueries.class).one(id).orElseThrow().mail();
    }
}
