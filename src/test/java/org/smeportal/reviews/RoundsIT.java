package org.smeportal.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.items.OwnItems;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;
import org.smeportal.years.ProgrammeYears;

/** Rounds around the live session: what waits, groups, lists, what each gave, and sessions that nobody closed (R6.2). */
class RoundsIT {
    private static final Instant BEGIN = Instant.parse("2020-02-03T09:00:00Z");

    private static Rig rig;
    private ReviewRoom room;
    private ProgrammeYears.Figures before;

    @BeforeAll
    static void begin() {
        rig = Rig.start(BEGIN);
    }

    @BeforeEach
    void start() {
        rig.clock().set(BEGIN);
        before = year();
        room = new ReviewRoom(rig, 9, 4);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static void refused(String key, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private void pm(Runnable act) {
        rig.as(room.pm, () -> {
            act.run();
            return null;
        });
    }

    private List<UUID> twoGroups() {
        return room.room.byPm(
                () -> rig.get(ScheduleReview.class).schedule(new ScheduleReview.Batch(room.event, room.items, 2)));
    }

    private RoundQueries.Row group(UUID session) {
        return rig.as(room.pm, () -> rig.get(RoundQueries.class).one(session));
    }

    private List<PlanQueries.Domain> waiting() {
        return rig.as(room.pm, () -> rig.get(PlanQueries.class).waiting(room.room.exam(), null));
    }

    private Set<UUID> waitingItems() {
        return waiting().stream()
                .flatMap(domain -> domain.items().stream())
                .map(PlanQueries.Waiting::item)
                .collect(Collectors.toSet());
    }

    private UUID account(Caller of) {
        return UUID.fromString((String) rig.rows("select public_id from account where id = ?1", of.accountId())
                .get(0));
    }

    @Test
    void thePreviewHasTheNumbersThatTheGroupsGet() {
        PlanQueries.Event event =
                rig.as(room.pm, () -> rig.get(PlanQueries.class).events()).get(0);
        assertThat(event.publicId()).isEqualTo(room.event);
        assertThat(event.seats()).isEqualTo(9);
        assertThat(event.mostGroups()).isEqualTo(2);
        List<PlanQueries.Domain> waiting = waiting();
        assertThat(waiting).extracting(PlanQueries.Domain::number).containsExactly(1, 2, 3);
        assertThat(waiting).extracting(PlanQueries.Domain::total).containsExactly(2, 1, 1);
        Map<String, Integer> cards = new TreeMap<>();
        waiting.forEach(domain -> domain.items().forEach(item -> cards.put(item.code(), domain.number())));
        PlanQueries.Preview preview =
                rig.as(room.pm, () -> rig.get(PlanQueries.class).preview(event, cards, 2));
        assertThat(preview.isLargeEnough()).isTrue();
        assertThat(preview.seated()).isFalse();
        List<UUID> sessions = twoGroups();
        for (int at = 0; at < 2; at++) {
            RoundQueries.Row row = group(sessions.get(at));
            PlanQueries.Planned planned = preview.groups().get(at);
            assertThat(row.members()).isEqualTo(planned.people());
            assertThat(row.items()).isEqualTo(planned.items());
            assertThat(rig.as(room.pm, () -> rig.get(RoundQueries.class).agenda(row)).stream()
                            .collect(Collectors.toMap(RoundQueries.Entry::domain, one -> 1, Integer::sum)))
                    .isEqualTo(planned.domains());
        }
        assertThat(waitingItems()).isEmpty();
        PlanQueries.Preview tooMany =
                rig.as(room.pm, () -> rig.get(PlanQueries.class).preview(event, cards, 3));
        assertThat(tooMany.isLargeEnough()).isFalse();
    }

    @Test
    void itemsThatLookAlikeWaitAndSayWhy() {
        UUID one = room.room.items.submitted(room.author(), room.event, 1);
        UUID other = room.room.items.submitted(room.author(), room.event, 1);
        assertThat(waiting().stream().flatMap(domain -> domain.items().stream()))
                .filteredOn(PlanQueries.Waiting::alike)
                .extracting(PlanQueries.Waiting::item)
                .containsExactlyInAnyOrder(one, other);
        assertThat(waiting().get(0).free()).hasSize(2);
    }

    @Test
    void aMemberMovesAsLongAsBothGroupsStayLargeEnough() {
        List<UUID> sessions = twoGroups();
        List<UUID> bySize = sessions.stream()
                .sorted(java.util.Comparator.comparingInt(
                        (UUID session) -> group(session).members()))
                .toList();
        RoundQueries.Row large = group(bySize.get(1));
        UUID somebody = rig.as(room.pm, () -> rig.get(RoundQueries.class).members(large))
                .get(0)
                .account();
        pm(() -> rig.get(ChangeGroup.class).move(new ChangeGroup.Move(large.session(), somebody, bySize.get(0))));
        assertThat(group(large.session()).members()).isEqualTo(4);
        assertThat(group(bySize.get(0)).members()).isEqualTo(5);
        UUID next = rig.as(room.pm, () -> rig.get(RoundQueries.class).members(large))
                .get(0)
                .account();
        refused(
                "reviews.refused.smallest",
                () -> pm(() ->
                        rig.get(ChangeGroup.class).move(new ChangeGroup.Move(large.session(), next, bySize.get(0)))));
        assertThatThrownBy(() -> pm(() ->
                        rig.get(ChangeGroup.class).move(new ChangeGroup.Move(bySize.get(0), next, large.session()))))
                .as("not a member there")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoHasASeatJoinsAGroupLaterAndNobodyElse() {
        UUID session = room.scheduled();
        Caller late = room.room.author("Late Comer");
        refused(
                "reviews.refused.noSeat",
                () -> pm(() -> rig.get(ChangeGroup.class).add(new ChangeGroup.Seat(session, account(late)))));
        refused(
                "reviews.refused.noSeat",
                () -> pm(() ->
                        rig.get(ChangeGroup.class).add(new ChangeGroup.Seat(session, account(room.reviewer(1))))));
        rig.update("""
                insert into invitation (public_id, event_id, sme_id, status, wave, seat_pool_id, holds_seat, nonce, created_at)
                select uuid(), e.id, s.id, 'ACCEPTED', 1, (select min(p.id) from seat_pool p where p.event_id = e.id), true, 'n',
                    now(6) from event e join sme s
                where e.public_id = ?1 and s.account_id = ?2""", room.event.toString(), late.accountId());
        assertThat(rig.as(room.pm, () -> rig.get(RoundQueries.class).free(group(session))))
                .extracting(RoundQueries.Member::account)
                .containsExactly(account(late));
        pm(() -> rig.get(ChangeGroup.class).add(new ChangeGroup.Seat(session, account(late))));
        assertThat(group(session).members()).isEqualTo(10);
        pm(() -> rig.get(LeadReview.class).open(session));
        refused(
                "reviews.refused.begun",
                () -> pm(() -> rig.get(ChangeGroup.class).add(new ChangeGroup.Seat(session, account(late)))));
    }

    @Test
    void anItemThatIsTakenOffWaitsAgainAndTheOthersMoveUp() {
        UUID session = room.scheduled();
        List<RoundQueries.Entry> agenda =
                rig.as(room.pm, () -> rig.get(RoundQueries.class).agenda(group(session)));
        RoundQueries.Entry off = agenda.get(1);
        pm(() -> rig.get(ChangeGroup.class).takeOff(new ChangeGroup.Off(session, off.entry())));
        assertThat(waitingItems()).containsExactly(off.item());
        assertThat(rig.as(room.pm, () -> rig.get(RoundQueries.class).agenda(group(session))))
                .extracting(RoundQueries.Entry::place)
                .containsExactly(1, 2, 3);
        List<UUID> again = room.room.byPm(() ->
                rig.get(ScheduleReview.class).schedule(new ScheduleReview.Batch(room.event, List.of(off.item()), 1)));
        assertThat(group(again.get(0)).round()).isEqualTo(2);
        pm(() -> rig.get(LeadReview.class).open(session));
        refused(
                "reviews.refused.begun",
                () -> pm(() -> rig.get(ChangeGroup.class)
                        .takeOff(new ChangeGroup.Off(session, agenda.get(0).entry()))));
    }

    /** One item is decided, one only talked over, two are left. */
    private UUID held() {
        UUID session = room.opened();
        room.members.forEach(member -> rig.as(member, () -> {
            rig.get(GiveVerdict.class).arrive(session);
            return null;
        }));
        room.members.subList(1, 5).forEach(member -> room.give(member, session, Verdict.CHANGE));
        room.give(room.author(), session, Verdict.REJECT);
        room.comment(room.reviewer(1), session, Aspect.STEM, true, "It asks for two things.");
        room.comment(room.reviewer(1), session, Aspect.LANGUAGE, false, "Shorter.");
        pm(() -> rig.get(LeadReview.class).reveal(room.on(session)));
        LeadReview.OnEntry on = room.on(session);
        room.at(room.pm, session).comments().stream()
                .filter(ReviewComments.Said::blocking)
                .forEach(comment -> pm(() -> rig.get(LeadReview.class)
                        .answer(new LeadReview.Answer(on, comment.id(), Resolution.RESOLVED, null))));
        room.decide(session, ReviewOutcome.ACCEPT, "One thing only now.");
        pm(() -> rig.get(LeadReview.class).next(on));
        room.revealed(session);
        return session;
    }

    @Test
    void theRoundsOfAnItemHaveVerdictsAsTheGroupSawThemAndTheDecision() {
        UUID session = held();
        UUID talkedOver = room.item(session);
        UUID decided =
                UUID.fromString((String) rig.rows("""
                select i.public_id from review_entry n join item i on i.id = n.item_id
                    join review_session s on s.id = n.session_id
                where n.outcome is not null and s.public_id = ?1""", session.toString()).get(0));
        long read = rig.count("select count(*) from item_view where kind = 'READ'");
        ItemRounds.Round round =
                rig.as(room.pm, () -> rig.get(ReadRounds.class).of(decided)).get(0);
        assertThat(round.outcome()).isEqualTo(ReviewOutcome.ACCEPT);
        assertThat(round.reason()).isEqualTo("One thing only now.");
        assertThat(round.verdicts())
                .as("the author's like any other (R6.1)")
                .isEqualTo(Map.of(Verdict.CHANGE, 4, Verdict.REJECT, 1));
        assertThat(round.comments()).isEqualTo(2);
        assertThat(round.blocking()).isEqualTo(1);
        assertThat(rig.count("select count(*) from item_view where kind = 'READ'"))
                .as("a reason is secret like the item (R9.3)")
                .isEqualTo(read + 1);
        pm(() -> rig.get(LeadReview.class).close(session));
        assertThat(rig.as(room.pm, () -> rig.get(ReadRounds.class).of(talkedOver)))
                .singleElement()
                .matches(ItemRounds.Round::isLeft)
                .extracting(ItemRounds.Round::verdicts)
                .isEqualTo(Map.of(Verdict.ACCEPT, 9));
        UUID untouched = room.items.stream()
                .filter(item -> !item.equals(talkedOver) && !item.equals(decided))
                .findFirst()
                .orElseThrow();
        assertThat(rig.as(room.pm, () -> rig.get(ReadRounds.class).of(untouched))
                        .get(0)
                        .verdicts())
                .isEmpty();
        assertThat(waitingItems()).hasSize(3).contains(talkedOver, untouched);
    }

    @Test
    void eachSeesWhatTheyGaveAndAProgrammeManagerTheLoad() {
        UUID session = room.scheduled();
        OwnReviews.ToGive planned = own(1).toGive(5).get(0);
        assertThat(planned.isOpen()).isFalse();
        session = heldAgain(session);
        assertThat(own(1).toGive(5)).singleElement().matches(OwnReviews.ToGive::isOpen);
        assertThat(rig.as(room.reviewer(1), () -> rig.get(OwnReviews.class).open()))
                .isEqualTo(1);
        assertThat(given(room.reviewer(1)).verdicts())
                .as("counted when the session is over")
                .isZero();
        UUID done = session;
        pm(() -> rig.get(LeadReview.class).close(done));
        assertThat(given(room.reviewer(1))).isEqualTo(new OwnReviews.Given(1, 2, 2, 1, 1, 1));
        assertThat(given(room.author()))
                .as("verdicts on own items count, because leaving them out would tell (R6.1)")
                .isEqualTo(new OwnReviews.Given(1, 2, 0, 0, 1, 0));
        assertThat(rig.as(room.author(), () -> rig.get(OwnItems.class).written(2020)))
                .isEqualTo(new OwnItems.Written(4, 1));
        assertThat(rig.as(room.author(), () -> rig.get(OwnReviews.class).verdicts(2020)))
                .isEqualTo(2);
        ProgrammeYears.Figures year = year();
        assertThat(List.of(
                        year.written() - before.written(),
                        year.accepted() - before.accepted(),
                        year.verdicts() - before.verdicts()))
                .containsExactly(4, 1, 14);
        OwnReviews.Past past = rig.as(
                        room.reviewer(1), () -> rig.get(OwnReviews.class).past(PageRequest.first()))
                .rows()
                .get(0);
        assertThat(past.items()).isEqualTo(4);
        assertThat(past.taken()).isEqualTo(1);
        assertThat(past.panel().all()).isEqualTo(14);
        assertThat(past.panel().percent()).isEqualTo(Math.round(100 * (6 + 36) / 46f));
        assertThat(past.panel().alpha()).isNotNull().isCloseTo(expected(), within(1e-9));
        List<ReviewerQueries.Reviewer> reviewers = rig.as(
                        room.pm,
                        () -> rig.get(ReviewerQueries.class)
                                .page("Member", ReviewerQueries.Sort.LOAD, PageRequest.first()))
                .rows();
        assertThat(reviewers).hasSize(9);
        assertThat(reviewers.get(0).verdicts()).isEqualTo(2);
        assertThat(reviewers.get(0).percent()).as("too few to tell").isNull();
        ReviewerQueries.Load load =
                rig.as(room.pm, () -> rig.get(ReviewerQueries.class).load());
        assertThat(load).isEqualTo(new ReviewerQueries.Load(0, 0, 9, 14, 0, 0, 0, 14, 3, 2, 2, 0));
        rig.clock().advance(Duration.ofDays(15));
        rig.update(
                "update item set status = 'SUBMITTED' where status = 'IN_REVIEW' and exam_id = ?1 limit 1",
                room.room.exam());
        ReviewerQueries.Load later =
                rig.as(room.pm, () -> rig.get(ReviewerQueries.class).load());
        assertThat(later.late()).isEqualTo(1);
        assertThat(later.left()).isEqualTo(2);
        assertThat(List.of(later.revised(), later.checked()))
                .as("the accepted one waits for its signatures")
                .containsExactly(0, 1);
        rig.update(
                "update item set status = 'REVISION' where status in ('IN_REVIEW', 'SUBMITTED') and exam_id = ?1",
                room.room.exam());
        rig.update(
                "update item set status_since = status_since + interval 2 day where status = 'QC1' and exam_id = ?1",
                room.room.exam());
        ReviewerQueries.Load last =
                rig.as(room.pm, () -> rig.get(ReviewerQueries.class).load());
        assertThat(List.of(last.late(), last.left(), last.revised(), last.checked()))
                .containsExactly(0, 0, 3, 0);
    }

    /** Four CHANGE and one REJECT, then nine ACCEPT, by the definition: ordinal distances between three values of fourteen. */
    private static double expected() {
        return Agreement.ordinal(List.of(new int[] {0, 4, 0, 1}, new int[] {9, 0, 0, 0}))
                .alpha()
                .orElseThrow();
    }

    private UUID heldAgain(UUID planned) {
        String ofIt = " where session_id = (select id from review_session where public_id = ?1)";
        rig.update("delete from review_entry" + ofIt, planned.toString());
        rig.update("delete from review_member" + ofIt, planned.toString());
        rig.update("delete from review_session where public_id = ?1", planned.toString());
        return held();
    }

    private static ProgrammeYears.Figures year() {
        return rig.get(ProgrammeYears.class).of(2020, PageRequest.first()).figures();
    }

    private OwnReviews.Given given(Caller who) {
        return rig.as(who, () -> rig.get(OwnReviews.class).home(1).given());
    }

    private Own own(int member) {
        return most -> rig.as(
                room.reviewer(member),
                () -> rig.get(OwnReviews.class).home(most).sessions());
    }

    private interface Own {
        List<OwnReviews.ToGive> toGive(int most);
    }

    @Test
    void aSessionThatWasLeftOpenIsClosedAfterADay() {
        Instant noon = rig.clock().instant();
        rig.clock().advance(Duration.ofDays(60));
        rig.get(ReviewSweep.class).run(); // what other tests left open
        rig.clock().set(noon);
        UUID session = room.opened();
        rig.clock().advance(Duration.ofHours(23));
        assertThat(rig.get(ReviewSweep.class).run()).isZero();
        assertThat(room.seen(room.reviewer(1), session).current()).isNotNull();
        rig.clock().advance(Duration.ofHours(1));
        assertThat(rig.get(ReviewSweep.class).run()).isEqualTo(1);
        assertThat(room.seen(room.reviewer(1), session).current()).as("R9.1").isNull();
        assertThat(waitingItems()).hasSize(4);
        assertThat(rig.get(ReviewSweep.class).run()).isZero();
    }

    @Test
    void othersFindNothingAndWhoSitsInTheGroupFindsNoCodes() {
        UUID session = room.scheduled();
        Caller other = rig.as(room.pm, () -> room.room.author("Somebody Else", Role.PM));
        room.room.duty(other, "DVA");
        assertThatThrownBy(() -> rig.as(other, () -> rig.get(RoundQueries.class).one(session)))
                .isInstanceOf(NotFound.class);
        assertThat(rig.as(
                                other,
                                () -> rig.get(RoundQueries.class)
                                        .page(new RoundQueries.Filter(null, null), PageRequest.first()))
                        .total())
                .isZero();
        assertThat(rig.as(other, () -> rig.get(PlanQueries.class).waiting(room.room.exam(), null)))
                .isEmpty();
        assertThat(rig.as(other, () -> rig.get(ReadRounds.class).of(room.items.get(0))))
                .isEmpty();
        room.room.duty(room.reviewer(1), room.room.code());
        Caller both = Rig.caller(room.reviewer(1).accountId(), "Both", "Europe/Lisbon", Role.SME, Role.PM);
        assertThatThrownBy(() -> rig.as(both, () -> rig.get(RoundQueries.class).one(session)))
                .isInstanceOf(NotFound.class);
        assertThat(rig.as(both, () -> rig.get(ReadRounds.class).of(room.items.get(0))))
                .isEmpty();
        assertThat(rig.as(
                                both,
                                () -> rig.get(RoundQueries.class)
                                        .page(
                                                new RoundQueries.Filter(room.event, SessionState.PLANNED),
                                                PageRequest.first()))
                        .rows())
                .singleElement()
                .matches(RoundQueries.Row::own);
    }
}
