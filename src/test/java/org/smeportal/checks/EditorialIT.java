package org.smeportal.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.items.EditorialOutcome;
import org.smeportal.items.ItemQueries;
import org.smeportal.items.NotEditorial;
import org.smeportal.items.OpenDraft;
import org.smeportal.items.OwnItems;
import org.smeportal.items.ReadOwnItem;
import org.smeportal.items.SealedTexts;
import org.smeportal.items.TakeBackEditorial;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.replies.AnswerComments;
import org.smeportal.replies.ReadFeedback;
import org.smeportal.replies.Reviewed;
import org.smeportal.security.Caller;
import org.smeportal.security.Duty;
import org.smeportal.testing.Rig;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemText;

/** A change that its author calls editorial goes past the group when a second person signs it (items.md row 4, R6.3, R6.4). */
class EditorialIT {
    private static final String REASON = "Say when the queue grows.";
    private static final String BLOCKS = "Noon of which zone?";
    private static final String ANSWER = "It is midday where the company is.";

    private static Rig rig;
    private static CheckRoom checks;
    private static Caller edda;
    private static Caller enno;
    private static Caller tomas;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        checks = new CheckRoom(rig);
        edda = checks.checker("Edda Moe", Duty.EDITOR);
        enno = checks.checker("Enno Two", Duty.EDITOR);
        tomas = checks.checker("Tomas Ek", Duty.TECHNICAL, Duty.FAIRNESS);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    /** A group sent it back to Ana; its comment that blocks it is answered. */
    private static UUID revised() {
        UUID item = checks.room.items.submitted(checks.ana, checks.workshop, 2);
        Reviewed.revised(rig, checks.room.pm, item, REASON, BLOCKS);
        answer(item, ANSWER);
        return item;
    }

    private static UUID waiting() {
        UUID item = revised();
        checks.room.items.reword(checks.ana, item);
        checks.room.items.submitAsEditorial(checks.ana, item);
        return item;
    }

    private static void answer(UUID item, String answer) {
        String comment = (String) rig.rows("""
                select c.public_id from review_comment c join review_entry n on n.id = c.entry_id
                    join item i on i.id = n.item_id where i.public_id = ?1""", item.toString()).get(0);
        rig.as(checks.ana, () -> rig.get(AnswerComments.class).answer(item, Map.of(UUID.fromString(comment), answer)));
    }

    private static ReadEditorial.Sheet read(Caller reader, UUID item) {
        return rig.as(reader, () -> rig.get(ReadEditorial.class).read(item).orElse(null));
    }

    private static void sign(Caller editor, UUID item, int revision) {
        rig.as(editor, () -> rig.get(SignEditorial.class).sign(new SignEditorial.Change(item, revision)));
    }

    private static void sendToGroup(Caller editor, UUID item) {
        rig.as(editor, () -> rig.get(SignEditorial.class).sendToGroup(new SignEditorial.Change(item, 2)));
    }

    private static void takeBack(Caller author, UUID item) {
        rig.as(author, () -> rig.get(TakeBackEditorial.class).takeBack(item));
    }

    private static List<CheckQueries.Row> queue(Caller checker, UUID item) {
        return rig.as(
                checker,
                () -> rig.get(CheckQueries.class).page("", null, PageRequest.first()).rows().stream()
                        .filter(row -> row.item().equals(item))
                        .toList());
    }

    private static OwnItems.Own own(UUID item) {
        return rig.as(checks.ana, () -> rig.get(OwnItems.class).one(item));
    }

    private static int accepted() {
        return rig.as(checks.ana, () -> rig.get(OwnItems.class).written(2020).accepted());
    }

    private static boolean forEditor(UUID item) {
        return rig.as(checks.room.pm, () -> rig.get(ItemQueries.class).one(item).forEditor());
    }

    private static long views(UUID item) {
        return rig.count("select count(*) from item_view where item_id = ?1 and kind = 'READ'", checks.room.id(item));
    }

    private static Refused refused(String key, Runnable act) {
        Refused[] caught = new Refused[1];
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, no -> {
            assertThat(no.key()).isEqualTo(key);
            caught[0] = no;
        });
        return caught[0];
    }

    @Test
    void theAuthorAsksAndAnotherEditorSigns() {
        UUID item = waiting();
        assertThat(checks.status(item)).isEqualTo("REVISION");
        assertThat(checks.revision(item)).isEqualTo(2);
        assertThat(queue(edda, item))
                .singleElement()
                .satisfies(row -> assertThat(row.work()).isEqualTo(CheckQueries.Work.EDITORIAL));
        assertThat(queue(tomas, item)).isEmpty();
        assertThat(rig.as(edda, () -> rig.get(ReadToCheck.class).read(item, Duty.EDITOR)))
                .as("no check yet")
                .isEmpty();
        long seen = views(item);
        ReadEditorial.Sheet sheet = read(edda, item);
        assertThat(views(item)).as("R9.3").isEqualTo(seen + 1);
        assertThat(sheet.baseline().revision()).isEqualTo(1);
        assertThat(sheet.baseline().text().scenario()).contains("At noon");
        assertThat(sheet.text().scenario()).contains("At midday");
        assertThat(sheet.reason()).isEqualTo(REASON);
        assertThat(sheet.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.said().text()).isEqualTo(BLOCKS);
            assertThat(remark.said().answer()).isEqualTo(ANSWER);
        });

        rig.update("delete from outbox_message");
        int accepted = accepted();
        sign(edda, item, 2);
        assertThat(checks.status(item)).isEqualTo("QC1");
        assertThat(accepted()).as("it came through its review").isEqualTo(accepted + 1);
        assertThat(read(edda, item)).as("R9.1").isNull();
        assertThat(queue(edda, item))
                .as("her check is another act")
                .singleElement()
                .satisfies(row -> assertThat(row.work()).isEqualTo(CheckQueries.Work.CHECK));
        ReadSignatures.Signed signed =
                rig.as(checks.room.pm, () -> rig.get(ReadSignatures.class).of(item));
        assertThat(signed.editorials())
                .extracting(one -> one.revision() + " " + one.baseline() + " " + one.outcome() + " " + one.by())
                .containsExactly("2 1 EDITORIAL Edda Moe");
        assertThat(signed.lines()).allMatch(line -> line.signature() == null);
        assertThat(rig.as(
                        checks.ana, () -> rig.get(ReadOwnItem.class).read(item).editorial()))
                .isEqualTo(EditorialOutcome.EDITORIAL);
        assertThat(rig.rows("select kind from outbox_message")).isEqualTo(List.of("item-editorial"));
        assertThat(rig.rows("select concat_ws(' ', act, detail) from audit_entry where subject = ?1", "item:" + item))
                .anyMatch("SignEditorial.sign 2"::equals);
    }

    @Test
    void orAGroupHasToSeeIt() {
        UUID item = waiting();
        sendToGroup(edda, item);
        assertThat(checks.status(item)).isEqualTo("SUBMITTED");
        refused("items.refused.movedOn", () -> sign(enno, item, 2));
        assertThat(read(enno, item)).isNull();
        assertThat(rig.as(
                        checks.ana, () -> rig.get(ReadOwnItem.class).read(item).editorial()))
                .isEqualTo(EditorialOutcome.GROUP);
    }

    /** R6.1: whoever reviewed an item decides nothing about it, and a change that goes past a group is a decision. */
    @Test
    void whoeverReviewedItLeavesItToAnotherEditor() {
        UUID item = waiting();
        rig.update("""
                insert into verdict (entry_id, account_id, verdict, at)
                select n.id, ?2, 'REVISE', utc_timestamp(6) from review_entry n join item i on i.id = n.item_id
                where i.public_id = ?1""", item.toString(), enno.accountId());
        assertThat(queue(enno, item)).isEmpty();
        assertThat(read(enno, item)).isNull();
        assertThatThrownBy(() -> sign(enno, item, 2)).isInstanceOf(NotFound.class);
        sign(edda, item, 2);
        assertThat(queue(enno, item)).as("the check is no decision").hasSize(1);
    }

    /** R6.1: no trace that it is there, whatever duty its author has. */
    @Test
    void theAuthorWithTheDutyNeitherSeesNorSigns() {
        UUID item = waiting();
        checks.give(checks.ana, Duty.EDITOR);
        assertThat(queue(checks.ana, item)).isEmpty();
        assertThat(rig.as(checks.ana, () -> rig.get(CheckQueries.class).waiting()))
                .isZero();
        assertThat(read(checks.ana, item)).isNull();
        assertThatThrownBy(() -> sign(checks.ana, item, 2)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sendToGroup(checks.ana, item)).isInstanceOf(NotFound.class);
        rig.update("delete from exam_duty where account_id = ?1", checks.ana.accountId());
        assertThatThrownBy(() -> sign(tomas, item, 2)).as("another duty").isInstanceOf(NotFound.class);
        assertThat(checks.status(item)).isEqualTo("REVISION");
    }

    @Test
    void whatIsNotEditorialIsRefusedWhateverTheFormSays() {
        UUID item = revised();
        assertThat(refused("items.refused.notEditorial", () -> checks.room.items.submitAsEditorial(checks.ana, item))
                        .arguments())
                .containsExactly(NotEditorial.UNCHANGED);
        change(
                item,
                option -> new ItemOption(
                        option.id(),
                        option.text(),
                        option.id().equals(second(item)),
                        option.rationale() + " So it is.",
                        ""));
        assertThat(refused("items.refused.notEditorial", () -> checks.room.items.submitAsEditorial(checks.ana, item))
                        .arguments())
                .containsExactly(NotEditorial.KEY);
        assertThat(checks.revision(item)).as("nothing was handed in").isEqualTo(1);

        UUID draft = checks.room.items.draft(checks.ana, checks.workshop, 2);
        assertThat(refused("items.refused.notEditorial", () -> checks.room.items.submitAsEditorial(checks.ana, draft))
                        .arguments())
                .containsExactly(NotEditorial.NEVER_JUDGED);
    }

    private static ItemText first(UUID item) {
        return rig.get(SealedTexts.class).text(item, 1).orElseThrow();
    }

    private static String second(UUID item) {
        return first(item).options().get(1).id();
    }

    private static void change(UUID item, UnaryOperator<ItemOption> change) {
        ItemText text = first(item);
        checks.room.items.fill(
                checks.ana,
                item,
                new ItemText(
                        text.scenario(),
                        text.question(),
                        text.options().stream().map(change).toList(),
                        text.references()));
    }

    @Test
    void aCommentThatBlocksItWantsAnAnswerFirst() {
        UUID item = revised();
        answer(item, " ");
        checks.room.items.reword(checks.ana, item);
        refused("items.refused.unanswered", () -> checks.room.items.submitAsEditorial(checks.ana, item));
        assertThat(own(item).isDraft()).isTrue();
    }

    @Test
    void whileItWaitsNobodyWritesAndNobodyTakesTheAuthorForLate() {
        UUID item = waiting();
        assertThat(own(item).isDraft()).isFalse();
        assertThat(rig.as(checks.ana, () -> rig.get(OwnItems.class).waiting(50)))
                .extracting(OwnItems.Own::publicId)
                .doesNotContain(item);
        assertThatThrownBy(
                        () -> rig.as(checks.ana, () -> rig.get(OpenDraft.class).open(item)))
                .isInstanceOf(NotFound.class);
        refused("replies.refused.moved", () -> answer(item, "Another answer."));
        assertThat(rig.as(
                        checks.ana,
                        () -> rig.get(ReadFeedback.class).read(item, null).answerable()))
                .isFalse();
        assertThat(forEditor(item)).isTrue();
        assertThat(own(item).since()).isEqualTo(rig.clock().instant());
        sign(enno, item, 2);
        assertThat(forEditor(item)).isFalse();
    }

    @Test
    void theAuthorTakesItBackUntilSomebodyDecided() {
        UUID item = waiting();
        assertThatThrownBy(() -> takeBack(tomas, item)).isInstanceOf(NotFound.class);
        takeBack(checks.ana, item);
        assertThat(own(item).mayWrite(rig.clock().instant())).isTrue();
        assertThat(rig.as(
                                checks.ana,
                                () -> rig.get(OpenDraft.class)
                                        .open(item)
                                        .content()
                                        .values())
                        .get("scenario"))
                .contains("At midday");
        assertThat(queue(edda, item)).isEmpty();
        refused("items.refused.movedOn", () -> sign(edda, item, 2));
        checks.room.items.submitAsEditorial(checks.ana, item);
        assertThat(checks.revision(item)).as("nothing new").isEqualTo(2);
        assertThat(read(edda, item).baseline().revision()).isEqualTo(1);
        sign(edda, item, 2);
        refused("items.refused.movedOn", () -> takeBack(checks.ana, item));
    }

    @Test
    void aRevisionThatWasTakenBackAndChangedIsReadAgain() {
        UUID item = waiting();
        takeBack(checks.ana, item);
        ItemText text = rig.get(SealedTexts.class).text(item, 2).orElseThrow();
        checks.room.items.fill(
                checks.ana,
                item,
                new ItemText(
                        text.scenario().replace("At midday", "In the middle of the day"),
                        text.question(),
                        text.options(),
                        text.references()));
        checks.room.items.submitAsEditorial(checks.ana, item);
        refused("items.refused.movedOn", () -> sign(edda, item, 2));
        sign(edda, item, 3);
        assertThat(checks.status(item)).isEqualTo("QC1");
    }

    /** The text of the check that failed is what counts, and why it failed. */
    @Test
    void afterAFailedCheckItIsComparedWithWhatWasChecked() {
        UUID item = waiting();
        sign(edda, item, 2);
        checks.fail(tomas, item, Duty.TECHNICAL, "The limit is 20 now.");
        assertThat(refused("items.refused.notEditorial", () -> checks.room.items.submitAsEditorial(checks.ana, item))
                        .arguments())
                .containsExactly(NotEditorial.UNCHANGED);
        change(item, UnaryOperator.identity());
        OpenDraft.Final last = rig.as(checks.ana, () -> rig.get(OpenDraft.class).last(item));
        assertThat(last.since()).isEqualTo(2);
        checks.room.items.submitAsEditorial(checks.ana, item);
        ReadEditorial.Sheet sheet = read(enno, item);
        assertThat(sheet.baseline().revision()).isEqualTo(2);
        assertThat(sheet.reason()).isEqualTo("The limit is 20 now.");
        assertThat(sheet.remarks()).isEmpty();
        sign(enno, item, 3);
        assertThat(checks.status(item)).isEqualTo("QC1");
    }

    @Test
    void twoEditorsAtOnceLeaveOneDecision() throws Exception {
        UUID item = waiting();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> results = List.of(edda, enno).stream()
                .map(editor -> threads.submit(() -> {
                    together.await();
                    try {
                        sign(editor, item, 2);
                        return true;
                    } catch (Refused late) {
                        assertThat(late.key()).isEqualTo("items.refused.movedOn");
                        return false;
                    }
                }))
                .toList();
        assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(true, false);
        threads.shutdown();
        assertThat(rig.count(
                        "select count(*) from item_move where item_id = ?1 and act = 'EDITORIAL'",
                        checks.room.id(item)))
                .isEqualTo(1);
    }

    @Test
    void readingOneTakesFewStatements() {
        UUID item = waiting();
        int statements = rig.as(edda, () -> {
            rig.statements().reset();
            rig.get(ReadEditorial.class).read(item);
            return rig.statements().count();
        });
        assertThat(statements).isEqualTo(7);
    }
}
