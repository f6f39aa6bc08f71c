package org.smeportal.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.events.CancelEvent;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventQueries;
import org.smeportal.events.EventStatus;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.kernel.Refused;
import org.smeportal.testing.Rig;

/** Waves of invitations with their undo window, and withdrawing (R3.3, R3.7). */
class InviteSmesIT {

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
    void aWaveWaitsInTheQueueForTheUndoWindow_R3_7() {
        EventCard event = story.event(9);

        InviteSmes.Invited invited = story.invite(event, story.smes(3), false);

        assertThat(invited.count()).isEqualTo(3);
        assertThat(invited.undoableUntil()).isEqualTo(PanelStory.BEGIN.plusSeconds(60));
        assertThat(story.card(event.publicId()).status()).isEqualTo(EventStatus.INVITING);
        assertThat(story.count(event, InvitationStatus.QUEUED)).isEqualTo(3);
        assertThat(rig.get(PanelQueries.class).waiting(event.id()))
                .singleElement()
                .satisfies(wave -> {
                    assertThat(wave.batch()).isEqualTo(invited.batch());
                    assertThat(wave.count()).isEqualTo(3);
                    assertThat(wave.leavesAt()).isEqualTo(invited.undoableUntil());
                });
    }

    @Test
    void anUndoneWaveLeavesRowsAsTheyWere_R3_7() {
        EventCard event = story.event(9);
        List<UUID> smes = story.smes(3);
        List<String> tokens = story.invited(event, smes.subList(0, 2));
        story.answer(tokens.get(0), Answer.NO);
        UUID second = story.read(tokens.get(1)).invitation();
        story.asPm(() -> rig.get(WithdrawInvitation.class)
                .withdraw(new WithdrawInvitation.Withdrawal(second, "The panel is complete")));
        story.mailsLeave();
        List<String> before = rows(event);
        Instant invitedAt = PanelStory.BEGIN.plusSeconds(3600);
        rig.clock().set(invitedAt);

        InviteSmes.Invited again = story.invite(event, smes, false);
        assertThat(story.count(event, InvitationStatus.QUEUED)).isEqualTo(3);
        assertThat(story.asPm(() -> rig.get(UndoWave.class).undo(again.batch())))
                .isEqualTo(3);

        assertThat(rows(event)).isEqualTo(before);
        assertThat(rig.count(
                        "select count(*) from outbox_message where batch = ?1",
                        again.batch().toString()))
                .isZero();
        assertRefused(
                "invitations.refused.left",
                () -> story.asPm(() -> rig.get(UndoWave.class).undo(again.batch())));
    }

    @Test
    void theUndoneFirstWaveLeavesTheEventPlannedAndALaterOneLeavesItInviting_R2_2_R3_7() {
        EventCard event = story.event(9);
        InviteSmes.Invited first = story.invite(event, story.smes(2), false);
        story.asPm(() -> rig.get(UndoWave.class).undo(first.batch()));
        assertThat(story.card(event.publicId()).status()).isEqualTo(EventStatus.PLANNED);

        story.invited(event, story.smes(1));
        InviteSmes.Invited second = story.invite(event, story.smes(2), false);
        story.asPm(() -> rig.get(UndoWave.class).undo(second.batch()));
        assertThat(story.card(event.publicId()).status()).isEqualTo(EventStatus.INVITING);
    }

    @Test
    void aWaveThatLeftCannotBeUndone_R3_7() {
        EventCard event = story.event(9);
        InviteSmes.Invited invited = story.invite(event, story.smes(2), false);
        assertThat(story.asPm(() -> rig.get(UndoWave.class).sendNow(invited.batch())))
                .isEqualTo(2);
        assertThat(rig.get(PanelQueries.class).waiting(event.id())).isEmpty();
        story.mailsLeave();

        assertRefused(
                "invitations.refused.left",
                () -> story.asPm(() -> rig.get(UndoWave.class).undo(invited.batch())));
        assertThat(story.count(event, InvitationStatus.SENT)).isEqualTo(2);
    }

    @Test
    void invitingAgainUsesTheSameRow_R3_3() {
        EventCard event = story.event(9);
        List<UUID> smes = story.smes(1);
        String token = story.invited(event, smes).get(0);
        UUID first = story.read(token).invitation();
        story.answer(token, Answer.NO);

        story.invited(event, smes);

        assertThat(story.status(token)).isEqualTo(InvitationStatus.SENT);
        assertThat(story.read(token).invitation()).isEqualTo(first);
        assertThat(rig.count("select count(*) from invitation where event_id = ?1", event.id()))
                .isEqualTo(1);
        assertThat(rig.count("select wave from invitation where event_id = ?1", event.id()))
                .isEqualTo(2);
    }

    @Test
    void whoIsInvitedAlreadyStopsTheWholeWave() {
        EventCard event = story.event(9);
        List<UUID> smes = story.smes(3);
        story.invite(event, smes.subList(1, 2), false);

        assertRefused("invitations.refused.already", () -> story.invite(event, smes, false));

        assertThat(rig.count("select count(*) from invitation where event_id = ?1", event.id()))
                .isEqualTo(1);
    }

    @Test
    void anEventThatIsADraftOrPastItsDeadlineInvitesNobody() {
        EventCard event = story.event(9);
        List<UUID> smes = story.smes(1);
        assertRefused("invitations.refused.nobody", () -> story.invite(event, List.of(), false));
        UUID draft = story.asPm(
                () -> rig.get(PlanEvent.class).create(story.plan(Modality.VIRTUAL, 0, 9), "Item writing", false));
        assertRefused("invitations.refused.draft", () -> story.invite(story.card(draft), smes, false));
        rig.clock().set(event.rsvpDeadline().plusSeconds(1));
        assertRefused("invitations.refused.deadline", () -> story.invite(event, smes, false));
        rig.clock().set(event.startsAt());
        assertRefused("invitations.refused.started", () -> story.invite(event, smes, false));
    }

    @Test
    void aCancelledEventNeitherInvitesNorReminds_R3_7() {
        EventCard event = story.event(9);
        story.invited(event, story.smes(1));
        rig.clock().set(PanelStory.BEGIN.plus(ReminderPolicy.QUIET));
        assertThat(InvitingPolicy.againstReminding(
                        story.card(event.publicId()), rig.clock().instant()))
                .isNull();
        story.asPm(() -> {
            rig.get(CancelEvent.class).cancel(new CancelEvent.Cancellation(event.publicId(), "No room"));
            return null;
        });

        assertRefused(
                "invitations.refused.notReminding",
                () -> story.asPm(() -> rig.get(RemindUnanswered.class).remind(event.publicId())));
        assertRefused("invitations.refused.notInviting", () -> story.invite(event, story.smes(1), false));
    }

    @Test
    void theNewsOfAChangeWaitsWhereItCanBeSeenAndLeavesAtOnceOnRequest_R3_7() {
        EventCard event = story.event(9);
        story.invited(event, story.smes(2));
        story.asPm(() -> {
            rig.get(PlanEvent.class)
                    .change(
                            event.publicId(),
                            rig.get(EventQueries.class)
                                    .stored(event.publicId())
                                    .orElseThrow()
                                    .version(),
                            story.laterPlan());
            return null;
        });

        PanelQueries.Waiting news =
                rig.get(PanelQueries.class).waiting(event.id()).get(0);
        assertThat(news.count()).isEqualTo(2);
        assertThat(news.leavesAt()).isEqualTo(PanelStory.BEGIN.plusSeconds(60));
        assertThat(news.isUndoable()).isFalse();
        assertRefused(
                "invitations.refused.left",
                () -> story.asPm(() -> rig.get(UndoWave.class).undo(news.batch())));

        assertThat(story.asPm(() -> rig.get(UndoWave.class).sendNow(news.batch())))
                .isEqualTo(2);
        assertThat(rig.get(PanelQueries.class).waiting(event.id())).isEmpty();
    }

    @Test
    void aWithdrawnInvitationFreesItsSeatForTheFirstInTheQueue_R3_6() {
        EventCard event = story.event(1);
        List<String> tokens = story.invited(event, story.smes(2));
        tokens.forEach(token -> story.answer(token, Answer.YES));
        UUID seated = story.read(tokens.get(0)).invitation();

        story.asPm(() -> rig.get(WithdrawInvitation.class)
                .withdraw(new WithdrawInvitation.Withdrawal(seated, "Conflict of interest")));

        assertThat(story.status(tokens.get(0))).isEqualTo(InvitationStatus.WITHDRAWN);
        assertThat(story.status(tokens.get(1))).isEqualTo(InvitationStatus.ACCEPTED);
        assertThat(story.pool(event, Modality.VIRTUAL)).isEqualTo("1 seats, 1 taken, 0 waiting");
        assertThat(rig.rows(
                        "select parameters from outbox_message where event_id = ?1 and kind = 'invitation-withdraw'",
                        event.id()))
                .singleElement()
                .asString()
                .contains("Conflict of interest");
    }

    @Test
    void whoseMailHasNotLeftHearsNothingOfTheWithdrawal_R3_7() {
        EventCard event = story.event(9);
        story.invite(event, story.smes(1), false);
        UUID queued =
                UUID.fromString((String) rig.rows("select public_id from invitation where event_id = ?1", event.id())
                        .get(0));

        story.asPm(() -> rig.get(WithdrawInvitation.class)
                .withdraw(new WithdrawInvitation.Withdrawal(queued, "Picked by mistake")));

        assertThat(rig.count("select count(*) from outbox_message where event_id = ?1", event.id()))
                .isZero();
    }

    @Test
    void whoStandsByIsInvitedWhenASeatFreesAndNobodyWaits_R3_6() {
        EventCard event = story.event(1);
        List<UUID> smes = story.smes(3);
        String first = story.invited(event, smes.subList(0, 1)).get(0);
        InviteSmes.Invited standby = story.invite(event, smes.subList(1, 3), true);
        assertThat(rig.get(PanelQueries.class).standby(event.id()))
                .containsExactly(new PanelQueries.Standby(standby.batch(), 2, 2));
        assertThat(rig.get(PanelQueries.class).waiting(event.id())).isEmpty();

        story.answer(first, Answer.NO);

        assertThat(rig.count(
                        "select count(*) from outbox_message where event_id = ?1 and kind = 'invitation-invite'"
                                + " and state = 'QUEUED'",
                        event.id()))
                .isEqualTo(1);
        assertThat(rig.get(PanelQueries.class).standby(event.id()))
                .containsExactly(new PanelQueries.Standby(standby.batch(), 2, 1));
    }

    private static List<String> rows(EventCard event) {
        return rig
                .rows(
                        "select id, public_id, status, seat_pool_id, holds_seat, ticket, sequence, nonce, sent_at,"
                                + " answered_at, reminded_at, reminders, reason from invitation where event_id = ?1"
                                + " order by id",
                        event.id())
                .stream()
                .map(row -> Arrays.toString((Object[]) row))
                .toList();
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
