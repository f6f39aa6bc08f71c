package org.smeportal.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.testing.Rig;

/** Lists of rounds and reviewers: the same few statements for ten and for a thousand sessions, and right pages. */
class RoundQueriesIT {
    private static Rig rig;
    private static ReviewRoom room;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        room = new ReviewRoom(rig, 5, 2);
        room.scheduled();
        sessions(1, 9);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    /** Closed sessions of rounds of their own, with one item and the verdicts of all members. */
    private static void sessions(int from, int to) {
        rig.update("""
                insert into review_round (event_id, number, seed, created_at)
                select e.id, 100 + seq, 1, now(6) from seq_%d_to_%d join event e where e.public_id = ?1""".formatted(from, to), room.event.toString());
        rig.update("""
                insert into review_session (public_id, round_id, number, state, lead_id, opened_at, closed_at)
                select uuid(), r.id, 1, 'CLOSED', ?1, now(6), date_add('2020-02-10', interval r.number minute)
                from review_round r where r.number > 100 and not exists (select 1 from review_session s where s.round_id = r.id)""", room.pm.accountId());
        rig.update("""
                insert into review_member (session_id, account_id, here_since)
                select s.id, i.account_id, now(6) from review_session s join review_round r on r.id = s.round_id
                    join (select m.account_id from review_member m join review_session f on f.id = m.session_id
                        where f.state = 'PLANNED') i
                where r.number > 100 and not exists (select 1 from review_member o where o.session_id = s.id)""");
        rig.update("""
                insert into review_entry (public_id, session_id, place, item_id, revision, state, outcome)
                select uuid(), s.id, 1, (select min(id) from item), 1, 'DECIDED', 'REVISE'
                from review_session s join review_round r on r.id = s.round_id
                where r.number > 100 and not exists (select 1 from review_entry n where n.session_id = s.id)""");
        rig.update("""
                insert into verdict (entry_id, account_id, verdict, at)
                select n.id, m.account_id, 'REVISE', now(6) from review_entry n join review_member m
                    on m.session_id = n.session_id
                where n.state = 'DECIDED' and not exists (select 1 from verdict v where v.entry_id = n.id)""");
    }

    private static Page<RoundQueries.Row> page(int number) {
        return rig.as(
                room.pm,
                () -> rig.get(RoundQueries.class)
                        .page(new RoundQueries.Filter(null, null), new PageRequest(number, 20)));
    }

    private static int counted(Runnable reading) {
        rig.statements().reset();
        reading.run();
        return rig.statements().count();
    }

    private static Map<String, Integer> statements() {
        RoundQueries.Row row = page(1).rows().get(0);
        return rig.as(
                room.pm,
                () -> Map.of(
                        "list",
                                counted(() -> {
                                    page(1);
                                    rig.get(RoundQueries.class).events();
                                }),
                        "group",
                                counted(() -> {
                                    RoundQueries.Row one =
                                            rig.get(RoundQueries.class).one(row.session());
                                    rig.get(RoundQueries.class).members(one);
                                    rig.get(RoundQueries.class).others(one);
                                    rig.get(RoundQueries.class).free(one);
                                    rig.get(RoundQueries.class).agenda(one);
                                    rig.get(RoundQueries.class).panel(one);
                                }),
                        "plan",
                                counted(() -> {
                                    PlanQueries.Event event =
                                            rig.get(PlanQueries.class).events().get(0);
                                    rig.get(PlanQueries.class).waiting(event.examId(), null);
                                    rig.get(PlanQueries.class).workshops(event.examId());
                                    rig.get(PlanQueries.class).preview(event, Map.of("ITM-1", 1), 1);
                                }),
                        "item", counted(() -> rig.get(ReadRounds.class).of(room.items.get(1))),
                        "reviewers",
                                counted(() -> {
                                    rig.get(ReviewerQueries.class)
                                            .page("", ReviewerQueries.Sort.LAST, PageRequest.first());
                                    rig.get(ReviewerQueries.class).longWays();
                                    rig.get(ReviewerQueries.class).load();
                                }),
                        "own", own()));
    }

    private static int own() {
        return counted(() -> rig.as(room.reviewer(1), () -> {
            rig.get(OwnReviews.class).past(PageRequest.first());
            rig.get(OwnReviews.class).open();
            return rig.get(OwnReviews.class).home(20);
        }));
    }

    @Test
    void aThousandSessionsTakeTheStatementsOfTen() {
        assertThat(page(1).total()).isEqualTo(10);
        Map<String, Integer> ten = statements();
        sessions(10, 999);
        assertThat(page(1).total()).isEqualTo(1000);
        assertThat(statements()).isEqualTo(ten);
        assertThat(ten.values()).allMatch(count -> count <= 8);

        assertThat(page(1).rows().get(0).state()).as("what is to be done first").isEqualTo(SessionState.PLANNED);
        assertThat(page(1).rows().get(1).round()).as("then the last one").isEqualTo(1099);
        assertThat(page(50).rows()).hasSize(20);
        assertThat(rig.as(
                                room.pm,
                                () -> rig.get(ReviewerQueries.class)
                                        .page("", ReviewerQueries.Sort.LOAD, PageRequest.first()))
                        .rows())
                .hasSize(5)
                .allMatch(reviewer ->
                        reviewer.verdicts() == 999 && Integer.valueOf(100).equals(reviewer.percent()));
        assertThat(rig.as(room.pm, () -> rig.get(ReviewerQueries.class).longWays()))
                .singleElement()
                .matches(item -> item.rounds() == 999);
        assertThat(rig.as(room.reviewer(2), () -> rig.get(OwnReviews.class).past(new PageRequest(50, 20)))
                        .rows())
                .hasSize(19);
    }
}
