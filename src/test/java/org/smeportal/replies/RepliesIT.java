package org.smeportal.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.items.OpenDraft;
import org.smeportal.items.OpenReplies;
import org.smeportal.items.SubmitItem;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.reviews.Aspect;
import org.smeportal.reviews.GiveVerdict;
import org.smeportal.reviews.LeadReview;
import org.smeportal.reviews.Live;
import org.smeportal.reviews.Resolution;
import org.smeportal.reviews.ReviewComments;
import org.smeportal.reviews.ReviewOutcome;
import org.smeportal.reviews.ReviewRoom;
import org.smeportal.reviews.Verdict;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;
import org.smeportal.wording.FieldMap;
import org.smeportal.wording.ItemField;
import org.smeportal.wording.ItemText;

/** The author reads what a group said, answers what blocks the item, and hands it in again (R6.3, items.md row 4). */
class RepliesIT {
    private static final String BLOCKS = "It asks for two things at once.";
    private static final String HELPS = "The page has a new name.";

    private static final Instant BEGIN = Instant.parse("2020-02-03T09:00:00Z");

    private static Rig rig;
    private ReviewRoom room;
    private UUID session;
    private UUID item;

    @BeforeAll
    static void begin() {
        rig = Rig.start(BEGIN);
    }

    @BeforeEach
    void start() {
        rig.clock().set(BEGIN);
        room = new ReviewRoom(rig, 5, 3);
        session = room.opened();
        item = room.item(session);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static void refused(String key, Callable<?> act) {
        assertThatThrownBy(act::call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private Feedback read() {
        return rig.as(room.author(), () -> rig.get(ReadFeedback.class).read(item, null));
    }

    private void answer(UUID comment, String answer) {
        rig.as(room.author(), () -> rig.get(AnswerComments.class).answer(item, Map.of(comment, answer)));
    }

    private void submit() {
        rig.as(room.author(), () -> {
            int seq = rig.get(OpenDraft.class).open(item).content().seq();
            rig.get(SubmitItem.class).submit(new SubmitItem.Submission(item, seq, false));
        });
    }

    /** A blocking comment, one on a reference, and one that the group overruled; then what the programme manager decided. */
    private void reviewed(ReviewOutcome outcome, String reason) {
        Live.Current at = room.at(room.reviewer(1), session);
        String page = at.text().references().get(0).id();
        comment(2, new GiveVerdict.Comment(Aspect.REFERENCE, page, false, HELPS));
        comment(1, new GiveVerdict.Comment(Aspect.STEM, null, true, BLOCKS));
        comment(3, new GiveVerdict.Comment(Aspect.LANGUAGE, null, true, "Long."));
        room.revealed(session);
        UUID overruled = room.at(room.pm, session).comments().stream()
                .filter(said -> said.aspect() == Aspect.LANGUAGE)
                .findFirst()
                .orElseThrow()
                .id();
        resolve(overruled, Resolution.OVERRULED, "It reads well.");
        if (outcome == ReviewOutcome.ACCEPT) {
            room.at(room.pm, session).comments().stream()
                    .filter(ReviewComments.Said::isOpen)
                    .forEach(said -> resolve(said.id(), Resolution.RESOLVED, ""));
        }
        room.decide(session, outcome, reason);
    }

    private void resolve(UUID comment, Resolution resolution, String reason) {
        rig.as(
                room.pm,
                () -> rig.get(LeadReview.class)
                        .answer(new LeadReview.Answer(room.on(session), comment, resolution, reason)));
    }

    private void comment(int reviewer, GiveVerdict.Comment comment) {
        UUID entry = room.at(room.reviewer(reviewer), session).entry();
        rig.as(room.reviewer(reviewer), () -> rig.get(GiveVerdict.class).comment(session, entry, comment));
    }

    private UUID said(Aspect aspect) {
        return read().remarks().stream()
                .map(Feedback.Remark::said)
                .filter(said -> said.aspect() == aspect)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void theAuthorReadsTheDecisionTheVerdictsAndTheCommentsByPlace() {
        reviewed(ReviewOutcome.REVISE, "Ask for one thing only.");
        Feedback feedback = read();
        assertThat(feedback.review().reason()).isEqualTo("Ask for one thing only.");
        assertThat(feedback.tally()).as("as the group saw it").containsEntry(Verdict.ACCEPT, 5);
        assertThat(feedback.remarks())
                .extracting(remark -> remark.said().aspect() + " " + remark.place() + " " + remark.open())
                .containsExactly("STEM  true", "REFERENCE 1 true", "LANGUAGE  false");
        assertThat(feedback.remarks().get(2).said().reason()).isEqualTo("It reads well.");
        assertThat(feedback.due()).isEqualTo(1);
        assertThat(feedback.changed()).as("the group changed nothing").isEmpty();
        assertThat(feedback.lesson()).isNull();
    }

    @Test
    void nobodyElseGetsAnythingOfIt() {
        reviewed(ReviewOutcome.REVISE, "Ask for one thing only.");
        UUID blocking = said(Aspect.STEM);
        for (Caller other : List.of(room.reviewer(1), room.room.author("Stranger"))) {
            rig.as(other, () -> {
                assertThatThrownBy(() -> rig.get(ReadFeedback.class).read(item, null))
                        .isInstanceOf(NotFound.class);
                assertThatThrownBy(() -> rig.get(AnswerComments.class).answer(item, Map.of(blocking, "Mine.")))
                        .isInstanceOf(NotFound.class);
                assertThat(rig.get(OwnFeedback.class).page(PageRequest.first()).total())
                        .isZero();
                assertThat(rig.get(OwnFeedback.class).waiting()).isZero();
                assertThat(rig.get(OwnFeedback.class).aspects()).isEmpty();
                return null;
            });
        }
        assertThatThrownBy(
                        () -> rig.as(room.pm, () -> rig.get(ReadFeedback.class).read(item, null)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() ->
                        rig.as(room.author(), () -> rig.get(ReadFeedback.class).read(room.items.get(2), null)))
                .as("not reviewed yet")
                .isInstanceOf(NotFound.class);
    }

    /** R6.1: what others see of the item is the same before and after the author read and answered. */
    @Test
    void readingAndAnsweringLeaveNoTraceForOthers() {
        reviewed(ReviewOutcome.REVISE, "Ask for one thing only.");
        rig.update("delete from audit_entry");
        Live before = room.seen(room.reviewer(2), session);
        String led = room.seen(room.pm, session).toString();
        answer(said(Aspect.STEM), "It asks for one thing now.");
        assertThat(room.seen(room.reviewer(2), session).head()).isEqualTo(before.head());
        assertThat(room.seen(room.pm, session)).asString().doesNotContain("one thing now");
        assertThat(led).contains(BLOCKS);
        assertThat(rig.count("select count(*) from audit_entry")).isZero();
        assertThat(rig.count("select count(*) from review_comment where answer like '%one thing%'"))
                .as("sealed (R9.4)")
                .isZero();
    }

    @Test
    void eachViewIsInTheAccessRecordAsAnAuthors() {
        reviewed(ReviewOutcome.REVISE, "Ask for one thing only.");
        rig.update("delete from item_view");
        read();
        read();
        assertThat(rig.rows("select kind, revision from item_view"))
                .extracting(row -> List.of((Object[]) row))
                .containsExactly(List.of("WRITE", 1), List.of("WRITE", 1));
    }

    @Test
    void whatIsUnreadOrBlocksIsCountedUntilItIsReadAndAnswered() {
        assertThat(waiting()).isZero();
        reviewed(ReviewOutcome.REVISE, "Ask for one thing only.");
        assertThat(row().unread()).isTrue();
        assertThat(waiting()).isEqualTo(1);
        UUID blocking = said(Aspect.STEM);
        assertThat(row().unread()).isFalse();
        assertThat(row().toAnswer()).isEqualTo(1);
        assertThat(waiting()).as("read, not answered").isEqualTo(1);
        answer(blocking, "It asks for one thing now.");
        assertThat(waiting()).isZero();
    }

    private long waiting() {
        return rig.as(room.author(), () -> rig.get(OwnFeedback.class).waiting());
    }

    private OwnFeedback.Row row() {
        return rig.as(
                room.author(),
                () -> rig.get(OwnFeedback.class)
                        .page(PageRequest.first())
                        .rows()
                        .get(0));
    }

    @Test
    void anItemIsNotHandedInAgainWithoutAnAnswerToWhatBlocksIt() {
        reviewed(ReviewOutcome.REVISE, "Ask for one thing only.");
        OpenReplies.Asked asked =
                rig.as(room.author(), () -> rig.get(OpenReplies.class).of(item));
        assertThat(asked).isEqualTo(new OpenReplies.Asked(2, 1, 1));
        refused("items.refused.unanswered", () -> {
            submit();
            return null;
        });
        UUID blocking = said(Aspect.STEM);
        answer(blocking, "It asks for one thing now.");
        answer(blocking, " ");
        refused("items.refused.unanswered", () -> {
            submit();
            return null;
        });
        answer(blocking, "Kept, because both belong together.");
        assertThat(read().remarks().get(0).said().answer()).isEqualTo("Kept, because both belong together.");
        submit();
        assertThat(room.status(item)).isEqualTo("SUBMITTED");
        assertThat(read().answerable()).isFalse();
        refused("replies.refused.moved", () -> {
            answer(blocking, "Too late.");
            return null;
        });
    }

    @Test
    void whatTheGroupSettledTakesNoAnswer() {
        reviewed(ReviewOutcome.REVISE, "Ask for one thing only.");
        refused("replies.refused.settled", () -> {
            answer(said(Aspect.LANGUAGE), "It was not long.");
            return null;
        });
        refused("replies.refused.settled", () -> {
            answer(UUID.randomUUID(), "Of no comment.");
            return null;
        });
        refused("platform.refused.tooLong", () -> {
            answer(said(Aspect.STEM), "x".repeat(AnswerComments.LONGEST + 1));
            return null;
        });
    }

    @Test
    void anotherReviewIsReadAndAnsweredOnItsOwn() {
        reviewed(ReviewOutcome.REVISE, "Ask for one thing only.");
        UUID first = said(Aspect.STEM);
        answer(first, "It asks for one thing now.");
        submit();
        rig.as(room.pm, () -> rig.get(LeadReview.class).close(session));
        UUID other = room.room
                .byPm(() -> rig.get(org.smeportal.reviews.ScheduleReview.class)
                        .schedule(new org.smeportal.reviews.ScheduleReview.Batch(room.event, List.of(item), 1)))
                .get(0);
        rig.as(room.pm, () -> rig.get(LeadReview.class).open(other));
        room.comment(room.reviewer(1), other, Aspect.KEY, true, "Is it the only right one?");
        room.revealed(other);
        room.decide(other, ReviewOutcome.REVISE, "Nearly there.");
        Feedback second = read();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.remarks())
                .extracting(remark -> remark.said().text())
                .containsExactly("Is it the only right one?");
        Feedback former =
                rig.as(room.author(), () -> rig.get(ReadFeedback.class).read(item, 1));
        assertThat(former.remarks().get(0).said().answer()).isEqualTo("It asks for one thing now.");
        assertThat(former.answerable()).isFalse();
        refused("replies.refused.settled", () -> {
            answer(first, "Once more.");
            return null;
        });
        assertThatThrownBy(() ->
                        rig.as(room.author(), () -> rig.get(ReadFeedback.class).read(item, 3)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatTheGroupChangedIsShownAndTheLastLookBeginsAtTheRevisionThatWasVotedOn() {
        room.revealed(session);
        ItemText voted = room.at(room.pm, session).voted();
        Map<String, String> fields = new HashMap<>(FieldMap.fields(voted));
        fields.put(ItemField.SCENARIO, voted.scenario() + " The team is small.");
        room.edit(session, 0, fields);
        room.decide(session, ReviewOutcome.REVISE, "With one sentence more; go on from there.");
        Feedback feedback = read();
        assertThat(feedback.review().result()).isEqualTo(2);
        assertThat(feedback.changed())
                .singleElement()
                .satisfies(field -> assertThat(field.paragraphs().toString()).contains("The team is small."));
        OpenDraft.Final last =
                rig.as(room.author(), () -> rig.get(OpenDraft.class).last(item));
        assertThat(last.since()).isEqualTo(1);
        assertThat(last.before()).isEqualTo(voted);
    }

    @Test
    void theTextIsClosedTwoWeeksAfterADecisionThatEndsTheTalk() {
        reviewed(ReviewOutcome.REJECT, "Two ideas in one question: ask for one.");
        assertThat(room.status(item)).isEqualTo("REJECTED");
        assertThat(read().isOpen()).isTrue();
        rig.clock().advance(Duration.ofDays(13));
        assertThat(read().lesson()).isEqualTo("Two ideas in one question: ask for one.");
        rig.clock().advance(Duration.ofDays(2));
        rig.update("delete from item_view");
        Feedback closed = read();
        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.remarks()).isEmpty();
        assertThat(closed.lesson()).as("R9.1").isEqualTo("Two ideas in one question: ask for one.");
        assertThat(rig.count("select count(*) from item_view")).isZero();
    }

    @Test
    void anAcceptanceIsToldWithoutAWordOfItAndReadForTwoWeeks() {
        rig.update("delete from outbox_message");
        reviewed(ReviewOutcome.ACCEPT, "Clear, and of use.");
        assertThat(rig.rows("select kind from outbox_message").toString()).isEqualTo("[item-accepted]");
        assertThat(rig.rows("select kind from outbox_message where "
                        + org.smeportal.notifications.Confidential.NOT_CONFIDENTIAL))
                .as("R6.1: in no list")
                .isEmpty();
        assertThat(read().isOpen()).isTrue();
        assertThat(read().answerable()).isFalse();
        rig.clock().advance(Duration.ofDays(15));
        assertThat(read().isOpen()).isFalse();
        assertThat(waiting()).isZero();
    }

    @Test
    void whatCommentsOfOthersWereAboutIsCounted() {
        room.comment(room.author(), session, Aspect.FAIRNESS, false, "My own.");
        reviewed(ReviewOutcome.REVISE, "Ask for one thing only.");
        assertThat(rig.as(room.author(), () -> rig.get(OwnFeedback.class).aspects()))
                .isEqualTo(Map.of(Aspect.STEM, 1L, Aspect.REFERENCE, 1L, Aspect.LANGUAGE, 1L));
    }

    @Test
    void listAndCountsTakeTheSameStatementsAtTenAndAThousandItems() {
        reviewed(ReviewOutcome.REVISE, "Ask for one thing only.");
        more(10);
        int few = statements();
        more(1000);
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(5);
        assertThat(rig.as(room.author(), () -> rig.get(OwnFeedback.class).page(PageRequest.first()))
                        .total())
                .isEqualTo(1011);
    }

    private int statements() {
        return rig.as(room.author(), () -> {
            rig.statements().reset();
            rig.get(OwnFeedback.class).page(PageRequest.first());
            rig.get(OwnFeedback.class).waiting();
            rig.get(OwnFeedback.class).aspects();
            return rig.statements().count();
        });
    }

    /** Copies of the item and of what was decided about it. */
    private void more(int count) {
        String prefix = count > 10 ? "Y" : "X";
        rig.update("""
                insert into item (public_id, code, exam_id, event_id, domain, status, status_since, revision, created_at)
                select uuid(), concat(?3, t.seq), i.exam_id, i.event_id, 1, 'REVISION', i.status_since, 1, i.created_at
                from item i join seq_1_to_1000 t on t.seq <= ?2 where i.public_id = ?1""", item.toString(), count, prefix);
        rig.update(
                "insert into item_author (item_id, sme_id) select i.id, a.sme_id from item i join item_author a"
                        + " join item o on o.id = a.item_id and o.public_id = ?1 where i.code like ?2",
                item.toString(),
                prefix + "%");
        rig.update("""
                insert into review_entry (public_id, session_id, place, item_id, revision, state, outcome, result_revision,
                    decided_at)
                select uuid(), n.session_id, i.id + 1000, i.id, 1, 'DECIDED', 'REVISE', 1, n.decided_at
                from review_entry n join item o on o.id = n.item_id and o.public_id = ?1 join item i on i.code like ?2
                where n.state = 'DECIDED'""", item.toString(), prefix + "%");
    }
}
