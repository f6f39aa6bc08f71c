package org.smeportal.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.drafts.Drafts;
import org.smeportal.drafts.Typed;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.OutboxMessage;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** Handing in, giving back, taking back (items.md 1, R5.2, R5.3, R9.1). */
class SubmitItemIT {
    private static final String DEVICE = "device-device-device00";

    private static Rig rig;
    private static WritingRoom room;

    private Caller author;
    private UUID event;

    @BeforeAll
    static void open() {
        rig = Rig.start();
        room = new WritingRoom(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void start() {
        author = room.author("Ana Ruiz");
        event = room.workshop(author);
    }

    private void submit(UUID item, int seq) {
        rig.as(author, () -> rig.get(SubmitItem.class).submit(new SubmitItem.Submission(item, seq, false)));
    }

    private int seq(UUID item) {
        return rig.as(
                author, () -> rig.get(OpenDraft.class).open(item).content().seq());
    }

    private void type(UUID item, String field, String value) {
        rig.as(author, () -> {
            Drafts.Content content = rig.get(OpenDraft.class).open(item).content();
            var stored = content.fields().get(field);
            return rig.get(SaveDraft.class)
                    .save(
                            item,
                            DEVICE,
                            content.seq(),
                            List.of(new Typed(field, value, stored == null ? 0 : stored.version())));
        });
    }

    private String status(UUID item) {
        return (String)
                rig.rows("select concat(status, coalesce(ending, '')) from item where public_id = ?1", item.toString())
                        .get(0);
    }

    private long revisions(UUID item) {
        return rig.count("select count(*) from item_revision where item_id = ?1", room.id(item));
    }

    private void giveBack(UUID item, int revision) {
        rig.as(
                room.pm,
                () -> rig.get(JudgeSubmission.class)
                        .giveBack(new JudgeSubmission.Judgement(item, revision, "Name the service.")));
    }

    private static void refused(String key, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.key()).isEqualTo(key));
    }

    @Test
    void whatWasHandedInIsARevisionAndTheDraftIsGone() {
        UUID item = room.items.submitted(author, event, 1);
        assertThat(status(item)).isEqualTo("SUBMITTED");
        assertThat(revisions(item)).isEqualTo(1);
        for (String table : List.of("draft", "draft_field", "draft_state")) {
            assertThat(rig.count("select count(*) from " + table + " where item_id = ?1", room.id(item)))
                    .as(table)
                    .isZero();
        }
        assertThat(rig.rows("select act, to_status from item_move where item_id = ?1 order by id", room.id(item)))
                .hasSize(2);
    }

    @Test
    void whatLacksSomethingStaysADraft() {
        UUID item = room.items.started(author, event, 1);
        refused("items.refused.notReady", () -> submit(item, seq(item)));
        assertThat(status(item)).isEqualTo("DRAFT");
        assertThat(revisions(item)).isZero();
    }

    @Test
    void whatChangedSinceItWasLookedAtIsNotHandedIn() {
        UUID item = room.items.draft(author, event, 2);
        int seen = seq(item);
        type(item, "question", "Which other change?");
        refused("items.refused.changed", () -> submit(item, seen));
    }

    @Test
    void theAgreementTheSeatAndTheTimeCount() {
        UUID item = room.items.draft(author, event, 2);
        rig.update(
                "update invitation set status = 'DECLINED', holds_seat = false where event_id = ?1",
                room.people.eventId(event));
        refused("items.refused.noSeat", () -> submit(item, seq(item)));
        refused("items.refused.noSeat", () -> type(item, "question", "Late?"));
        refused("items.refused.noSeat", () -> room.items.started(author, event, 2));
        rig.update(
                "update invitation set status = 'ACCEPTED', holds_seat = true where event_id = ?1",
                room.people.eventId(event));

        rig.update("""
                insert into agreement (public_id, number, title, text, state, created_at, created_by, published_at, published_by)
                select uuid(), coalesce(max(number), 0) + 1, 'Secrecy', 'Keep it.', 'PUBLISHED', now(6), 'P', now(6), 'P'
                from agreement""");
        refused("items.refused.agreement", () -> submit(item, seq(item)));
        rig.update("delete from agreement");

        rig.clock().advance(Duration.ofDays(9));
        refused("items.refused.timeOver", () -> submit(item, seq(item)));
        refused("items.refused.timeOver", () -> type(item, "question", "Late?"));
        rig.as(
                room.pm,
                () -> rig.get(ExtendWriting.class)
                        .extend(new ExtendWriting.Extension(
                                event, rig.clock().instant().plus(Duration.ofDays(1)))));
        submit(item, seq(item));
        assertThat(status(item)).isEqualTo("SUBMITTED");
    }

    @Test
    void nobodyElseHandsItInOrTakesItBack() {
        UUID item = room.items.draft(author, event, 2);
        int seq = seq(item);
        Caller other = room.author("Bo Lind");
        assertThatThrownBy(() -> rig.as(
                        other, () -> rig.get(SubmitItem.class).submit(new SubmitItem.Submission(item, seq, false))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rig.as(other, () -> rig.get(WithdrawItem.class).withdraw(item)))
                .isInstanceOf(NotFound.class);
        assertThat(status(item)).isEqualTo("DRAFT");
    }

    @Test
    void twiceAtOnceIsOnce() throws Exception {
        UUID item = room.items.draft(author, event, 2);
        int seq = seq(item);
        List<Boolean> done = Rig.atOnce(4, () -> {
            try {
                submit(item, seq);
                return true;
            } catch (Refused no) {
                return false;
            }
        });
        assertThat(done).containsOnlyOnce(true);
        assertThat(revisions(item)).isEqualTo(1);
    }

    @Test
    void aSaveIsEitherHandedInOrRefusedButNeverLost() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID item = room.items.draft(author, event, 2);
            int seq = seq(item);
            List<Boolean> done = Rig.atOnce(2, new java.util.concurrent.Callable<Boolean>() {
                private final java.util.concurrent.atomic.AtomicInteger turn =
                        new java.util.concurrent.atomic.AtomicInteger();

                @Override
                public Boolean call() {
                    boolean saves = turn.getAndIncrement() == 0;
                    try {
                        if (saves) {
                            type(item, "question", "Which change, typed at the last moment?");
                        } else {
                            submit(item, seq);
                        }
                        return saves;
                    } catch (Refused | NotFound no) {
                        return false;
                    }
                }
            });
            boolean stored = done.contains(true);
            boolean gone = status(item).equals("SUBMITTED");
            assertThat(stored && gone)
                    .as("stored, and yet not in what was handed in")
                    .isFalse();
            assertThat(stored || gone).isTrue();
        }
    }

    @Test
    void givenBackAndHandedInUnchangedItIsTheSameRevision() {
        UUID item = room.items.submitted(author, event, 2);
        giveBack(item, 1);
        assertThat(status(item)).isEqualTo("DRAFT");
        submit(item, seq(item));
        assertThat(revisions(item)).isEqualTo(1);

        giveBack(item, 1);
        type(item, "question", "Which change lets orders be read sooner?");
        submit(item, seq(item));
        assertThat(revisions(item)).isEqualTo(2);
        var reading = rig.as(room.pm, () -> rig.get(ReadItem.class).read(item, 2, ItemViews.ViewKind.READ));
        assertThat(reading.text().question()).isEqualTo("Which change lets orders be read sooner?");
        assertThat(reading.before())
                .isEqualTo(rig.as(room.pm, () -> rig.get(ReadItem.class).read(item, 1, ItemViews.ViewKind.READ))
                        .text());
        assertThat(reading.comments()).hasSize(2);
    }

    @Test
    void anotherPlaceInTheBlueprintIsAnotherRevision() {
        UUID item = room.items.submitted(author, event, 2);
        giveBack(item, 1);
        type(item, "domain", "3");
        submit(item, seq(item));
        assertThat(rig.rows("select domain from item_revision where item_id = ?1 order by number", room.id(item)))
                .extracting(Object::toString)
                .containsExactly("2", "3");
    }

    @Test
    void aReturnedItemHasDaysOfItsOwn() {
        UUID item = room.items.submitted(author, event, 2);
        rig.clock().advance(Duration.ofDays(30));
        giveBack(item, 1);
        type(item, "question", "Which change lets orders be read sooner?");
        submit(item, seq(item));
        assertThat(status(item)).isEqualTo("SUBMITTED");
    }

    @Test
    void theAuthorTakesItBackUntilItsReview() {
        UUID item = room.items.submitted(author, event, 2);
        rig.as(author, () -> rig.get(WithdrawItem.class).withdraw(item));
        assertThat(status(item)).isEqualTo("REJECTEDWITHDRAWN");
        refused(
                "items.refused.move",
                () -> rig.as(author, () -> rig.get(WithdrawItem.class).withdraw(item)));
        UUID reviewed = room.items.submitted(author, event, 2);
        rig.update("update item set status = 'IN_REVIEW' where public_id = ?1", reviewed.toString());
        refused(
                "items.refused.move",
                () -> rig.as(author, () -> rig.get(WithdrawItem.class).withdraw(reviewed)));
    }

    @Test
    void aDraftIsAbandonedOnceItsTimeIsOver() {
        UUID left = room.items.draft(author, event, 2);
        UUID handedIn = room.items.submitted(author, event, 2);
        rig.clock().advance(Duration.ofDays(7));
        rig.get(ItemSweep.class).run();
        assertThat(status(left)).isEqualTo("DRAFT");
        rig.clock().advance(Duration.ofDays(1));
        rig.get(ItemSweep.class).run();
        assertThat(status(left)).isEqualTo("REJECTEDABANDONED");
        assertThat(status(handedIn)).isEqualTo("SUBMITTED");
        assertThat(rig.count("select count(*) from draft where item_id = ?1", room.id(left)))
                .isZero();
    }

    @Test
    void whoJudgesHasReadItIsOfTheExamAndDidNotWriteIt() {
        UUID item = room.items.submitted(author, event, 2);
        JudgeSubmission judge = rig.get(JudgeSubmission.class);
        refused(
                "items.refused.noReason",
                () -> rig.as(room.pm, () -> judge.duplicate(new JudgeSubmission.Judgement(item, 1, " "))));
        refused(
                "items.refused.movedOn",
                () -> rig.as(
                        room.pm, () -> judge.duplicate(new JudgeSubmission.Judgement(item, 2, "Same as another."))));
        room.duty(author, "SAP");
        Caller both = Rig.caller(
                author.accountId(),
                "Ana Ruiz",
                "Europe/Lisbon",
                org.smeportal.security.Role.SME,
                org.smeportal.security.Role.PM);
        refused(
                "items.refused.ownItem",
                () -> rig.as(both, () -> judge.giveBack(new JudgeSubmission.Judgement(item, 1, "Mine."))));
        Caller elsewhere = room.author("Paula Else", org.smeportal.security.Role.PM);
        assertThatThrownBy(
                        () -> rig.as(elsewhere, () -> judge.duplicate(new JudgeSubmission.Judgement(item, 1, "Mine."))))
                .isInstanceOf(NotFound.class);
        rig.as(room.pm, () -> judge.duplicate(new JudgeSubmission.Judgement(item, 1, "Same as another.")));
        assertThat(status(item)).isEqualTo("REJECTEDDUPLICATE");
    }

    /** R9.2: the author hears that something came back or ended, and no word more leaves the portal. */
    @Test
    void theAuthorHearsThatAnItemCameBackAndThatOneWasEnded() {
        rig.update("delete from outbox_message");
        UUID item = room.items.submitted(author, event, 2);
        giveBack(item, 1);
        submit(item, seq(item));
        rig.as(
                room.pm,
                () -> rig.get(JudgeSubmission.class)
                        .duplicate(new JudgeSubmission.Judgement(item, 1, "Same as another.")));
        assertThat(rig.rows("""
                        select m.kind, s.account_id from outbox_message m join sme s on s.email = m.recipient order by m.id"""))
                .extracting(row -> List.of(((Object[]) row)[0], Sql.number(((Object[]) row)[1])))
                .containsExactly(
                        List.of("item-returned", author.accountId()), List.of("item-ended", author.accountId()));
        String code = (String) rig.rows("select code from item where public_id = ?1", item.toString())
                .get(0);
        rig.rows("select id from outbox_message").forEach(id -> {
            Mail mail = rig.as(
                    Caller.SYSTEM,
                    () -> rig.get(AuthorMails.class)
                            .compose(rig.get(EntityManager.class).find(OutboxMessage.class, id)));
            assertThat(mail.subject()).startsWith("An item of yours ");
            assertThat(mail.text()).contains("https://portal.example.org/app/items/my-items");
            assertThat(mail.toString()).doesNotContain("Name the service", "Same as", "orders", code, item.toString());
        });
    }

    @Test
    void noActOfAnAuthorNamesThemInTheTrail() {
        rig.update("delete from audit_entry");
        UUID item = room.items.submitted(author, event, 2);
        rig.as(author, () -> rig.get(WithdrawItem.class).withdraw(item));
        assertThat(rig.rows("select distinct act from audit_entry where act like '%Item%'"))
                .isNotEmpty();
        assertThat(rig.count("select count(*) from audit_entry where actor_id is not null or actor like '%Ana%'"
                        + " or coalesce(detail, '') like '%Ana%'"))
                .as("R6.1")
                .isZero();
    }
}
