package org.smeportal.calendar;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.EventStatus;
import org.smeportal.events.Modality;
import org.smeportal.invitations.InvitationStatus;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** What stands in the calendar between two moments. */
@Queries
public class CalendarQueries {

    /** More events than these are not shown at once. */
    public static final int MOST = 400;

    /** No event is longer, so that the index on the start also finds those that began before. */
    private static final Duration LONGEST = Duration.ofDays(EventPlan.MOST_DAYS + 1L);

    private static final String COLUMNS = """
            select e.id, e.public_id, e.title, e.kind, x.code, e.modality, e.zone, e.starts_at, e.ends_at, e.status
            """;
    private static final String BETWEEN = """
            e.starts_at > ?1 and e.starts_at < ?2 and e.ends_at > ?3
            """;

    private final EntityManager entityManager;

    @Inject
    public CalendarQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Of which exam and kind; null means all. */
    public record Filter(@Nullable Long examId, @Nullable EventKind kind) {

        public static final Filter ALL = new Filter(null, null);
    }

    /** Every event of the programme, drafts too, the first one first. */
    public List<CalendarEvent> programme(Instant from, Instant until, Filter filter) {
        return withSessions(programmeRows(from, until, filter));
    }

    /** Events of a year by the calendar of each event's own zone. */
    public List<CalendarEvent> year(int year) {
        Instant begin = LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = LocalDate.of(year + 1, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Duration furthest = Duration.ofHours(15);
        return programmeRows(begin.minus(furthest), end.plus(furthest), Filter.ALL).stream()
                .map(row -> event(row, List.of()))
                .toList();
    }

    /** What an SME is invited to and did not decline: what waits for an answer, and what they answered. */
    public List<CalendarEvent> own(long accountId, Instant from, Instant until) {
        return withSessions(rows(
                entityManager
                        .createNativeQuery(COLUMNS + """
                                , i.public_id as invitation, i.status as answer
                                from sme s join invitation i on i.sme_id = s.id join event e on e.id = i.event_id
                                    left join exam x on x.id = e.exam_id
                                where s.account_id = ?4
                                  and i.status in ('SENT', 'ACCEPTED', 'TENTATIVE', 'WAITLISTED', 'OFFERED')
                                  and""" + " " + BETWEEN + " order by e.starts_at, e.id limit ?5")
                        .setParameter(4, accountId)
                        .setParameter(5, MOST),
                from,
                until));
    }

    /** The same of an SME as programme managers see it. */
    public List<CalendarEvent> of(UUID sme, Instant from, Instant until) {
        return withSessions(rows(
                entityManager
                        .createNativeQuery(COLUMNS + """
                                , null as invitation, i.status as answer
                                from sme s join invitation i on i.sme_id = s.id join event e on e.id = i.event_id
                                    left join exam x on x.id = e.exam_id
                                where s.public_id = ?4
                                  and i.status in ('SENT', 'ACCEPTED', 'TENTATIVE', 'WAITLISTED', 'OFFERED')
                                  and""" + " " + BETWEEN + " order by e.starts_at, e.id limit ?5")
                        .setParameter(4, sme.toString())
                        .setParameter(5, MOST),
                from,
                until));
    }

    private List<Object[]> programmeRows(Instant from, Instant until, Filter filter) {
        EventKind kind = filter.kind();
        return rows(
                entityManager
                        .createNativeQuery(COLUMNS + """
                                , null as invitation, null as answer
                                from event e left join exam x on x.id = e.exam_id
                                where (?4 = 0 or e.exam_id = ?4) and (?5 = '' or e.kind = ?5)
                                  and""" + " " + BETWEEN + " order by e.starts_at, e.id limit ?6")
                        .setParameter(4, filter.examId() == null ? 0 : filter.examId())
                        .setParameter(5, kind == null ? "" : kind.name())
                        .setParameter(6, MOST),
                from,
                until);
    }

    private static List<Object[]> rows(Query query, Instant from, Instant until) {
        return Sql.rows(query.setParameter(1, Sql.parameter(from.minus(LONGEST)))
                        .setParameter(2, Sql.parameter(until))
                        .setParameter(3, Sql.parameter(from)))
                .toList();
    }

    private List<CalendarEvent> withSessions(List<Object[]> rows) {
        List<Long> ids = rows.stream().map(row -> Sql.number(row[0])).toList();
        Map<Long, List<CalendarEvent.Hours>> sessions = Sql.rows(entityManager.createNativeQuery(
                        "select event_id, starts_at, ends_at from event_session where event_id in ("
                                + Sql.numberList(ids) + ") order by starts_at, id"))
                .collect(Collectors.groupingBy(
                        row -> Sql.number(row[0]),
                        Collectors.mapping(
                                row -> new CalendarEvent.Hours(Sql.instant(row[1]), Sql.instant(row[2])),
                                Collectors.toList())));
        return rows.stream()
                .map(row -> event(row, sessions.getOrDefault(Sql.number(row[0]), List.of())))
                .toList();
    }

    private static CalendarEvent event(Object[] row, List<CalendarEvent.Hours> sessions) {
        return new CalendarEvent(
                UUID.fromString((String) row[1]),
                Sql.optionalUuid(row[10]),
                (String) row[2],
                EventKind.valueOf((String) row[3]),
                (String) row[4],
                Modality.valueOf((String) row[5]),
                ZoneId.of((String) row[6]),
                Sql.instant(row[7]),
                Sql.instant(row[8]),
                EventStatus.valueOf((String) row[9]),
                row[11] == null ? null : InvitationStatus.valueOf((String) row[11]),
                sessions);
    }
}
