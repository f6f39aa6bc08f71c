package org.smeportal.reviews;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;
import org.smeportal.wording.ItemBox;

/** The rounds of one item, for programme managers of its exam. */
@Repository
public class ItemRounds {
    private final EntityManager entityManager;
    private final ItemBox box;
    private final CurrentUser user;

    @Inject
    public ItemRounds(EntityManager entityManager, ItemBox box, CurrentUser user) {
        this.entityManager = entityManager;
        this.box = box;
        this.user = user;
    }

    /**
     * A group that had the item on its agenda.
     *
     * @param revision the one that was voted on; {@code result} the one that the decision is about
     * @param verdicts empty before the reveal
     */
    public record Round(
            long itemId,
            UUID event,
            String title,
            ZoneId zone,
            Instant startsAt,
            int number,
            int groups,
            SessionState session,
            int revision,
            EntryState state,
            Map<Verdict, Integer> verdicts,
            int comments,
            int blocking,
            @Nullable ReviewOutcome outcome,
            @Nullable Integer result,
            @Nullable Instant decidedAt,
            @Nullable String reason) {
        public int of(Verdict verdict) {
            return verdicts.getOrDefault(verdict, 0);
        }

        public boolean isRevealed() {
            return state.isRevealed();
        }

        /** The group was closed before it came to a decision. */
        public boolean isLeft() {
            return outcome == null && session == SessionState.CLOSED;
        }
    }

    /** Without those of a group in which the user sits, until it is closed: there the item has no code. */
    List<Round> of(UUID item) {
        Map<Long, Map<Verdict, Integer>> verdicts = new HashMap<>();
        Sql.rows(entityManager.createNativeQuery("""
                        select v.entry_id, v.verdict, count(*) from item i join review_entry n on n.item_id = i.id
                            join verdict v on v.entry_id = n.id
                        where i.public_id = ?1 and n.state in ('REVEALED', 'DECIDED')
                        group by v.entry_id, v.verdict""").setParameter(1, item.toString()))
                .forEach(row -> verdicts.computeIfAbsent(Sql.number(row[0]), none -> new EnumMap<>(Verdict.class))
                        .put(Verdict.valueOf((String) row[1]), Sql.integer(row[2])));
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select n.id, n.public_id, i.id as item, e.public_id as event, e.title, e.zone, e.starts_at, s.number,
                                    (select count(*) from review_session o where o.round_id = s.round_id) as groups_, s.state,
                                    n.revision, n.state as entry_state,
                                    (select count(*) from review_comment c where c.entry_id = n.id) as comments,
                                    (select count(*) from review_comment c where c.entry_id = n.id and c.blocking) as blocking,
                                    n.outcome, n.result_revision, n.decided_at, n.reason
                                from exam_duty u join item i on i.exam_id = u.exam_id join review_entry n on n.item_id = i.id
                                    join review_session s on s.id = n.session_id join review_round r on r.id = s.round_id
                                    join event e on e.id = r.event_id
                                where u.account_id = ?1 and u.duty = 'PM' and i.public_id = ?2 and (s.state = 'CLOSED'
                                    or not exists (select 1 from review_member o
                                        where o.session_id = s.id and o.account_id = ?1))
                                order by r.created_at, n.id""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, item.toString()))
                .map(row -> round(row, verdicts.getOrDefault(Sql.number(row[0]), Map.of())))
                .toList();
    }

    private Round round(Object[] row, Map<Verdict, Integer> verdicts) {
        EntryState state = EntryState.valueOf((String) row[11]);
        boolean revealed = state.isRevealed();
        return new Round(
                Sql.number(row[2]),
                Sql.uuid(row[3]),
                (String) row[4],
                ZoneId.of((String) row[5]),
                Sql.instant(row[6]),
                Sql.integer(row[7]),
                Sql.integer(row[8]),
                SessionState.valueOf((String) row[9]),
                Sql.integer(row[10]),
                state,
                verdicts,
                revealed ? Sql.integer(row[12]) : 0,
                revealed ? Sql.integer(row[13]) : 0,
                row[14] == null ? null : ReviewOutcome.valueOf((String) row[14]),
                Sql.optionalInteger(row[15]),
                Sql.optionalInstant(row[16]),
                row[17] == null ? null : box.open(LeadReview.reasonContext(Sql.uuid(row[1])), (String) row[17]));
    }
}
