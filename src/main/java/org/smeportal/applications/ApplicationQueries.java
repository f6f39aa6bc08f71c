package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** The queue of applications that count (R1.3), as the programme manager who is signed in may see it. */
@Queries
public class ApplicationQueries {
    /** A file is not longer than that. */
    static final int MOST = 20_000;

    private static final int MOST_AT_ONCE = 500;

    private static final String ROW = """
            select a.public_id, a.name, a.email, a.country, a.zone, a.employer,
                (select group_concat(e.code order by e.code separator ' ') from application_exam x
                    join exam e on e.id = x.exam_id where x.application_id = a.id) as exams,
                a.certifications, a.years_experience, a.expertise, a.languages, a.motivation, a.heard_of, a.attendance,
                a.state, a.confirmed_at, a.promised_on, a.scores_in,
                exists (select 1 from application_review v where v.application_id = a.id and v.reviewer_id = ?1) as mine,
                a.score, a.disagreement, a.decision, a.decision_reason, d.name as decider, a.decided_at,
                exists (select 1 from application_publication_part p where p.waiting_key = a.id) as waits,
                s.public_id as sme
            from application a left join account d on d.id = a.decided_by left join sme s on s.id = a.sme_id
            """;

    private static final String FILTER = """
            where a.confirmed_at is not null and a.name is not null
                and (?2 = '' or a.name like ?2 escape '!' or a.email like ?2 escape '!')
                and (?3 = 0 or exists (select 1 from application_exam x where x.application_id = a.id and x.exam_id = ?3))
                and (?4 = '' or a.country = ?4) and (?5 = '' or a.attendance = ?5)
                and (?6 = 0 or a.state in ('SUBMITTED', 'IN_REVIEW') and a.promised_on < ?7)
                and (?8 = 0 or a.state in ('SUBMITTED', 'IN_REVIEW') and a.scores_in < 2 and not exists
                    (select 1 from application_review v where v.application_id = a.id and v.reviewer_id = ?1))
                and (?9 = 0 or a.decision is not null and a.live_key is not null)
                and (?10 = 0 or a.disagreement = 1)
            """;

    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public ApplicationQueries(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    /** Where an application stands in a filtered list, and who comes before and after it. */
    public record Neighbours(
            @Nullable UUID before, @Nullable UUID after, long position, long total) {}

    public record Note(String author, String text, Instant at) {}

    public record Move(
            ApplicationState to,
            Instant at,
            String actor,
            @Nullable String reason) {}

    /** How many there are at each stage, whatever the tab of the filter. */
    public Map<ApplicationState, Long> counts(QueueFilter filter) {
        Map<ApplicationState, Long> counts = new EnumMap<>(ApplicationState.class);
        Sql.rows(filtered("select a.state, count(*) from application a " + FILTER + " group by a.state", filter))
                .forEach(row -> counts.put(ApplicationState.valueOf((String) row[0]), Sql.number(row[1])));
        return counts;
    }

    public static long count(Map<ApplicationState, Long> counts, QueueTab tab) {
        return counts.entrySet().stream()
                .filter(count -> tab.states().contains(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** {@code total}: as counted by {@link #counts}. */
    public Page<ApplicationRow> page(QueueFilter filter, long total, PageRequest page) {
        List<ApplicationRow> rows = Sql.rows(filtered(
                                ROW + FILTER + in(filter.tab()) + "order by "
                                        + filter.sort().order() + " limit ?11 offset ?12",
                                filter)
                        .setParameter(11, page.size())
                        .setParameter(12, page.offset()))
                .map(ApplicationQueries::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    List<ApplicationRow> all(QueueFilter filter) {
        return Sql.rows(filtered(
                                ROW + FILTER + in(filter.tab()) + "order by "
                                        + filter.sort().order() + " limit ?11",
                                filter)
                        .setParameter(11, MOST))
                .map(ApplicationQueries::row)
                .toList();
    }

    /** Empty when the list does not hold it (any more). */
    public Optional<Neighbours> neighbours(UUID publicId, QueueFilter filter) {
        String order = filter.sort().order();
        return Sql.rows(filtered("""
                        select n.before_it, n.after_it, n.position, n.total from (select a.public_id,
                            lag(a.public_id) over (order by %s) as before_it,
                            lead(a.public_id) over (order by %s) as after_it,
                            row_number() over (order by %s) as position, count(*) over () as total
                        from application a %s %s) n where n.public_id = ?11
                        """.formatted(order, order, order, FILTER, in(filter.tab())), filter)
                        .setParameter(11, publicId.toString()))
                .map(row -> new Neighbours(
                        Sql.optionalUuid(row[0]), Sql.optionalUuid(row[1]), Sql.number(row[2]), Sql.number(row[3])))
                .findFirst();
    }

    /** The countries of those who apply. */
    public List<String> countries() {
        return ((List<?>) entityManager
                        .createNativeQuery("select distinct country from application where confirmed_at is not null"
                                + " and country is not null order by country limit 300")
                        .getResultList())
                .stream().map(String.class::cast).toList();
    }

    /** Whoever did not confirm the address does not count, and whose person is forgotten is no longer found. */
    public Optional<ApplicationRow> one(UUID publicId) {
        return some(List.of(publicId)).stream().findFirst();
    }

    /** In the order of their names. */
    public List<ApplicationRow> some(Collection<UUID> publicIds) {
        String ids = publicIds.stream()
                .distinct()
                .limit(MOST_AT_ONCE)
                .map(id -> "'" + id + "'")
                .collect(Collectors.joining(", "));
        return ids.isEmpty()
                ? List.of()
                : Sql.rows(entityManager
                                .createNativeQuery(ROW
                                        + "where a.confirmed_at is not null and a.name is not null and a.public_id in ("
                                        + ids + ") order by a.name, a.id")
                                .setParameter(1, user.accountId()))
                        .map(ApplicationQueries::row)
                        .toList();
    }

    /**
     * The viewer's own scores, and those of the other reviewer only when both are in (R1.3): the statement does not read
     * what must not be seen.
     */
    public Map<UUID, List<Review>> reviews(Collection<ApplicationRow> applications) {
        String ids =
                applications.stream().map(one -> "'" + one.publicId() + "'").collect(Collectors.joining(", "));
        return ids.isEmpty()
                ? Map.of()
                : Reviews.read(entityManager
                        .createNativeQuery(Reviews.REVIEW + "where a.public_id in (" + ids
                                + ") and (v.reviewer_id = ?1 or a.scores_in >= 2) order by v.id, c.position")
                        .setParameter(1, user.accountId()));
    }

    public List<Note> notes(UUID publicId) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select acc.name, n.text, n.at from application_note n
                                join application a on a.id = n.application_id join account acc on acc.id = n.author_id
                                where a.public_id = ?1 order by n.id desc limit 200""").setParameter(1, publicId.toString()))
                .map(row -> new Note((String) row[0], (String) row[1], Sql.instant(row[2])))
                .toList();
    }

    public List<Move> moves(UUID publicId) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select m.to_state, m.at, m.actor, m.reason from application_move m
                                join application a on a.id = m.application_id where a.public_id = ?1 order by m.id""").setParameter(1, publicId.toString()))
                .map(row -> new Move(
                        ApplicationState.valueOf((String) row[0]), Sql.instant(row[1]), (String) row[2], (String)
                                row[3]))
                .toList();
    }

    /** Decided and not told, by decision: those that no publication holds yet. */
    public List<ApplicationRow> prepared() {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + """
                                where a.decision is not null and a.live_key is not null and not exists
                                    (select 1 from application_publication_part p where p.waiting_key = a.id)
                                order by a.decision, a.name, a.id limit ?2""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, MOST_AT_ONCE))
                .map(ApplicationQueries::row)
                .toList();
    }

    private static String in(QueueTab tab) {
        return tab.states().stream()
                .sorted(Comparator.naturalOrder())
                .map(state -> "'" + state.name() + "'")
                .collect(Collectors.joining(", ", "and a.state in (", ") "));
    }

    private Query filtered(String sql, QueueFilter filter) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, user.accountId())
                .setParameter(2, filter.search().isBlank() ? "" : Sql.contains(filter.search()))
                .setParameter(3, filter.exam())
                .setParameter(4, filter.country())
                .setParameter(
                        5,
                        filter.attendance() == null ? "" : filter.attendance().name())
                .setParameter(6, filter.overdue() ? 1 : 0)
                .setParameter(7, today())
                .setParameter(8, filter.mine() ? 1 : 0)
                .setParameter(9, filter.prepared() ? 1 : 0)
                .setParameter(10, filter.disagreement() ? 1 : 0);
    }

    /** Where the viewer is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), user.getZone());
    }

    private static ApplicationRow row(Object[] row) {
        return new ApplicationRow(
                Sql.uuid(row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ZoneId.of((String) row[4]),
                (String) row[5],
                row[6] == null ? List.of() : Arrays.asList(((String) row[6]).split(" ")),
                (String) row[7],
                Sql.integer(row[8]),
                (String) row[9],
                (String) row[10],
                (String) row[11],
                (String) row[12],
                row[13] == null ? null : Attendance.valueOf((String) row[13]),
                ApplicationState.valueOf((String) row[14]),
                Sql.instant(row[15]),
                Sql.optionalDate(row[16]),
                Sql.integer(row[17]),
                Sql.truth(row[18]),
                (BigDecimal) row[19],
                Sql.truth(row[20]),
                row[21] == null ? null : Decision.valueOf((String) row[21]),
                (String) row[22],
                (String) row[23],
                Sql.optionalInstant(row[24]),
                Sql.truth(row[25]),
                Sql.optionalUuid(row[26]));
    }
}
