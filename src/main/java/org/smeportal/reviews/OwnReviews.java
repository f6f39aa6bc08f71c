package org.smeportal.reviews;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** The reviews of whoever is signed in: to join, to come, and what they gave; nothing of what others gave but in sum. */
@Queries
public class OwnReviews {
    /** Whether a verdict was what was decided: with small changes is a yes. */
    static final String AGREES = "(n.outcome = v.verdict or n.outcome = 'ACCEPT' and v.verdict = 'CHANGE')";

    private static final String TO_GIVE = """
            select s.id, s.public_id, s.state, e.public_id as event, e.title, e.zone, e.starts_at, e.ends_at, s.number,
                (select count(*) from review_session o where o.round_id = s.round_id) as groups_, m.name as room,
                (select count(*) from review_entry n where n.session_id = s.id) as items
            from review_member o join review_session s on s.id = o.session_id
                join review_round r on r.id = s.round_id join event e on e.id = r.event_id
                left join event_room m on m.id = s.room_id
            where o.account_id = ?1 and s.state in ('OPEN', 'PLANNED')
            order by field(s.state, 'OPEN', 'PLANNED'), e.starts_at, s.id limit ?2
            """;

    private static final String GIVEN = """
            select count(*) as sessions, coalesce(sum(k.verdicts), 0) as verdicts, coalesce(sum(k.comments), 0) as comments,
                coalesce(sum(k.taken), 0) as taken, coalesce(sum(k.decided), 0) as decided, coalesce(sum(k.agreed), 0) as agreed
            from (select s.id, (select count(*) from review_entry n join verdict v on v.entry_id = n.id
                    where n.session_id = s.id and v.account_id = ?1) as verdicts,
                (select count(*) from review_entry n join review_comment c on c.entry_id = n.id
                    where n.session_id = s.id and c.account_id = ?1) as comments,
                (select count(*) from review_entry n join review_comment c on c.entry_id = n.id
                    where n.session_id = s.id and c.account_id = ?1 and c.resolution = 'RESOLVED') as taken,
                (select count(*) from review_entry n join verdict v on v.entry_id = n.id
                    where n.session_id = s.id and v.account_id = ?1 and n.state = 'DECIDED') as decided,
                (select count(*) from review_entry n join verdict v on v.entry_id = n.id
                    where n.session_id = s.id and v.account_id = ?1 and n.state = 'DECIDED' and %s) as agreed
                from review_member o join review_session s on s.id = o.session_id
                where o.account_id = ?1 and s.state = 'CLOSED') k
            """.formatted(AGREES);

    private final EntityManager entityManager;
    private final ReviewQueries sessions;
    private final CurrentUser user;

    @Inject
    public OwnReviews(EntityManager entityManager, ReviewQueries sessions, CurrentUser user) {
        this.entityManager = entityManager;
        this.sessions = sessions;
        this.user = user;
    }

    public record ToGive(
            UUID session,
            SessionState state,
            UUID event,
            String title,
            ZoneId zone,
            Instant startsAt,
            Instant endsAt,
            int number,
            int groups,
            @Nullable String room,
            int items) {
        public boolean isOpen() {
            return state == SessionState.OPEN;
        }
    }

    /** How many sessions are open for the user now. */
    public int open() {
        return Sql.integer(entityManager
                .createNativeQuery("""
                        select count(*) from review_member o join review_session s on s.id = o.session_id
                        where o.account_id = ?1 and s.state = 'OPEN'""")
                .setParameter(1, user.accountId())
                .getSingleResult());
    }

    /** A session that is over; {@code taken} are own comments that were taken over. */
    public record Past(
            UUID event,
            String title,
            ZoneId zone,
            Instant startsAt,
            int number,
            int groups,
            int items,
            int verdicts,
            int comments,
            int taken,
            Panel panel) {}

    /** The last one first. */
    public Page<Past> past(PageRequest page) {
        String from = """
                 from review_member o join review_session s on s.id = o.session_id
                where o.account_id = ?1 and s.state = 'CLOSED'""";
        long total = Sql.number(entityManager
                .createNativeQuery("select count(*)" + from)
                .setParameter(1, user.accountId())
                .getSingleResult());
        List<Object[]> rows = Sql.rows(entityManager
                        .createNativeQuery("""
                                select g.id, e.public_id, e.title, e.zone, e.starts_at, g.number,
                                    (select count(*) from review_session o where o.round_id = g.round_id) as groups_,
                                    (select count(*) from review_entry n where n.session_id = g.id) as items,
                                    (select count(*) from review_entry n join verdict v on v.entry_id = n.id
                                        where n.session_id = g.id and v.account_id = ?1) as verdicts,
                                    (select count(*) from review_entry n join review_comment c on c.entry_id = n.id
                                        where n.session_id = g.id and c.account_id = ?1) as comments,
                                    (select count(*) from review_entry n join review_comment c on c.entry_id = n.id
                                        where n.session_id = g.id and c.account_id = ?1 and c.resolution = 'RESOLVED') as taken
                                from (select s.*""" + from + """
                                     order by s.closed_at desc, s.id desc limit ?2 offset ?3) g
                                    join review_round r on r.id = g.round_id join event e on e.id = r.event_id
                                order by g.closed_at desc, g.id desc""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, page.size())
                        .setParameter(3, page.offset()))
                .toList();
        Map<Long, Panel> panels =
                sessions.panels(rows.stream().map(row -> Sql.number(row[0])).toList());
        return new Page<>(
                rows.stream()
                        .map(row -> new Past(
                                Sql.uuid(row[1]),
                                (String) row[2],
                                ZoneId.of((String) row[3]),
                                Sql.instant(row[4]),
                                Sql.integer(row[5]),
                                Sql.integer(row[6]),
                                Sql.integer(row[7]),
                                Sql.integer(row[8]),
                                Sql.integer(row[9]),
                                Sql.integer(row[10]),
                                panels.getOrDefault(Sql.number(row[0]), Panel.NONE)))
                        .toList(),
                total,
                page.number(),
                page.size());
    }

    /** All that the user gave in sessions that are over; {@code decided} of the verdicts have a decision beside them. */
    public record Given(int sessions, int verdicts, int comments, int taken, int decided, int agreed) {
        public static final Given NONE = new Given(0, 0, 0, 0, 0, 0);

        /** How often the decision was what the user said, all verdicts counted; null while there is none. */
        public @Nullable Integer percent() {
            return decided == 0 ? null : Math.round(100f * agreed / decided);
        }
    }

    /** {@code sessions} are those to give: what is open first, then what comes next. */
    public record Home(List<ToGive> sessions, Given given) {}

    /** In one statement, because the home page asks for it. */
    public Home home(int most) {
        List<Object[]> rows = Sql.rows(entityManager
                        .createNativeQuery("select t.*, g.* from (" + GIVEN + ") t left join (" + TO_GIVE + """
                                    ) g on 1 = 1 order by field(g.state, 'OPEN', 'PLANNED'), g.starts_at, g.id""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, most))
                .toList();
        Object[] first = rows.get(0);
        return new Home(
                rows.stream()
                        .filter(row -> row[6] != null)
                        .map(OwnReviews::toGive)
                        .toList(),
                new Given(
                        Sql.integer(first[0]),
                        Sql.integer(first[1]),
                        Sql.integer(first[2]),
                        Sql.integer(first[3]),
                        Sql.integer(first[4]),
                        Sql.integer(first[5])));
    }

    /** Verdicts in sessions that were closed in a year (UTC). */
    public int verdicts(int year) {
        return Sql.integer(entityManager
                .createNativeQuery("""
                        select count(*) from verdict v join review_entry n on n.id = v.entry_id
                            join review_session s on s.id = n.session_id
                        where v.account_id = ?1 and s.state = 'CLOSED' and year(s.closed_at) = ?2""")
                .setParameter(1, user.accountId())
                .setParameter(2, year)
                .getSingleResult());
    }

    private static ToGive toGive(Object[] row) {
        return new ToGive(
                Sql.uuid(row[7]),
                SessionState.valueOf((String) row[8]),
                Sql.uuid(row[9]),
                (String) row[10],
                ZoneId.of((String) row[11]),
                Sql.instant(row[12]),
                Sql.instant(row[13]),
                Sql.integer(row[14]),
                Sql.integer(row[15]),
                (String) row[16],
                Sql.integer(row[17]));
    }
}
