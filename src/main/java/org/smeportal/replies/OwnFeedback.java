package org.smeportal.replies;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.smeportal.items.ItemStatus;
import org.smeportal.items.NamedEditors;
import org.smeportal.items.OwnItems;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.reviews.Aspect;
import org.smeportal.reviews.PastReviews;
import org.smeportal.reviews.ReviewOutcome;
import org.smeportal.security.CurrentUser;

/** What groups said of the items of the user, counted and listed for the user alone. */
@Queries
public class OwnFeedback {
    /** The last decision about each item, as long as the author may read what was said of it (R9.1), or longer. */
    private static final String FROM = """
             from sme s join item_author a on a.sme_id = s.id join item i on i.id = a.item_id join exam x on x.id = i.exam_id
                join review_entry n on n.id =
            """ + PastReviews.LAST + """
                 left join feedback_read r on r.entry_id = n.id
            where s.account_id = ?1""";

    private static final String UNREAD = """
            (r.entry_id is null and (i.status in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'REVISION') or n.decided_at > ?2))""";
    private static final String TO_ANSWER = """
            (select count(*) from review_comment c where c.entry_id = n.id and i.status = 'REVISION' and c.blocking
                and c.resolution is null and c.answer is null and not
            """ + NamedEditors.REVISED_BY_ANOTHER + ")";

    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public OwnFeedback(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    /** {@code toAnswer} are blocking comments without an answer, without which the item cannot be handed in again. */
    public record Row(
            UUID item,
            String code,
            String exam,
            ItemStatus status,
            ReviewOutcome outcome,
            Instant decidedAt,
            boolean unread,
            int toAnswer) {}

    /** What is unread first, then what waits for an answer, then the last decisions. */
    public Page<Row> page(PageRequest page) {
        long total = Sql.number(entityManager
                .createNativeQuery("select count(*)" + FROM)
                .setParameter(1, user.accountId())
                .getSingleResult());
        return new Page<>(
                Sql.rows(mine("select i.public_id, i.code, x.code as exam, i.status, n.outcome, n.decided_at, " + UNREAD
                                        + " as unread, " + TO_ANSWER + " as open" + FROM
                                        + " order by unread desc, open > 0 desc, n.decided_at desc, n.id limit ?3 offset ?4")
                                .setParameter(3, page.size())
                                .setParameter(4, page.offset()))
                        .map(row -> new Row(
                                Sql.uuid(row[0]),
                                (String) row[1],
                                (String) row[2],
                                ItemStatus.valueOf((String) row[3]),
                                ReviewOutcome.valueOf((String) row[4]),
                                Sql.instant(row[5]),
                                Sql.truth(row[6]),
                                Sql.integer(row[7])))
                        .toList(),
                total,
                page.number(),
                page.size());
    }

    /** Items whose feedback was not opened yet or has comments that wait for an answer. */
    public long waiting() {
        return Sql.number(mine("select count(*)" + FROM + " and (" + UNREAD + " or " + TO_ANSWER + " > 0)")
                .getSingleResult());
    }

    /** What the comments of others on all items of the user were about, most first. */
    public Map<Aspect, Long> aspects() {
        Map<Aspect, Long> aspects = new LinkedHashMap<>();
        Sql.rows(entityManager.createNativeQuery("""
                                select c.aspect, count(*) as many from sme s join item_author a on a.sme_id = s.id
                                    join review_entry n on n.item_id = a.item_id and n.state = 'DECIDED'
                                    join review_comment c on c.entry_id = n.id and c.account_id <> s.account_id
                                where s.account_id = ?1 group by c.aspect order by many desc, c.aspect""").setParameter(1, user.accountId()))
                .forEach(row -> aspects.put(Aspect.valueOf((String) row[0]), Sql.number(row[1])));
        return aspects;
    }

    private Query mine(String sql) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, user.accountId())
                .setParameter(2, Sql.parameter(clock.instant().minus(OwnItems.FEEDBACK)));
    }
}
