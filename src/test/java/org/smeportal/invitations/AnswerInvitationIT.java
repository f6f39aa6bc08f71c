package org.smeportal.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.events.CancelEvent;
import org.smeportal.events.EventCard;
import org.smeportal.events.Modality;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.LinkTokens;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Answers, seats and the waitlist (R3.3, R3.4, R3.6). */
class AnswerInvitationIT {

    private static final Instant AFTER_DEADLINE = Instant.parse("2020-03-04T12:00:00Z");
    private static final Instant DAY_BEFORE = Instant.parse("2020-03-09T12:00:00Z");

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
    }

    @Test
    void twoHundredYesesAtOnceForTheLastSeatGiveOneSeatAndTicketsWithoutAGap_R3_6() {
        EventCard event = story.event(20);
        List<String> tokens = story.invited(event, story.smes(219));
        tokens.subList(0, 19).forEach(token -> story.answer(token, Answer.YES));
        List<Callable<InvitationStatus>> yeses = tokens.subList(19, 219).stream()
                .<Callable<InvitationStatus>>map(token -> () -> story.answer(token, Answer.YES))
                .toList();

        List<InvitationStatus> answers = PanelStory.atOnce(yeses);

        assertThat(answers).filteredOn(InvitationStatus.ACCEPTED::equals).hasSize(1);
        assertThat(answers).filteredOn(InvitationStatus.WAITLISTED::equals).hasSize(199);
        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("20 seats, 20 taken, 199 waiting");
        assertThat(rig.count("select count(*) from invitation where event_id = ?1 and holds_seat = true", event.id()))
                .isEqualTo(20);
        assertThat(story.tickets(event))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 199).boxed().toList());

        String before = story.checksums();
        assertThat(PanelStory.atOnce(yeses)).isEqualTo(answers);
        assertThat(story.checksums())
                .as("repeating every answer changes nothing")
                .isEqualTo(before);
    }

    @Test
    void aDeclinePromotesTheFirstInTheQueueWhileFiftyNewYesesArrive_R3_6() {
        EventCard event = story.event(20);
        List<String> tokens = story.invited(event, story.smes(73));
        tokens.subList(0, 23).forEach(token -> story.answer(token, Answer.YES));
        List<Callable<InvitationStatus>> acts = new ArrayList<>();
        acts.add(() -> story.answer(tokens.get(5), Answer.NO));
        tokens.subList(23, 73).forEach(token -> acts.add(() -> story.answer(token, Answer.YES)));

        List<InvitationStatus> answers = PanelStory.atOnce(acts);

        assertThat(answers.get(0)).isEqualTo(InvitationStatus.DECLINED);
        assertThat(answers.subList(1, 51)).as("nobody overtakes").containsOnly(InvitationStatus.WAITLISTED);
        assertThat(story.status(tokens.get(20))).as("who had ticket 1").isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("20 seats, 20 taken, 52 waiting");
        assertThat(story.tickets(event))
                .containsExactlyElementsOf(LongStream.rangeClosed(2, 53).boxed().toList());
        assertThat(rig.count(
                        "select count(*) from outbox_message where event_id = ?1 and kind = 'invitation-seat'",
                        event.id()))
                .isEqualTo(1);
    }

    @Test
    void aMaybeHoldsNoSeatAndPassesOnTheOneItHad_R3_3() {
        EventCard event = story.event(1);
        List<String> tokens = story.invited(event, story.smes(2));
        story.answer(tokens.get(0), Answer.YES);
        story.answer(tokens.get(1), Answer.YES);

        assertThat(story.answer(tokens.get(0), Answer.MAYBE)).isEqualTo(InvitationStatus.TENTATIVE);

        assertThat(story.status(tokens.get(1))).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("1 seats, 1 taken, 0 waiting");
    }

    @Test
    void afterTheDeadlineAYesGoesToTheWaitlistUntilSeatsAreGivenAndAMaybeIsRefused_R3_4() {
        EventCard event = story.event(3);
        List<String> tokens = story.invited(event, story.smes(2));
        rig.clock().set(AFTER_DEADLINE);

        assertThat(story.answer(tokens.get(0), Answer.YES)).isEqualTo(InvitationStatus.WAITLISTED);
        assertRefused("invitations.closed.lateMaybe", () -> story.answer(tokens.get(1), Answer.MAYBE));
        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("3 seats, 0 taken, 1 waiting");

        story.asPm(() -> rig.get(GiveSeat.class).toTheQueue(event.publicId()));
        assertThat(story.status(tokens.get(0))).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("3 seats, 1 taken, 0 waiting");
    }

    @Test
    void aSeatCanBeGivenBackAfterTheDeadlineAndTheNoticeIsRecorded_R3_4() {
        EventCard event = story.event(1);
        String token = story.invited(event, story.smes(1)).get(0);
        story.answer(token, Answer.YES);
        rig.clock().set(AFTER_DEADLINE);

        assertThat(story.answer(token, Answer.NO)).isEqualTo(InvitationStatus.DECLINED);

        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("1 seats, 0 taken, 0 waiting");
        assertThat(rig.rows(
                        "select m.reason from invitation_move m join invitation i on i.id = m.invitation_id"
                                + " where i.event_id = ?1 and m.to_status = 'DECLINED'",
                        event.id()))
                .singleElement()
                .isEqualTo("after the deadline");
    }

    @Test
    void within48HoursAFreedSeatIsOfferedWithALimitAndExpiryPassesItOn_R3_6() {
        EventCard event = story.event(1);
        List<String> tokens = story.invited(event, story.smes(3));
        tokens.forEach(token -> story.answer(token, Answer.YES));
        rig.clock().set(DAY_BEFORE);

        story.answer(tokens.get(0), Answer.NO);
        assertThat(story.status(tokens.get(1))).isEqualTo(InvitationStatus.OFFERED);
        assertThat(story.read(tokens.get(1)).offeredUntil()).isEqualTo(DAY_BEFORE.plus(Duration.ofHours(6)));
        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("1 seats, 1 taken, 1 waiting");

        rig.clock().advance(Duration.ofHours(6));
        rig.as(Caller.SYSTEM, () -> rig.get(InvitationSweep.class).run());
        assertThat(story.status(tokens.get(1))).isEqualTo(InvitationStatus.EXPIRED);
        assertThat(story.status(tokens.get(2))).isEqualTo(InvitationStatus.OFFERED);

        assertThat(story.answer(tokens.get(2), Answer.YES)).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("1 seats, 1 taken, 0 waiting");
    }

    @Test
    void whoHasNotSaidYesByTheDeadlineExpires_R3_3() {
        EventCard event = story.event(2);
        List<String> tokens = story.invited(event, story.smes(3));
        story.answer(tokens.get(0), Answer.YES);
        story.answer(tokens.get(1), Answer.MAYBE);
        rig.clock().set(AFTER_DEADLINE);

        rig.as(Caller.SYSTEM, () -> rig.get(InvitationSweep.class).run());

        assertThat(tokens.stream().map(story::status))
                .containsExactly(InvitationStatus.ACCEPTED, InvitationStatus.EXPIRED, InvitationStatus.EXPIRED);
    }

    @Test
    void anAnswerTakesBackTheReminderThatWaits_R3_7() {
        EventCard event = story.event(2);
        List<String> tokens = story.invited(event, story.smes(2));
        rig.clock().advance(Duration.ofDays(3));
        assertThat(story.asPm(() -> rig.get(RemindUnanswered.class).remind(event.publicId()))
                        .count())
                .isEqualTo(2);
        assertRefused(
                "invitations.refused.nobodyToRemind",
                () -> story.asPm(() -> rig.get(RemindUnanswered.class).remind(event.publicId())));

        story.answer(tokens.get(0), Answer.NO);

        assertThat(rig.count(
                        "select count(*) from outbox_message where event_id = ?1 and kind = 'invitation-remind'",
                        event.id()))
                .isEqualTo(1);
    }

    @Test
    void aHybridYesNamesItsPlaceAndAFullOneNeverCostsTheSeatHeld_R3_6() {
        EventCard event = story.event(story.plan(Modality.HYBRID, 1, 2));
        List<String> tokens = story.invited(event, story.smes(4));

        assertThat(story.answer(tokens.get(0), Answer.YES, Modality.IN_PERSON)).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.answer(tokens.get(1), Answer.YES, Modality.IN_PERSON)).isEqualTo(InvitationStatus.WAITLISTED);
        assertThat(story.answer(tokens.get(2), Answer.YES, Modality.HYBRID)).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.read(tokens.get(2)).seat()).isEqualTo(Modality.VIRTUAL);
        assertRefused(
                "invitations.refused.placeFull", () -> story.answer(tokens.get(2), Answer.YES, Modality.IN_PERSON));
        assertThat(story.read(tokens.get(2)).seat()).isEqualTo(Modality.VIRTUAL);

        assertThat(story.answer(tokens.get(0), Answer.YES, Modality.VIRTUAL)).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.read(tokens.get(0)).seat()).isEqualTo(Modality.VIRTUAL);
        assertThat(story.read(tokens.get(1)).status()).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.pool(event, Modality.IN_PERSON)).isEqualTo("1 seats, 1 taken, 0 waiting");
        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("2 seats, 2 taken, 0 waiting");
    }

    @Test
    void theWaitlistTellsTheNumberAndWhoIsBeforeIt_R3_4() {
        EventCard event = story.event(1);
        List<String> tokens = story.invited(event, story.smes(4));
        tokens.forEach(token -> story.answer(token, Answer.YES));
        story.answer(tokens.get(1), Answer.NO);

        RsvpQueries.Rsvp last = story.read(tokens.get(3));
        assertThat(last.ticket()).isEqualTo(3);
        assertThat(last.ahead()).isEqualTo(1);
    }

    @Test
    void readingThePageOfALinkChangesNothing_R3_4() {
        EventCard event = story.event(1);
        String token = story.invited(event, story.smes(1)).get(0);
        String before = story.checksums();
        story.read(token);
        assertThat(rig.get(RsvpQueries.class).byLink("x" + token)).isEmpty();
        assertThat(story.checksums()).isEqualTo(before);
    }

    @Test
    void aLinkThatIsWrongOldOrOfAnotherPurposeOpensNothing_R3_4() {
        EventCard event = story.event(1);
        String token = story.invited(event, story.smes(1)).get(0);
        String before = story.checksums();

        List.of("", "nonsense", token + "x", token.substring(1), "a".repeat(400), "test.1.2.3.4")
                .forEach(wrong -> assertNotFound(wrong));
        assertNotFound(rig.get(LinkTokens.class).issue("password", 1, "nonce", Instant.parse("2030-01-01T00:00:00Z")));
        rig.update("update invitation set nonce = 'anotherNonceSinceThen0' where event_id = ?1", event.id());
        assertNotFound(token);
        rig.update("update invitation set nonce = ?1 where event_id = ?2", token.split("\\.")[2], event.id());
        assertThat(story.checksums()).isEqualTo(before);
        rig.clock().set(event.endsAt().plus(Duration.ofDays(366)));
        assertNotFound(token);
    }

    @Test
    void aLinkOfAWithdrawnPastCancelledInvitationSaysWhyItIsClosed_R3_4() {
        EventCard event = story.event(2);
        List<String> tokens = story.invited(event, story.smes(2));
        UUID first = story.read(tokens.get(0)).invitation();
        story.asPm(() -> rig.get(WithdrawInvitation.class)
                .withdraw(new WithdrawInvitation.Withdrawal(first, "The panel is complete")));
        assertClosed(tokens.get(0), "invitations.closed.withdrawn");

        rig.clock().set(event.startsAt());
        assertClosed(tokens.get(1), "invitations.closed.past");

        rig.clock().set(PanelStory.BEGIN);
        story.asPm(() -> rig.get(CancelEvent.class).cancel(new CancelEvent.Cancellation(event.publicId(), "No venue")));
        assertClosed(tokens.get(1), "invitations.closed.cancelled");
    }

    /** The trail says which invitation a link answered, and never the link. */
    @Test
    void anAnswerByLinkIsInTheTrailWithItsInvitation() {
        EventCard event = story.event(1);
        String token = story.invited(event, story.smes(1)).get(0);
        rig.update("delete from audit_entry");
        story.answer(token, Answer.YES);
        assertThat(rig.rows("select concat_ws(' | ', act, subject, detail) from audit_entry"))
                .isEqualTo(List.of("AnswerInvitation.byLink | invitation:"
                        + story.read(token).invitation() + " | YES"));
    }

    @Test
    void onlyTheOwnerAnswersSignedIn() {
        EventCard event = story.event(2);
        UUID sme = story.sme("Noor Haddad", "Asia/Amman");
        String token = story.invited(event, List.of(sme)).get(0);
        UUID invitation = story.read(token).invitation();
        long account = story.account("Noor Haddad", "SME");
        long stranger = story.account("Somebody Else", "SME");
        rig.update("update sme set account_id = ?1 where public_id = ?2", account, sme.toString());
        AnswerInvitation answers = rig.get(AnswerInvitation.class);

        assertThatThrownBy(() -> rig.as(
                        Rig.caller(stranger, "Somebody Else", "UTC", Role.SME),
                        () -> answers.own(invitation, Answer.YES, null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> story.asPm(() -> answers.own(invitation, Answer.YES, null)))
                .isInstanceOf(Forbidden.class);
        assertThat(rig.as(
                        Rig.caller(account, "Noor Haddad", "Asia/Amman", Role.SME),
                        () -> answers.own(invitation, Answer.YES, null)))
                .isEqualTo(InvitationStatus.ACCEPTED);
    }

    private static void assertClosed(String token, String key) {
        assertThat(story.read(token).closed()).isEqualTo(key);
        String before = story.checksums();
        assertRefused(key, () -> story.answer(token, Answer.YES));
        assertThat(story.checksums()).isEqualTo(before);
    }

    private static void assertNotFound(String token) {
        assertThat(rig.get(RsvpQueries.class).byLink(token)).isEmpty();
        assertThatThrownBy(() -> story.answer(token, Answer.YES)).isInstanceOf(NotFound.class);
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
