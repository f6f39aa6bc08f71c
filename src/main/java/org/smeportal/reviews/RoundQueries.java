package org.smeportal.reviews;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** Sessions for the programme managers of their exam: lists, and one group with its people and its agenda. */
@Queries
public class RoundQueries {
    private static final String COLUMNS = """
            select s.id, s.public_id, e.id as event_id, e.public_id as event, e.title, x.code, e.zone, e.starts_at, r.id as round_id,
                r.number as round_no, s.number,
                (select count(*) from review_session o where o.round_id = s.round_id) as groups_, s.state, m.name as room,
                l.name as lead, s.opened_at, s.closed_at,
                (select count(*) from review_member o where o.session_id = s.id and o.here_since is not null) as here,
                (select count(*) from review_member o where o.session_id = s.id) as members,
                (select count(*) from review_entry n where n.session_id = s.id) as items,
                (select count(*) from review_entry n where n.session_id = s.id and n.state = 'DECIDED') as decided,
                exists (select 1 from review_member o where o.session_id = s.id and o.account_id = ?1) as own
            """;
    private static final String FROM = """
             from exam_duty u join event e on e.exam_id = u.exam_id join exam x on x.id = e.exam_id
                join review_round r on r.event_id = e.id join review_session s on s.round_id = r.id
                left join event_room m on m.id = s.room_id left join account l on l.id = s.lead_id
            where u.account_id = ?1 and u.duty = 'PM'
            """;
    private static final String FILTER = " and (?2 = '' or e.public_id = ?2) and (?3 = '' or s.state = ?3)";

    private final EntityManager entityManager;
    private final ReviewQueries panel;
    private final CurrentUser user;

    @Inject
    public RoundQueries(EntityManager entityManager, ReviewQueries panel, CurrentUser user) {
        this.entityManager = entityManager;
        this.panel = panel;
        this.user = user;
    }

    /** {@code here} of the {@code members}; {@code own} where the user reviews and so does not lead. */
    public record Row(
            long id,
            UUID session,
            long eventId,
            UUID event,
            String title,
            String exam,
            ZoneId zone,
            Instant startsAt,
            long roundId,
            int round,
            int number,
            int groups,
            SessionState state,
            @Nullable String room,
            @Nullable String lead,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            int here,
            int members,
            int items,
            int decided,
            boolean own) {
        public int left() {
            return items - decided;
        }

        public boolean isPlanned() {
            return state == SessionState.PLANNED;
        }

        public boolean isClosed() {
            return state == SessionState.CLOSED;
        }
    }

    public record Filter(@Nullable UUID event, @Nullable SessionState state) {}

    /** What is open first, then what is planned, then the last that was closed. */
    public Page<Row> page(Filter filter, PageRequest page) {
        long total =
                Sql.number(filtered("select count(*)" + FROM + FILTER, filter).getSingleResult());
        List<Row> rows = Sql.rows(filtered(COLUMNS + FROM + FILTER + """
                                 order by field(s.state, 'OPEN', 'PLANNED', 'CLOSED'), s.closed_at desc, e.starts_at,
                                    r.id, s.number limit ?4 offset ?5""", filter)
                        .setParameter(4, page.size())
                        .setParameter(5, page.offset()))
                .map(RoundQueries::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    public record Event(UUID event, String title) {}

    /** Events with sessions, the last one first. */
    public List<Event> events() {
        return Sql.rows(entityManager.createNativeQuery("""
                                select e.public_id, e.title from exam_duty u join event e on e.exam_id = u.exam_id
                                where u.account_id = ?1 and u.duty = 'PM'
                                    and exists (select 1 from review_round r where r.event_id = e.id)
                                order by e.starts_at desc, e.id desc limit 100""").setParameter(1, user.accountId()))
                .map(row -> new Event(Sql.uuid(row[0]), (String) row[1]))
                .toList();
    }

    /** Not for a member of the group: to them its items have no codes. */
    public Row one(UUID session) {
        return Sql.rows(entityManager
                        .createNativeQuery(COLUMNS + FROM + " and s.public_id = ?2")
                        .setParameter(1, user.accountId())
                        .setParameter(2, session.toString()))
                .findFirst()
                .map(RoundQueries::row)
                .filter(row -> !row.own())
                .orElseThrow(NotFound::new);
    }

    /** Somebody in a group; {@code account} as others know it. */
    public record Member(UUID account, String name, boolean here) {}

    public List<Member> members(Row session) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select a.public_id, a.name, o.here_since is not null from review_member o
                                    join account a on a.id = o.account_id
                                where o.session_id = ?1 order by a.name, a.id""").setParameter(1, session.id()))
                .map(row -> new Member(Sql.uuid(row[0]), (String) row[1], Sql.truth(row[2])))
                .toList();
    }

    /** Other groups of the round that have not begun. */
    public record Other(UUID session, int number, int members) {}

    public List<Other> others(Row session) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select s.public_id, s.number,
                                    (select count(*) from review_member o where o.session_id = s.id) as members
                                from review_session s where s.round_id = ?1 and s.id <> ?2 and s.state = 'PLANNED'
                                order by s.number""")
                        .setParameter(1, session.roundId())
                        .setParameter(2, session.id()))
                .map(row -> new Other(Sql.uuid(row[0]), Sql.integer(row[1]), Sql.integer(row[2])))
                .toList();
    }

    /** People with a seat in the event who sit in no group of the round. */
    public List<Member> free(Row session) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select a.public_id, a.name, 0 from invitation i join sme s on s.id = i.sme_id
                                    join account a on a.id = s.account_id and a.state <> 'CLOSED'
                                where i.event_id = ?1 and i.status = 'ACCEPTED' and not exists (
                                    select 1 from review_member o join review_session g on g.id = o.session_id
                                    where g.round_id = ?2 and o.account_id = a.id)
                                order by a.name, a.id limit 200""")
                        .setParameter(1, session.eventId())
                        .setParameter(2, session.roundId()))
                .map(row -> new Member(Sql.uuid(row[0]), (String) row[1], Sql.truth(row[2])))
                .toList();
    }

    /** An item of the agenda with its code, for pages outside of a session. */
    public record Entry(
            UUID entry,
            int place,
            UUID item,
            String code,
            int domain,
            String domainName,
            EntryState state,
            @Nullable ReviewOutcome outcome) {}

    public List<Entry> agenda(Row session) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select n.public_id, n.place, i.public_id as item, i.code, i.domain, d.name, n.state, n.outcome
                                from review_entry n join item i on i.id = n.item_id
                                    join exam_domain d on d.exam_id = i.exam_id and d.number = i.domain
                                where n.session_id = ?1 order by n.place""").setParameter(1, session.id()))
                .map(row -> new Entry(
                        Sql.uuid(row[0]),
                        Sql.integer(row[1]),
                        Sql.uuid(row[2]),
                        (String) row[3],
                        Sql.integer(row[4]),
                        (String) row[5],
                        EntryState.valueOf((String) row[6]),
                        row[7] == null ? null : ReviewOutcome.valueOf((String) row[7])))
                .toList();
    }

    /** All verdicts of all members: how far they agree, and how many there are. */
    public Panel panel(Row session) {
        return panel.panels(List.of(session.id())).getOrDefault(session.id(), Panel.NONE);
    }

    private Query filtered(String sql, Filter filter) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, user.accountId())
                .setParameter(2, filter.event() == null ? "" : filter.event().toString())
                .setParameter(3, filter.state() == null ? "" : filter.state().name());
    }

    private static Row row(Object[] row) {
        return new Row(
                Sql.number(row[0]),
                Sql.uuid(row[1]),
                Sql.number(row[2]),
                Sql.uuid(row[3]),
                (String) row[4],
                (String) row[5],
                ZoneId.of((String) row[6]),
                Sql.instant(row[7]),
                Sql.number(row[8]),
                Sql.integer(row[9]),
                Sql.integer(row[10]),
                Sql.integer(row[11]),
                SessionState.valueOf((String) row[12]),
                (String) row[13],
                (String) row[14],
                Sql.optionalInstant(row[15]),
                Sql.optionalInstant(row[16]),
                Sql.integer(row[17]),
                Sql.integer(row[18]),
                Sql.integer(row[19]),
                Sql.integer(row[20]),
                Sql.truth(row[21]));
    }
}
