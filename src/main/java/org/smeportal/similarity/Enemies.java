package org.smeportal.similarity;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** Items that must not stand on one form: asked by whoever puts forms together, listed for programme managers. */
@Queries
public class Enemies {
    private static final String FROM = """
             from exam_duty u join item a on a.exam_id = u.exam_id join item_pair p on p.item_low = a.id
                join item b on b.id = p.item_high join exam x on x.id = u.exam_id join account c on c.id = p.decided_by
            where u.account_id = ?1 and u.duty = 'PM' and p.decision = 'ENEMIES' and (?2 = '' or x.code = ?2)
            """;

    private final EntityManager entityManager;
    private final CurrentUser user;

    @Inject
    public Enemies(EntityManager entityManager, CurrentUser user) {
        this.entityManager = entityManager;
        this.user = user;
    }

    /** Ids of items. */
    public record Pair(long low, long high) {}

    /** Not why: the reason may quote the items, and stands where reading them is recorded. */
    public record Row(String exam, UUID one, String oneCode, UUID other, String otherCode, Instant since, String by) {}

    public boolean are(long one, long other) {
        return !among(List.of(one, other)).isEmpty();
    }

    /** The enemies within a set of items. */
    public List<Pair> among(Collection<Long> items) {
        String list = Sql.numberList(items);
        return Sql.rows(entityManager.createNativeQuery(
                        "select item_low, item_high from item_pair where decision = 'ENEMIES' and item_low in (" + list
                                + ") and item_high in (" + list + ") order by item_low, item_high"))
                .map(row -> new Pair(Sql.number(row[0]), Sql.number(row[1])))
                .toList();
    }

    /** The codes of an item's enemies, for whoever checks it. */
    public List<String> codes(long item) {
        return ((List<?>) entityManager
                        .createNativeQuery("""
                                select e.code from item_pair p join item e on e.id = p.item_low + p.item_high - ?1
                                where (p.item_low = ?1 or p.item_high = ?1) and p.decision = 'ENEMIES' order by e.code""")
                        .setParameter(1, item)
                        .getResultList())
                .stream().map(String.class::cast).toList();
    }

    /** Of the user's exams, or of the one with that code; the last first. */
    public Page<Row> page(String exam, PageRequest page) {
        long total = Sql.number(entityManager
                .createNativeQuery("select count(*)" + FROM)
                .setParameter(1, user.accountId())
                .setParameter(2, exam)
                .getSingleResult());
        List<Row> rows = Sql.rows(entityManager
                        .createNativeQuery(
                                """
                                select x.code as exam, least(a.code, b.code) as first_code,
                                    case when a.code < b.code then a.public_id else b.public_id end as first_id,
                                    greatest(a.code, b.code) as second_code,
                                    case when a.code < b.code then b.public_id else a.public_id end as second_id,
                                    p.decided_at, c.name
                                """ + FROM + " order by p.decided_at desc, first_code, second_code limit ?3 offset ?4")
                        .setParameter(1, user.accountId())
                        .setParameter(2, exam)
                        .setParameter(3, page.size())
                        .setParameter(4, page.offset()))
                .map(row -> new Row(
                        (String) row[0],
                        Sql.uuid(row[2]),
                        (String) row[1],
                        Sql.uuid(row[4]),
                        (String) row[3],
                        Sql.instant(row[5]),
                        (String) row[6]))
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }
}
