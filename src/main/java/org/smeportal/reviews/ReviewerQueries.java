package org.smeportal.reviews;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.security.CurrentUser;

/** The load of reviewers and what reviews cost, for programme managers of the exams; from sessions that are over. */
@Queries
public class ReviewerQueries {
    /** With fewer verdicts a share would come close to telling single ones. */
    public static final int FEWEST = 10;

    private static final Duration YEAR = Duration.ofDays(365);
    private static final int MANY_ROUNDS = 2;
    private static final int MOST_ITEMS = 20;

    private static final String REVIEWERS = """
             from (select o.account_id, sum(g.state = 'CLOSED' and o.here_since is not null) as sessions,
                    sum(g.state <> 'CLOSED') as coming, max(case when o.here_since is not null then g.closed_at end) as last_at,
                    coalesce(sum(t.verdicts), 0) as verdicts, coalesce(sum(t.decided), 0) as decided,
                    coalesce(sum(t.agreed), 0) as agreed
                from exam_duty u join event e on e.exam_id = u.exam_id join review_round r on r.event_id = e.id
                    join review_session g on g.round_id = r.id join review_member o on o.session_id = g.id
                    left join (select n.session_id, v.account_id, count(*) as verdicts, sum(n.state = 'DECIDED') as decided,
                            sum(n.state = 'DECIDED' and %s) as agreed
                        from review_entry n join verdict v on v.entry_id = n.id group by n.session_id, v.account_id) t
                        on t.session_id = g.id and t.account_id = o.account_id and g.state = 'CLOSED'
                where u.account_id = ?1 and u.duty = 'PM' group by o.account_id) w
                join sme p on p.account_id = w.account_id
            where (?2 = '' or p.name like ?2 escape '!')
            """.formatted(OwnReviews.AGREES);

    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public ReviewerQueries(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    public enum Sort {
        NAME("p.name, p.id"),
        LOAD("w.verdicts desc, p.name, p.id"),
        LAST("w.last_at is null, w.last_at desc, p.name, p.id");

        private final String order;

        Sort(String order) {
            this.order = order;
        }
    }

    /** {@code sessions} in which they were, {@code coming} those that are not over. */
    public record Reviewer(
            UUID sme,
            String name,
            int sessions,
            int coming,
            int verdicts,
            int decided,
            int agreed,
            @Nullable Instant last) {
        /** How often the decision was what they said; null while too few verdicts would tell single ones. */
        public @Nullable Integer percent() {
            return decided < FEWEST ? null : Math.round(100f * agreed / decided);
        }
    }

    public Page<Reviewer> page(String search, Sort sort, PageRequest page) {
        long total = Sql.number(query("select count(*)" + REVIEWERS, search).getSingleResult());
        List<Reviewer> rows = Sql.rows(query(
                                "select p.public_id, p.name, w.sessions, w.coming, w.verdicts, w.decided, w.agreed, w.last_at"
                                        + REVIEWERS + " order by " + sort.order + " limit ?3 offset ?4",
                                search)
                        .setParameter(3, page.size())
                        .setParameter(4, page.offset()))
                .map(row -> new Reviewer(
                        Sql.uuid(row[0]),
                        (String) row[1],
                        Sql.integer(row[2]),
                        Sql.integer(row[3]),
                        Sql.integer(row[4]),
                        Sql.integer(row[5]),
                        Sql.integer(row[6]),
                        Sql.optionalInstant(row[7])))
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    /** An item that groups talked over more than twice. */
    public record LongWay(UUID item, String code, String exam, int rounds) {}

    public List<LongWay> longWays() {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select i.public_id, i.code, x.code as exam, count(*) from exam_duty u
                                    join event e on e.exam_id = u.exam_id join review_round r on r.event_id = e.id
                                    join review_session s on s.round_id = r.id join review_entry n on n.session_id = s.id
                                    join item i on i.id = n.item_id join exam x on x.id = i.exam_id
                                where u.account_id = ?1 and u.duty = 'PM' and e.starts_at > ?2 and n.state <> 'WAITING'
                                group by i.id having count(*) > ?3 order by count(*) desc, i.code limit ?4""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, Sql.parameter(clock.instant().minus(YEAR)))
                        .setParameter(3, MANY_ROUNDS)
                        .setParameter(4, MOST_ITEMS))
                .map(row -> new LongWay(Sql.uuid(row[0]), (String) row[1], (String) row[2], Sql.integer(row[3])))
                .toList();
    }

    /**
     * What groups had to do and did.
     *
     * @param reviewers who gave a verdict in events of the last twelve months; {@code verdicts} are all of them
     * @param late items that wait for a group since {@code days} of UTC or longer, {@code revised} those in revision and
     *     {@code checked} those in a quality check; {@code left} those that a group did not decide
     * @param items that groups talked over in these months, in so many {@code rounds}; {@code many} in more than two
     */
    public record Load(
            int open,
            int planned,
            int reviewers,
            int verdicts,
            int late,
            int revised,
            int checked,
            int days,
            int left,
            int items,
            int rounds,
            int many) {
        public static final Load NONE = new Load(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        public double mean() {
            return items == 0 ? 0 : (double) rounds / items;
        }

        public boolean isEmpty() {
            return open + planned + late + revised + checked + left + items == 0;
        }
    }

    public Load load() {
        Instant now = clock.instant();
        Object[] row = (Object[]) entityManager
                .createNativeQuery("""
                        select coalesce(sum(w.open_), 0), coalesce(sum(w.planned), 0), coalesce(max(w.reviewers), 0),
                            coalesce(sum(w.verdicts), 0), coalesce(sum(w.late), 0), coalesce(sum(w.revised), 0),
                            coalesce(sum(w.checked), 0), coalesce(sum(w.left_), 0),
                            coalesce(sum(w.items), 0), coalesce(sum(w.rounds), 0), coalesce(sum(w.many), 0), %1$s from (
                        select sum(s.state = 'OPEN') as open_, sum(s.state = 'PLANNED') as planned, 0 as reviewers, 0 as verdicts,
                            0 as late, 0 as revised, 0 as checked, 0 as left_, 0 as items, 0 as rounds, 0 as many
                          from exam_duty u join event e on e.exam_id = u.exam_id join review_round r on r.event_id = e.id
                            join review_session s on s.round_id = r.id and s.state in ('OPEN', 'PLANNED')
                          where u.account_id = ?1 and u.duty = 'PM'
                        union all
                        select 0, 0, count(distinct v.account_id), count(*), 0, 0, 0, 0, 0, 0, 0
                          from exam_duty u join event e on e.exam_id = u.exam_id join review_round r on r.event_id = e.id
                            join review_session s on s.round_id = r.id and s.state = 'CLOSED'
                            join review_entry n on n.session_id = s.id join verdict v on v.entry_id = n.id
                          where u.account_id = ?1 and u.duty = 'PM' and e.starts_at > ?2
                        union all
                        select 0, 0, 0, 0, sum(i.status = 'SUBMITTED' and i.long_), sum(i.status = 'REVISION' and i.long_),
                            sum(i.status in ('QC1', 'ALPHA_OK') and i.long_),
                            sum(i.status = 'IN_REVIEW' and not exists (
                                select 1 from review_entry n join review_session s on s.id = n.session_id
                                where n.item_id = i.id and n.state <> 'DECIDED' and s.state <> 'CLOSED')), 0, 0, 0
                          from (select i.id, i.status, date(i.status_since) <= date_sub(date(?3), interval %1$s day) as long_
                            from exam_duty u join item i on i.exam_id = u.exam_id
                                and i.status in ('SUBMITTED', 'IN_REVIEW', 'REVISION', 'QC1', 'ALPHA_OK')
                            where u.account_id = ?1 and u.duty = 'PM') i
                        union all
                        select 0, 0, 0, 0, 0, 0, 0, 0, count(*), sum(k.rounds), sum(k.rounds > ?4) from (
                            select n.item_id, count(*) as rounds
                            from exam_duty u join event e on e.exam_id = u.exam_id join review_round r on r.event_id = e.id
                                join review_session s on s.round_id = r.id join review_entry n on n.session_id = s.id
                            where u.account_id = ?1 and u.duty = 'PM' and e.starts_at > ?2 and n.state <> 'WAITING'
                            group by n.item_id) k) w""".formatted(ProgrammeSetting.REVIEW_DAYS.sql()))
                .setParameter(1, user.accountId())
                .setParameter(2, Sql.parameter(now.minus(YEAR)))
                .setParameter(3, Sql.parameter(now))
                .setParameter(4, MANY_ROUNDS)
                .getSingleResult();
        return new Load(
                Sql.integer(row[0]),
                Sql.integer(row[1]),
                Sql.integer(row[2]),
                Sql.integer(row[3]),
                Sql.integer(row[4]),
                Sql.integer(row[5]),
                Sql.integer(row[6]),
                Sql.integer(row[11]),
                Sql.integer(row[7]),
                Sql.integer(row[8]),
                Sql.integer(row[9]),
                Sql.integer(row[10]));
    }

    private Query query(String sql, String search) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, user.accountId())
                .setParameter(2, search.isBlank() ? "" : Sql.contains(search));
    }
}
