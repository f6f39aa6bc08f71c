package org.smeportal.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.items.SealedTexts;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.replies.Reviewed;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;
import org.smeportal.wording.FieldMap;
import org.smeportal.wording.ItemField;
import org.smeportal.wording.ItemText;

/** A group reviews items: silent verdicts, the reveal, edits, the decision (R6.1, R6.2). */
class ReviewIT {
    private static final Instant BEGIN = Instant.parse("2020-02-03T09:00:00Z");

    private static Rig rig;
    private ReviewRoom room;

    @BeforeAll
    static void begin() {
        rig = Rig.start(BEGIN);
    }

    @BeforeEach
    void start() {
        rig.clock().set(BEGIN);
        room = new ReviewRoom(rig, 5, 3);
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

    private Callable<Object> lead(java.util.function.Consumer<LeadReview> act) {
        return () -> rig.as(room.pm, () -> {
            act.accept(rig.get(LeadReview.class));
            return null;
        });
    }

    @Test
    void aBatchGoesToGroupsThatAreLargeEnough() {
        refused(
                "reviews.refused.groups",
                () -> rig.as(
                        room.pm,
                        () -> rig.get(ScheduleReview.class)
                                .schedule(new ScheduleReview.Batch(room.event, room.items, 2))));
        UUID session = room.scheduled();
        assertThat(room.items).extracting(room::status).containsOnly("IN_REVIEW");
        Live live = room.seen(room.reviewer(2), session);
        assertThat(live.head().state()).isEqualTo(SessionState.PLANNED);
        assertThat(live.agenda()).hasSize(3);
        assertThat(live.current())
                .as("R9.1: no text before the session is open")
                .isNull();
        refused(
                "reviews.refused.notFree",
                () -> rig.as(
                        room.pm,
                        () -> rig.get(ScheduleReview.class)
                                .schedule(new ScheduleReview.Batch(room.event, room.items, 1))));
    }

    @Test
    void itemsThatLookLikeOthersWaitUntilSomebodyLooked() {
        UUID one = room.room.items.submitted(room.author(), room.event, 1);
        room.room.items.submitted(room.author(), room.event, 1);
        refused(
                "reviews.refused.alike",
                () -> rig.as(
                        room.pm,
                        () -> rig.get(ScheduleReview.class)
                                .schedule(new ScheduleReview.Batch(room.event, List.of(one), 1))));
        assertThat(room.status(one)).as("nothing by halves").isEqualTo("SUBMITTED");
    }

    @Test
    void nobodySeesAVerdictOfOthersBeforeTheReveal() {
        UUID session = room.opened();
        room.give(room.reviewer(1), session, Verdict.REJECT);
        room.comment(room.reviewer(1), session, Aspect.STEM, true, "Two problems at once.");
        for (Caller other : List.of(room.reviewer(2), room.author(), room.pm)) {
            Live.Current at = room.at(other, session);
            assertThat(at.answered()).isEqualTo(1);
            assertThat(at.own()).isNull();
            assertThat(at.tally()).isEmpty();
            assertThat(at.comments()).isEmpty();
        }
        Live.Current own = room.at(room.reviewer(1), session);
        assertThat(own.own()).isEqualTo(Verdict.REJECT);
        assertThat(own.comments()).extracting(ReviewComments.Said::text).containsExactly("Two problems at once.");
        room.give(room.reviewer(1), session, Verdict.REVISE);
        assertThat(room.at(room.reviewer(1), session).own())
                .as("changed before the reveal")
                .isEqualTo(Verdict.REVISE);
    }

    @Test
    void theRevealNeedsEnoughVerdictsAndFixesThem() {
        UUID session = room.opened();
        room.give(room.author(), session, Verdict.ACCEPT);
        room.give(room.reviewer(1), session, Verdict.ACCEPT);
        refused("reviews.refused.fewVerdicts", lead(leads -> leads.reveal(room.on(session))));
        room.give(room.reviewer(2), session, Verdict.CHANGE);
        room.comment(room.reviewer(2), session, Aspect.KEY, false, "Say which queue.");
        rig.as(room.pm, () -> rig.get(LeadReview.class).reveal(room.on(session)));
        Live.Current at = room.at(room.reviewer(3), session);
        assertThat(at.tally()).isEqualTo(Map.of(Verdict.ACCEPT, 2, Verdict.CHANGE, 1));
        assertThat(at.comments()).extracting(ReviewComments.Said::text).containsExactly("Say which queue.");
        UUID entry = at.entry();
        refused(
                "reviews.refused.moved",
                () -> rig.as(room.reviewer(3), () -> {
                    rig.get(GiveVerdict.class).give(session, entry, Verdict.REJECT);
                    return null;
                }));
        refused(
                "reviews.refused.moved",
                () -> rig.as(room.reviewer(2), () -> {
                    rig.get(GiveVerdict.class)
                            .takeBack(session, entry, at.comments().get(0).id());
                    return null;
                }));
        refused("reviews.refused.moved", lead(leads -> leads.reveal(room.on(session))));
    }

    @Test
    void aDecisionLeavesTheAuthorOutOfTheTallyAndTellsNobody() {
        UUID session = room.opened();
        UUID item = room.item(session);
        refused("reviews.refused.moved", () -> {
            room.decide(session, ReviewOutcome.ACCEPT, "");
            return null;
        });
        room.revealed(session);
        room.decide(session, ReviewOutcome.ACCEPT, "Clear, and of use.");
        assertThat(room.status(item)).isEqualTo("QC1");
        Live.Current at = room.at(room.reviewer(1), session);
        assertThat(at.outcome()).isEqualTo(ReviewOutcome.ACCEPT);
        assertThat(at.reason()).isEqualTo("Clear, and of use.");
        assertThat(at.tally()).as("what the group saw").isEqualTo(Map.of(Verdict.ACCEPT, 5));
        Object[] row = (Object[]) rig.rows("""
                        select n.public_id, n.tally from review_entry n join item i on i.id = n.item_id
                        where n.state = 'DECIDED' and i.public_id = ?1""", item.toString()).get(0);
        String tally = rig.get(org.smeportal.wording.ItemBox.class).open("review-tally:" + row[0], (String) row[1]);
        assertThat(tally).isEqualTo("ACCEPT 4, CHANGE 0, REVISE 0, REJECT 0");
    }

    @Test
    void aBlockingCommentIsAnsweredBeforeAnItemIsAccepted() {
        UUID session = room.opened();
        room.comment(room.reviewer(1), session, Aspect.LANGUAGE, true, "Long.");
        room.revealed(session);
        refused("reviews.refused.blocking", () -> {
            room.decide(session, ReviewOutcome.ACCEPT, "");
            return null;
        });
        UUID comment = room.at(room.pm, session).comments().get(0).id();
        refused(
                "reviews.refused.noReason",
                lead(leads ->
                        leads.answer(new LeadReview.Answer(room.on(session), comment, Resolution.OVERRULED, " "))));
        rig.as(
                room.pm,
                () -> rig.get(LeadReview.class)
                        .answer(new LeadReview.Answer(
                                room.on(session), comment, Resolution.OVERRULED, "It reads well.")));
        assertThat(room.at(room.reviewer(3), session).comments().get(0).reason())
                .isEqualTo("It reads well.");
        room.decide(session, ReviewOutcome.ACCEPT, "");
    }

    @Test
    void whatTheGroupChangesIsOneNewRevisionThatTheDecisionNames() {
        UUID session = room.opened();
        UUID item = room.item(session);
        room.revealed(session);
        ItemText voted = room.at(room.pm, session).voted();
        Map<String, String> fields = new HashMap<>(FieldMap.fields(voted));
        fields.put(ItemField.SCENARIO, voted.scenario() + " The team is small.");
        room.edit(session, 0, fields);
        refused("reviews.refused.edition", () -> {
            room.edit(session, 0, fields);
            return null;
        });
        assertThat(room.at(room.reviewer(2), session).text().scenario()).endsWith("The team is small.");
        fields.put(ItemField.QUESTION, voted.question() + " ");
        room.edit(session, 1, fields);
        room.decide(session, ReviewOutcome.ACCEPT, "With one sentence more.");
        Object[] row = (Object[]) rig.rows("""
                        select n.revision, n.result_revision from review_entry n join item i on i.id = n.item_id
                        where n.state = 'DECIDED' and i.public_id = ?1""", item.toString()).get(0);
        assertThat(row).containsExactly(1, 2);
        assertThat(rig.count("select revision from item where public_id = ?1", item.toString()))
                .isEqualTo(2);
        assertThat(rig.get(SealedTexts.class).text(item, 2).orElseThrow().scenario())
                .endsWith("The team is small.");
        assertThat(rig.count("""
                        select count(*) from item_author a join item i on i.id = a.item_id join sme s on s.id = a.sme_id
                        where i.public_id = ?1 and s.account_id = ?2""", item.toString(), room.author().accountId()))
                .as("the author stays author (R6.3)")
                .isEqualTo(1);
    }

    @Test
    void anEditThatTheLinterCallsAnErrorStopsTheDecisionAndLosesNothing() {
        UUID session = room.opened();
        room.revealed(session);
        ItemText voted = room.at(room.pm, session).voted();
        Map<String, String> fields = new HashMap<>(FieldMap.fields(voted));
        fields.put(ItemField.text(voted.options().get(1)), "All of the above");
        room.edit(session, 0, fields);
        refused("items.refused.notReady", () -> {
            room.decide(session, ReviewOutcome.ACCEPT, "");
            return null;
        });
        assertThat(room.at(room.pm, session).text().options().get(1).text()).isEqualTo("All of the above");
        room.decide(session, ReviewOutcome.REJECT, "There is no second distractor.");
    }

    @Test
    void aRevisedItemIsWithItsAuthorWithTheReasonAndTheGroupsWords() {
        UUID session = room.opened();
        UUID item = room.item(session);
        room.revealed(session);
        refused("reviews.refused.noReason", () -> {
            room.decide(session, ReviewOutcome.REVISE, " ");
            return null;
        });
        room.decide(session, ReviewOutcome.REVISE, "Name the service.");
        assertThat(room.status(item)).isEqualTo("REVISION");
        assertThat(rig.count(
                        "select count(*) from draft d join item i on i.id = d.item_id where i.exam_id = ?1",
                        room.room.exam()))
                .as("the desk is open again")
                .isEqualTo(1);
        rig.as(room.pm, () -> rig.get(LeadReview.class).next(room.on(session)));
        assertThat(room.item(session)).isNotEqualTo(item);
    }

    @Test
    void anItemLeftForLaterKeepsWhatWasSaid() {
        UUID session = room.opened();
        UUID first = room.at(room.pm, session).entry();
        room.give(room.reviewer(1), session, Verdict.REVISE);
        rig.as(room.pm, () -> rig.get(LeadReview.class).next(room.on(session)));
        assertThat(room.at(room.pm, session).entry()).isNotEqualTo(first);
        refused(
                "reviews.refused.elsewhere",
                () -> rig.as(room.reviewer(2), () -> {
                    rig.get(GiveVerdict.class).give(session, first, Verdict.ACCEPT);
                    return null;
                }));
        rig.as(room.pm, () -> rig.get(LeadReview.class).show(new LeadReview.OnEntry(session, first)));
        assertThat(room.at(room.reviewer(1), session).own()).isEqualTo(Verdict.REVISE);
    }

    @Test
    void onlyMembersAndProgrammeManagersOfTheExamGetInAndOnlyWhileItIsOpen() {
        UUID session = room.opened();
        Caller stranger = room.room.author("Stranger");
        assertThatThrownBy(() -> room.seen(stranger, session)).isInstanceOf(NotFound.class);
        Caller admin = Rig.caller(room.pm.accountId(), "Ada", "Europe/Lisbon", Role.ADMIN);
        assertThatThrownBy(() -> room.seen(admin, session)).isInstanceOf(org.smeportal.kernel.Forbidden.class);
        Caller other = room.room.author("Other Manager", Role.PM);
        String exam = "DVA-" + room.room.code();
        rig.update(
                "insert into exam (code, name, level, version_year) values (?1, 'Developer', 'Associate', 2020)", exam);
        room.room.duty(other, exam);
        assertThatThrownBy(() -> room.seen(other, session)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rig.as(other, () -> rig.get(LeadReview.class).close(session)))
                .isInstanceOf(NotFound.class);
        assertThat(room.at(room.reviewer(1), session).text().question()).isNotEmpty();
        rig.as(room.pm, () -> rig.get(LeadReview.class).close(session));
        for (Caller anybody : List.of(room.reviewer(1), room.author(), room.pm)) {
            assertThat(room.seen(anybody, session).current()).as("R9.1").isNull();
        }
    }

    @Test
    void whoReviewsInAGroupDoesNotLeadIt() {
        UUID session = room.scheduled();
        Caller both = room.reviewer(1);
        room.room.duty(both, room.room.code());
        Caller manager = Rig.caller(both.accountId(), both.name(), "Europe/Lisbon", Role.SME, Role.PM);
        refused(
                "reviews.refused.member",
                () -> rig.as(manager, () -> {
                    rig.get(LeadReview.class).open(session);
                    return null;
                }));
    }

    /** R6.1 */
    @Test
    void whoReviewedAnItemInAnotherGroupDoesNotDecideOnIt() {
        UUID session = room.opened();
        room.revealed(session);
        UUID item = room.item(session);
        Reviewed.decided(rig, item, "REVISE", "Say when.", "Which noon?");
        rig.update("""
                insert into verdict (entry_id, account_id, verdict, at)
                select max(n.id), ?2, 'REVISE', utc_timestamp(6) from review_entry n join item i on i.id = n.item_id
                where i.public_id = ?1
                on duplicate key update verdict = 'REVISE'""", item.toString(), room.pm.accountId());
        refused("reviews.refused.reviewed", () -> {
            room.decide(session, ReviewOutcome.ACCEPT, "");
            return null;
        });
        assertThat(room.status(item)).isEqualTo("IN_REVIEW");
    }

    @Test
    void everyReaderIsInTheAccessRecordOnceAndTheAuthorLikeAnyOther() {
        UUID session = room.opened();
        UUID item = room.item(session);
        for (int again = 0; again < 3; again++) {
            room.members.forEach(member -> room.at(member, session));
        }
        List<?> readers = rig.rows(
                "select v.account_id from item_view v join item i on i.id = v.item_id"
                        + " where i.public_id = ?1 and v.kind = 'REVIEW' order by v.account_id",
                item.toString());
        assertThat(readers).hasSize(5);
        List<String> report = new ArrayList<>();
        rig.as(room.pm, () -> {
            rig.get(org.smeportal.items.SeenQueries.class)
                    .all(org.smeportal.items.SeenQueries.Filter.ofItem(item))
                    .forEach(row -> report.add(row.name()));
            return null;
        });
        assertThat(report)
                .as("a group of five in which one is missing would tell who wrote it (R6.1)")
                .contains(room.author().name())
                .hasSize(5);
    }

    @Test
    void aLateJoinerLandsWhereTheGroupIs() {
        UUID session = room.opened();
        rig.as(room.reviewer(1), () -> rig.get(GiveVerdict.class).arrive(session));
        long before = room.seen(room.pm, session).head().change();
        rig.as(room.reviewer(1), () -> rig.get(GiveVerdict.class).arrive(session));
        assertThat(room.seen(room.pm, session).head().change()).as("once").isEqualTo(before);
        room.members.subList(1, 4).forEach(member -> room.give(member, session, Verdict.ACCEPT));
        rig.as(room.pm, () -> rig.get(LeadReview.class).reveal(room.on(session)));
        Caller late = room.reviewer(4);
        rig.as(late, () -> rig.get(GiveVerdict.class).arrive(session));
        Live live = room.seen(late, session);
        assertThat(live.head().here()).isEqualTo(2);
        assertThat(room.at(late, session).state()).isEqualTo(EntryState.REVEALED);
        assertThat(room.at(late, session).tally()).isNotEmpty();
    }

    @Test
    void eightVerdictsAtOnceAreEight() throws Exception {
        UUID session = room.opened();
        UUID entry = room.at(room.pm, session).entry();
        ExecutorService threads = Executors.newFixedThreadPool(room.members.size());
        List<Future<Object>> all = new ArrayList<>();
        for (Caller member : room.members) {
            all.add(threads.submit(() -> rig.as(member, () -> {
                rig.get(GiveVerdict.class).give(session, entry, Verdict.ACCEPT);
                return null;
            })));
        }
        for (Future<Object> one : all) {
            one.get();
        }
        threads.shutdown();
        assertThat(room.at(room.pm, session).answered()).isEqualTo(room.members.size());
    }

    @Test
    void aScreenAsksInAFewStatementsHoweverLongTheAgendaIs() {
        UUID session = room.opened();
        room.revealed(session);
        room.at(room.reviewer(1), session);
        rig.statements().reset();
        room.seen(room.reviewer(1), session);
        assertThat(rig.statements().sent()).hasSizeLessThanOrEqualTo(8);
    }
}
