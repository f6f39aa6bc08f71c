package org.smeportal.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.items.AuthorGuard;
import org.smeportal.items.EditorChoice;
import org.smeportal.items.ItemQueries;
import org.smeportal.items.ItemViews;
import org.smeportal.items.NameEditor;
import org.smeportal.items.NamedEditors;
import org.smeportal.items.OpenDraft;
import org.smeportal.items.OwnItems;
import org.smeportal.items.ReadOwnItem;
import org.smeportal.items.SaveDraft;
import org.smeportal.items.SeenQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.replies.AnswerComments;
import org.smeportal.replies.Feedback;
import org.smeportal.replies.OwnFeedback;
import org.smeportal.replies.ReadFeedback;
import org.smeportal.replies.Reviewed;
import org.smeportal.security.Caller;
import org.smeportal.security.Duty;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** An editor whom a programme manager named revises an item in its author's place (items.md row 4, R6.1). */
class NamedEditorIT {
    private static final String BLOCKS = "Noon of which zone?";

    private static Rig rig;
    private static CheckRoom checks;
    private static Caller edda;
    private static Caller enno;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        checks = new CheckRoom(rig);
        edda = checks.checker("Edda Moe", Duty.EDITOR);
        enno = checks.checker("Enno Two", Duty.EDITOR);
        checks.checker("Tomas Ek", Duty.TECHNICAL);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    /** A group sent it back to Ana. */
    private static UUID revised() {
        UUID item = checks.room.items.submitted(checks.ana, checks.workshop, 2);
        Reviewed.revised(rig, checks.room.pm, item, "Say when the queue grows.", BLOCKS);
        return item;
    }

    private static NameEditor.Naming naming(UUID item, Caller editor) {
        String account = (String) rig.rows("select public_id from account where id = ?1", editor.accountId())
                .get(0);
        return new NameEditor.Naming(item, checks.revision(item), UUID.fromString(account));
    }

    private static void name(UUID item, Caller editor) {
        rig.as(checks.room.pm, () -> rig.get(NameEditor.class).name(naming(item, editor)));
    }

    private static void giveBack(UUID item) {
        rig.as(checks.room.pm, () -> rig.get(NameEditor.class).giveBack(naming(item, edda)));
    }

    private static EditorChoice.Choice choice(UUID item) {
        return rig.as(checks.room.pm, () -> rig.get(EditorChoice.class).of(item));
    }

    private static OpenDraft.Desk open(Caller writer, UUID item) {
        return rig.as(writer, () -> rig.get(OpenDraft.class).open(item));
    }

    private static OwnItems.Own own(Caller writer, UUID item) {
        return rig.as(writer, () -> rig.get(OwnItems.class).one(item));
    }

    private static Feedback feedback(Caller reader, UUID item) {
        return rig.as(reader, () -> rig.get(ReadFeedback.class).read(item, null));
    }

    private static void answer(Caller writer, UUID item) {
        String comment = (String) rig.rows("""
                select c.public_id from review_comment c join review_entry n on n.id = c.entry_id
                    join item i on i.id = n.item_id where i.public_id = ?1""", item.toString()).get(0);
        rig.as(
                writer,
                () -> rig.get(AnswerComments.class)
                        .answer(item, Map.of(UUID.fromString(comment), "It is midday where the company is.")));
    }

    private static long feedbackWaits(Caller author) {
        return rig.as(author, () -> rig.get(OwnFeedback.class).waiting());
    }

    private static List<CheckQueries.Work> queue(Caller editor, UUID item) {
        return rig.as(
                editor,
                () -> rig.get(CheckQueries.class).page("", null, PageRequest.first()).rows().stream()
                        .filter(row -> row.item().equals(item))
                        .map(CheckQueries.Row::work)
                        .toList());
    }

    /** What the report of a programme manager says of whoever revised it (R9.3). */
    private static List<String> seenRevising(UUID item) {
        return rig.as(
                checks.room.pm,
                () -> rig.get(SeenQueries.class).all(SeenQueries.Filter.ofItem(item)).stream()
                        .filter(row -> row.kind() == ItemViews.ViewKind.REVISE)
                        .map(SeenQueries.Row::name)
                        .distinct()
                        .toList());
    }

    private static ItemQueries.Row listed(UUID item) {
        return rig.as(checks.room.pm, () -> rig.get(ItemQueries.class).one(item));
    }

    private static boolean mayDecide(Caller editor, UUID item) {
        return rig.as(editor, () -> rig.get(AuthorGuard.class).mayDecide(checks.room.id(item), editor.accountId()));
    }

    private static void sign(Caller editor, UUID item) {
        rig.as(editor, () -> rig.get(SignEditorial.class).sign(new SignEditorial.Change(item, 2)));
    }

    private static void refused(String key, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.key()).isEqualTo(key));
    }

    @Test
    void theEditorGoesOnWhereTheAuthorStoppedAndHandsItIn() {
        UUID item = revised();
        checks.room.items.reword(checks.ana, item);
        String typed = open(checks.ana, item).content().values().get("scenario");
        assertThat(typed).contains("At midday");
        long waits = feedbackWaits(checks.ana);
        rig.update("delete from outbox_message");

        name(item, edda);
        assertThat(choice(item).held()).hasValueSatisfying(held -> {
            assertThat(held.editor().name()).isEqualTo("Edda Moe");
            assertThat(held.lapsed()).isFalse();
        });
        assertThat(rig.rows("select concat(kind, ' ', recipient_name) from outbox_message order by kind"))
                .isEqualTo(List.of("item-handed-over Ana Sá", "item-revise Edda Moe"));
        assertThat(rig.rows("select act from audit_entry where subject = ?1", "item:" + item))
                .anyMatch("NameEditor.name"::equals);

        assertThat(own(checks.ana, item).handedOver()).isTrue();
        assertThatThrownBy(() -> open(checks.ana, item)).isInstanceOf(NotFound.class);
        refused(
                "items.refused.notWritable",
                () -> rig.as(checks.ana, () -> rig.get(SaveDraft.class).save(item, "a".repeat(22), 0, List.of())));
        refused("replies.refused.moved", () -> answer(checks.ana, item));
        assertThat(feedbackWaits(checks.ana)).as("nothing is asked of her").isLessThanOrEqualTo(waits);
        assertThat(rig.as(checks.ana, () -> rig.get(OwnItems.class).waiting(50)))
                .noneMatch(one -> one.publicId().equals(item));

        assertThat(queue(edda, item)).containsExactly(CheckQueries.Work.REVISION);
        assertThat(queue(enno, item)).isEmpty();
        assertThatThrownBy(() -> open(enno, item)).isInstanceOf(NotFound.class);
        OpenDraft.Desk desk = open(edda, item);
        assertThat(desk.isWritable()).isTrue();
        assertThat(desk.content().values()).containsEntry("scenario", typed);
        assertThat(desk.item().event()).as("it would tell who sat there").isNull();
        assertThat(rig.as(edda, () -> rig.get(OpenDraft.class).history(item)).states())
                .as("it would tell when somebody wrote")
                .isEmpty();
        assertThat(feedback(edda, item).remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.said().text()).isEqualTo(BLOCKS));
        assertThat(rig.count("""
                        select count(*) from feedback_read r join review_entry n on n.id = r.entry_id where n.item_id = ?1""", checks.room.id(item)))
                .as("that the author has read it")
                .isZero();
        refused("items.refused.unanswered", () -> checks.room.items.submit(edda, item));
        answer(edda, item);
        checks.room.items.submit(edda, item);

        assertThat(checks.status(item)).isEqualTo("SUBMITTED");
        assertThat(checks.revision(item)).isEqualTo(2);
        assertThatThrownBy(() -> own(edda, item)).as("R9.1").isInstanceOf(NotFound.class);
        assertThat(rig.as(checks.ana, () -> rig.get(ReadOwnItem.class).read(item))
                        .text())
                .as("the author stays author")
                .isNotNull();
        assertThat(seenRevising(item)).containsExactly("Edda Moe");
        assertThat(mayDecide(edda, item)).isFalse();
        assertThat(mayDecide(enno, item)).isTrue();
        checks.accept(item);
        assertThat(queue(edda, item)).as("she signs nothing that she wrote").isEmpty();
        assertThat(queue(enno, item)).containsExactly(CheckQueries.Work.CHECK);
    }

    @Test
    void anEditorialChangeOfTheEditorIsSignedBySomebodyElse() {
        UUID item = revised();
        name(item, edda);
        checks.room.items.reword(edda, item);
        answer(edda, item);
        checks.room.items.submitAsEditorial(edda, item);
        assertThat(queue(edda, item)).isEmpty();
        assertThatThrownBy(() -> sign(edda, item)).isInstanceOf(NotFound.class);
        assertThat(queue(enno, item)).containsExactly(CheckQueries.Work.EDITORIAL);
        sign(enno, item);
        assertThat(checks.status(item)).isEqualTo("QC1");
    }

    @Test
    void whatIsGivenBackGoesOnWithItsAuthorAndWhoeverNeverOpenedItIsAsIfNeverNamed() {
        UUID item = revised();
        rig.update("update item set write_until = null where public_id = ?1", item.toString());
        name(item, edda);
        giveBack(item);
        assertThat(choice(item).held()).isEmpty();
        assertThat(mayDecide(edda, item)).isTrue();

        name(item, edda);
        checks.room.items.reword(edda, item);
        name(item, enno);
        assertThatThrownBy(() -> open(edda, item)).as("another goes on").isInstanceOf(NotFound.class);
        assertThat(open(enno, item).content().values().get("scenario")).contains("At midday");
        rig.update("delete from outbox_message");
        giveBack(item);
        assertThat(rig.rows("select kind from outbox_message")).isEqualTo(List.of("item-returned"));
        assertThat(mayDecide(edda, item)).isFalse();
        assertThat(mayDecide(enno, item)).isFalse();
        OpenDraft.Desk desk = open(checks.ana, item);
        assertThat(desk.isWritable()).isTrue();
        assertThat(desk.content().values().get("scenario")).contains("At midday");
        refused("items.refused.movedOn", () -> giveBack(item));
    }

    @Test
    void withoutTheDutyTheNamingLapses() {
        UUID item = revised();
        Caller once = checks.checker("Once Editor", Duty.EDITOR);
        name(item, once);
        assertThat(listed(item).byEditor()).isTrue();
        rig.update("delete from exam_duty where account_id = ?1", once.accountId());
        assertThat(listed(item).byEditor()).as("its author can go on").isFalse();
        assertThatThrownBy(() -> open(once, item)).isInstanceOf(NotFound.class);
        assertThat(open(checks.ana, item).isWritable()).isTrue();
        assertThat(choice(item).held())
                .hasValueSatisfying(held -> assertThat(held.lapsed()).isTrue());
        checks.room.items.reword(checks.ana, item);
        answer(checks.ana, item);
        checks.room.items.submit(checks.ana, item);
        assertThat(choice(item).held()).isEmpty();
    }

    /** R6.1: the author who is an editor can be named like any other; what others get is the same. */
    @Test
    void namingTheAuthorTellsNothing() {
        UUID item = revised();
        UUID other = revised();
        checks.give(checks.ana, Duty.EDITOR);
        assertThat(choice(item).candidates())
                .extracting(NamedEditors.Editor::name)
                .contains("Ana Sá", "Edda Moe");
        rig.update("delete from outbox_message");
        name(item, checks.ana);
        name(other, edda);
        assertThat(rig.rows("select kind from outbox_message order by id"))
                .isEqualTo(List.of("item-revise", "item-handed-over", "item-revise", "item-handed-over"));
        assertThat(open(checks.ana, item).isWritable()).isTrue();
        assertThat(open(edda, other).isWritable()).isTrue();
        assertThat(seenRevising(item)).as("she is not missing").containsExactly("Ana Sá");
        assertThat(seenRevising(other)).containsExactly("Edda Moe");
        assertThat(queue(checks.ana, item)).containsExactly(CheckQueries.Work.REVISION);
        assertThat(choice(item).held())
                .hasValueSatisfying(held -> assertThat(held.lapsed()).isFalse());
        answer(checks.ana, item);
        checks.room.items.submit(checks.ana, item);
        assertThat(own(checks.ana, item).editing()).isFalse();
        rig.update("delete from exam_duty where account_id = ?1", checks.ana.accountId());
    }

    @Test
    void onlyAnEditorOfTheExamIsNamedAndOnlyWhileItIsAtTheDesk() {
        UUID item = revised();
        Caller nobody = checks.room.author("No Editor");
        refused("items.refused.noEditor", () -> name(item, nobody));
        assertThat(choice(item).candidates())
                .extracting(NamedEditors.Editor::name)
                .contains("Edda Moe")
                .doesNotContain("No Editor", "Tomas Ek");
        UUID submitted = checks.room.items.submitted(checks.ana, checks.workshop, 2);
        refused("items.refused.movedOn", () -> name(submitted, edda));
        NameEditor.Naming old =
                new NameEditor.Naming(item, 0, naming(item, edda).editor());
        refused(
                "items.refused.movedOn",
                () -> rig.as(checks.room.pm, () -> rig.get(NameEditor.class).name(old)));
        Caller elsewhere = checks.room.author("Other Manager", Role.PM);
        assertThatThrownBy(() ->
                        rig.as(elsewhere, () -> rig.get(NameEditor.class).name(naming(item, edda))))
                .isInstanceOf(NotFound.class);
    }
}
