package org.smeportal.checks;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.AuthorGuard;
import org.smeportal.items.NamedEditors;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.reviews.PastReviews;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Duty;

/**
 * What waits for somebody with a duty: items of their exams to check, without what they wrote and without what is signed, and
 * those that they were named to revise. Days are those of UTC and codes are random, so the order tells no author (R6.1).
 */
@Queries
public class CheckQueries {
    private static final String MINE = """
             from exam_duty u join exam x on x.id = u.exam_id join item i on i.exam_id = u.exam_id
                join item_revision r on r.item_id = i.id and r.number = i.revision
                left join exam_domain d on d.exam_id = i.exam_id and d.number = i.domain
            where u.account_id = ?1 and u.duty in ('EDITOR', 'TECHNICAL', 'FAIRNESS')
            """;
    private static final String OF_OTHERS = MINE + " and " + AuthorGuard.NOT_WRITTEN_BY_1;
    private static final String CHECK = """
            (i.status = 'QC1'
                and not exists (select 1 from check_signature s where s.revision_id = r.id and s.duty = u.duty))
            """;
    /** What goes past a group is a decision, and whoever reviewed an item decides nothing about it (R6.1). */
    private static final String DECIDES = "(u.duty = 'EDITOR' and " + PastReviews.NOT_REVIEWED_BY_1 + ")";
    /** Handed in again as only editorial: an editor says whether it is. */
    private static final String EDITORIAL =
            "(i.status = 'REVISION' and i.editorial_revision = i.revision and " + DECIDES + ")";

    /** Named to revise it in its author's place. */
    private static final String REVISION =
            "(u.duty = 'EDITOR' and i.status = 'REVISION' and " + NamedEditors.REVISED_BY_1 + ")";

    private static final String OPEN =
            " and (" + AuthorGuard.NOT_WRITTEN_BY_1 + " and (" + CHECK + " or " + EDITORIAL + ") or " + REVISION + ")";
    private static final String COLUMNS =
            "select i.id, i.public_id, i.code, x.code as exam, i.domain, d.name, u.duty, i.revision, i.status_since,"
                    + " case when i.status = 'QC1' then 'CHECK' when i.editorial_revision is not null then 'EDITORIAL'"
                    + " else 'REVISION' end as work";
    private static final String FILTER = " and (?2 = '' or x.code = ?2) and (?3 = '' or u.duty = ?3)";

    private final EntityManager entityManager;
    private final CurrentUser user;

    @Inject
    public CheckQueries(EntityManager entityManager, CurrentUser user) {
        this.entityManager = entityManager;
        this.user = user;
    }

    public enum Work {
        /** The group accepted it: one of the quality checks. */
        CHECK,
        /** Handed in as an editorial change: whether it is. */
        EDITORIAL,
        /** To be revised in its author's place. */
        REVISION
    }

    /** {@code since} is the day of UTC since which the item stands where it does. */
    public record Row(
            long id,
            UUID item,
            String code,
            String exam,
            int domain,
            @Nullable String domainName,
            Duty duty,
            int revision,
            LocalDate since,
            Work work) {}

    /** A duty of the user for an exam. */
    public record Held(String exam, Duty duty) {}

    public List<Held> held() {
        return Sql.rows(entityManager.createNativeQuery("""
                                select x.code, u.duty from exam_duty u join exam x on x.id = u.exam_id
                                where u.account_id = ?1 and u.duty in ('EDITOR', 'TECHNICAL', 'FAIRNESS')
                                order by x.code, u.duty""").setParameter(1, user.accountId()))
                .map(row -> new Held((String) row[0], Duty.valueOf((String) row[1])))
                .toList();
    }

    /** {@code exam} is empty, {@code duty} null for all; the longest waiting first. */
    public Page<Row> page(String exam, @Nullable Duty duty, PageRequest page) {
        long total = Sql.number(
                filtered("select count(*)" + MINE + OPEN + FILTER, exam, duty).getSingleResult());
        List<Row> rows = Sql.rows(filtered(
                                COLUMNS + MINE + OPEN + FILTER
                                        + " order by date(i.status_since), i.code, u.duty limit ?4 offset ?5",
                                exam,
                                duty)
                        .setParameter(4, page.size())
                        .setParameter(5, page.offset()))
                .map(CheckQueries::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    public long waiting() {
        return Sql.number(
                filtered("select count(*)" + MINE + OPEN + FILTER, "", null).getSingleResult());
    }

    /** The item as the user may read it now for that duty. */
    public Optional<Row> open(UUID item, Duty duty) {
        return one(COLUMNS + OF_OTHERS + " and " + CHECK, item, duty);
    }

    /** The editorial change as the user may read it now. */
    Optional<Row> editorial(UUID item) {
        return one(COLUMNS + OF_OTHERS + " and " + EDITORIAL, item, Duty.EDITOR);
    }

    /** Whether the user may say of an item what is only editorial, wherever it stands. */
    boolean mayDecide(UUID item) {
        return one(COLUMNS + OF_OTHERS + " and " + DECIDES, item, Duty.EDITOR).isPresent();
    }

    /** An item of an exam for which the user has the duty, wherever it stands; never one of their own. */
    Optional<Row> mine(UUID item, Duty duty) {
        return one(COLUMNS + OF_OTHERS, item, duty);
    }

    private Optional<Row> one(String sql, UUID item, Duty duty) {
        return Sql.rows(entityManager
                        .createNativeQuery(sql + " and i.public_id = ?2 and u.duty = ?3")
                        .setParameter(1, user.accountId())
                        .setParameter(2, item.toString())
                        .setParameter(3, duty.name()))
                .findFirst()
                .map(CheckQueries::row);
    }

    private Query filtered(String sql, String exam, @Nullable Duty duty) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, user.accountId())
                .setParameter(2, exam)
                .setParameter(3, duty == null ? "" : duty.name());
    }

    private static Row row(Object[] row) {
        return new Row(
                Sql.number(row[0]),
                Sql.uuid(row[1]),
                (String) row[2],
                (String) row[3],
                Sql.integer(row[4]),
                (String) row[5],
                Duty.valueOf((String) row[6]),
                Sql.integer(row[7]),
                LocalDate.ofInstant(Sql.instant(row[8]), ZoneOffset.UTC),
                Work.valueOf((String) row[9]));
    }
}
