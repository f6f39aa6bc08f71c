package org.smeportal.tasks;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** Tasks as programme managers list them, and each SME their own. */
@Queries
public class TaskQueries {

    private static final String ROW = """
            select t.public_id, s.public_id as sme_public_id, s.name, t.title, t.details, x.code, t.due_on, t.state,
                t.done_on, t.minutes, t.added_by
            """;
    private static final String FROM = """
            from sme_task t join sme s on s.id = t.sme_id left join exam x on x.id = t.exam_id
            """;

    /** The year in which it was done, else was or is to be done. */
    private static final String YEAR = "year(coalesce(t.done_on, t.due_on, t.created_at))";

    private static final String FILTER = """
            where (?1 = '' or s.name like ?1 escape '!' or s.email like ?1 escape '!') and (?2 = '' or t.state = ?2)
                and (?3 = 0 or %s = ?3)
            """.formatted(YEAR);

    private static final String OWN_DONE = """
            where s.account_id = ?1 and t.state = 'DONE' and (?2 = 0 or year(t.done_on) = ?2)
            """;

    private final EntityManager entityManager;

    @Inject
    public TaskQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Filter(
            String search,
            @Nullable TaskState state,
            @Nullable Integer year) {}

    public record Row(
            UUID publicId,
            UUID sme,
            String name,
            String title,
            @Nullable String details,
            @Nullable String exam,
            @Nullable LocalDate dueOn,
            TaskState state,
            @Nullable LocalDate doneOn,
            int minutes,
            String addedBy) {

        public boolean isOpen() {
            return state == TaskState.OPEN;
        }

        /** 1:30; empty while nothing was done. */
        public String hours() {
            return minutes == 0 ? "" : Hours.text(minutes);
        }
    }

    /** How many were done, and the hours of them. */
    public record Sum(long done, long minutes) {

        public String hours() {
            return Hours.text(minutes);
        }
    }

    /** What is open first, by its day; then what was done last. */
    public Page<Row> page(Filter filter, PageRequest page) {
        long total =
                Sql.number(filtered("select count(*) " + FROM + FILTER, filter).getSingleResult());
        List<Row> rows = Sql.rows(filtered(ROW + FROM + FILTER + """
                                order by t.state <> 'OPEN', t.done_on desc, coalesce(t.due_on, '9999-12-31'), t.id desc
                                limit ?4 offset ?5""", filter)
                        .setParameter(4, page.size())
                        .setParameter(5, page.offset()))
                .map(TaskQueries::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    public Sum sum(Filter filter) {
        return sum(filtered(
                "select coalesce(sum(t.state = 'DONE'), 0), coalesce(sum(t.minutes), 0) " + FROM + FILTER, filter));
    }

    public List<Integer> years() {
        return years(entityManager.createNativeQuery(
                "select distinct " + YEAR + " as y from sme_task t order by y desc limit 50"));
    }

    /** What an SME was asked for and has not told yet, the nearest day first. */
    public List<Row> open(long accountId, int most) {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + FROM + """
                                where s.account_id = ?1 and t.state = 'OPEN'
                                order by coalesce(t.due_on, '9999-12-31'), t.id limit ?2""")
                        .setParameter(1, accountId)
                        .setParameter(2, most))
                .map(TaskQueries::row)
                .toList();
    }

    /** What an SME did in a year, or ever when none is given; the latest first. */
    public Page<Row> done(long accountId, @Nullable Integer year, PageRequest page) {
        List<Row> rows = Sql.rows(own(
                                ROW + FROM + OWN_DONE + "order by t.done_on desc, t.id desc limit ?3 offset ?4",
                                accountId,
                                year)
                        .setParameter(3, page.size())
                        .setParameter(4, page.offset()))
                .map(TaskQueries::row)
                .toList();
        return new Page<>(rows, doneSum(accountId, year).done(), page.number(), page.size());
    }

    public Sum doneSum(long accountId, @Nullable Integer year) {
        return sum(own("select count(*), coalesce(sum(t.minutes), 0) " + FROM + OWN_DONE, accountId, year));
    }

    public List<Integer> doneYears(long accountId) {
        return years(entityManager
                .createNativeQuery("select distinct year(t.done_on) as y " + FROM
                        + "where s.account_id = ?1 and t.state = 'DONE' order by y desc limit 50")
                .setParameter(1, accountId));
    }

    /** Empty for everybody but the SME of the task. */
    public Optional<Row> own(UUID task, long accountId) {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + FROM + "where t.public_id = ?1 and s.account_id = ?2")
                        .setParameter(1, task.toString())
                        .setParameter(2, accountId))
                .map(TaskQueries::row)
                .findFirst();
    }

    public Optional<Row> one(UUID task) {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + FROM + "where t.public_id = ?1")
                        .setParameter(1, task.toString()))
                .map(TaskQueries::row)
                .findFirst();
    }

    static LocalDate date(Object value) {
        return value instanceof Date stored ? stored.toLocalDate() : (LocalDate) value;
    }

    private Query filtered(String sql, Filter filter) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, filter.search().isBlank() ? "" : Sql.contains(filter.search()))
                .setParameter(2, filter.state() == null ? "" : filter.state().name())
                .setParameter(3, filter.year() == null ? 0 : filter.year());
    }

    private Query own(String sql, long accountId, @Nullable Integer year) {
        return entityManager.createNativeQuery(sql).setParameter(1, accountId).setParameter(2, year == null ? 0 : year);
    }

    private static Sum sum(Query query) {
        Object[] row = (Object[]) query.getSingleResult();
        return new Sum(Sql.number(row[0]), Sql.number(row[1]));
    }

    private static List<Integer> years(Query query) {
        return Sql.numbers(query).stream().map(Long::intValue).toList();
    }

    private static Row row(Object[] row) {
        return new Row(
                Sql.uuid(row[0]),
                Sql.uuid(row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                row[6] == null ? null : date(row[6]),
                TaskState.valueOf((String) row[7]),
                row[8] == null ? null : date(row[8]),
                Sql.integer(row[9]),
                (String) row[10]);
    }
}
