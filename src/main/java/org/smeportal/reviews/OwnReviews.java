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

    /** What is open first, then what comes next. */
    public List<ToGive> toGive(int most) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select s.public_id, s.state, e.public_id as event, e.title, e.zone, e.starts_at, e.ends_at, s.number,
                                    (select count(*) from review_session o where o.round_id = s.round_id) as groups_, m.name,
                                    (select count(*) from review_entry n where n.session_id = s.id) as items
                                from review_member o join review_session s on s.id = o.session_id
                                    join review_round r on r.id = s.round_id join event e on e.id = r.event_id
                                    left join event_room m on m.id = s.room_id
                                where o.account_id = ?1 and s.state in ('OPEN', 'PLANNED')
                                order by field(s.state, 'OPEN', 'PLANNED'), e.starts_at, s.id limit ?2""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, most))
                .map(row -> new ToGive(
                        Sql.uuid(row[0]),
                        SessionState.valueOf((String) row[1]),
                        Sql.uuid(row[2]),
                        (String) row[3],
                        ZoneId.of((String) row[4]),
                        Sql.instant(row[5]),
                        Sql.instant(row[6]),
                        Sql.integer(row[7]),
                        Sql.integer(row[8]),
                        (String) row[9],
                        Sql.integer(row[10])))
                .toList();
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
                                from (select s.* """ + from + """
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
        /** How often the decision was what the user said, all verdicts counted; null while there is none. */
        public @Nullable Integer percent() {
            return decided == 0 ? null : Math.round(100f * agreed / decided);
        }
    }

    public Given given() {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("""
                        select count(*), coalesce(sum(t.verdicts), 0), coalesce(sum(t.comments), 0), coalesce(sum(t.taken), 0),
                            coalesce(sum(t.decided), 0), coalesce(sum(t.agreed), 0) from (
                        select s.id, (select count(*) from review_entry n join verdict v on v.entry_id = n.id
                                where n.session_id = s.id and v.account_id = ?1) as verdicts,
                            (select count(*) from review_entry n join review_comment c on c.entry_id = n.id
                                where n.session_id = s.id and c.account_id = ?1) as comments,
                            (select count(*) from review_entry n join review_comment c on c.entry_id = n.id
                                where n.session_id = s.id and c.account_id = ?1 and c.resolution = 'RESOLVED') as taken,
                            (select count(*) from review_entry n join verdict v on v.entry_id = n.id
                                where n.session_id = s.id and v.account_id = ?1 and n.state = 'DECIDED') as decided,
                            (select count(*) from review_entry n join verdict v on v.entry_id = n.id
                                where n.session_id = s.id and v.account_id = ?1 and n.state = 'DECIDED' and
                        """ + AGREES + """
                            ) as agreed
                        from review_member o join review_session s on s.id = o.session_id
                        where o.account_id = ?1 and s.state = 'CLOSED') t""")
                .setParameter(1, user.accountId())
                .getSingleResult();
        return new Given(
                Sql.integer(row[0]),
                Sql.integer(row[1]),
                Sql.integer(row[2]),
                Sql.integer(row[3]),
                Sql.integer(row[4]),
                Sql.integer(row[5]));
    }
}
