package org.smeportal.reviews;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.wording.ItemBox;

/** What groups decided about an item, as the groups saw it: without names, and with the verdicts of all. */
@Queries
public class PastReviews {
    /** A condition on {@code item i}: the account of the first parameter gave no verdict on it, in any group (R6.1). */
    public static final String NOT_REVIEWED_BY_1 = """
            not exists (select 1 from verdict v join review_entry n on n.id = v.entry_id
                where n.item_id = i.id and v.account_id = ?1)
            """;

    /** The id of the entry of {@code item i} that was decided last, as a subquery; null while none was. */
    public static final String LAST = """
            (select e.id from review_entry e where e.item_id = i.id and e.state = 'DECIDED'
                order by e.decided_at desc, e.id desc limit 1)""";

    private final EntityManager entityManager;
    private final ItemBox box;

    @Inject
    public PastReviews(EntityManager entityManager, ItemBox box) {
        this.entityManager = entityManager;
        this.box = box;
    }

    /** {@code revision} is the one that was voted on, {@code result} the one that came out of it. */
    public record Past(
            long id,
            int revision,
            int result,
            ReviewOutcome outcome,
            @Nullable String reason,
            Instant decidedAt,
            Map<Verdict, Integer> tally) {
        /** The group changed it together. */
        public boolean isEdited() {
            return result != revision;
        }
    }

    /** The last decision first. */
    public List<Past> of(UUID item) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select n.id, n.public_id, n.revision, n.result_revision, n.outcome, n.reason, n.decided_at,
                                    (select count(*) from verdict v where v.entry_id = n.id and v.verdict = 'ACCEPT') as yes,
                                    (select count(*) from verdict v where v.entry_id = n.id and v.verdict = 'CHANGE') as small,
                                    (select count(*) from verdict v where v.entry_id = n.id and v.verdict = 'REVISE') as more,
                                    (select count(*) from verdict v where v.entry_id = n.id and v.verdict = 'REJECT') as nay
                                from review_entry n join item i on i.id = n.item_id
                                where i.public_id = ?1 and n.state = 'DECIDED' order by n.decided_at desc, n.id desc""").setParameter(1, item.toString()))
                .map(row -> new Past(
                        Sql.number(row[0]),
                        Sql.integer(row[2]),
                        row[3] == null ? Sql.integer(row[2]) : Sql.integer(row[3]),
                        ReviewOutcome.valueOf((String) row[4]),
                        row[5] == null ? null : box.open(LeadReview.reasonContext(Sql.uuid(row[1])), (String) row[5]),
                        Sql.instant(row[6]),
                        tally(row)))
                .toList();
    }

    private static Map<Verdict, Integer> tally(Object[] row) {
        Map<Verdict, Integer> tally = new EnumMap<>(Verdict.class);
        int column = 7;
        for (Verdict verdict : Verdict.values()) {
            tally.put(verdict, Sql.integer(row[column++]));
        }
        return tally;
    }
}
