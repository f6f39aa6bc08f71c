package org.smeportal.attendance;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventStatus;
import org.smeportal.events.SessionRow;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** Who was there, as the board, the ledger and other features ask. */
@Queries
public class AttendanceQueries {

    private static final String LINES = """
            select e.id, s.public_id, s.name, x.title, e.result, e.minutes, e.source, e.recorded_by, e.recorded_at,
                e.reason
            from attendance_entry e join sme s on s.id = e.sme_id left join event_session x on x.id = e.session_id
            where e.event_id = ?1
            """;

    private final EntityManager entityManager;
    private final EventDirectory events;

    @Inject
    public AttendanceQueries(EntityManager entityManager, EventDirectory events) {
        this.entityManager = entityManager;
        this.events = events;
    }

    public Board board(long eventId) {
        return board(eventId, Long.MAX_VALUE);
    }

    /** As it stood when {@code newest} was the last entry of the ledger. */
    public Board board(long eventId, long newest) {
        EventCard event = events.card(eventId);
        List<SessionRow> sessions = events.sessions(eventId);
        List<SessionRow> columns = sessions.isEmpty()
                ? List.of(new SessionRow(0, event.title(), event.startsAt(), event.endsAt(), true))
                : sessions;
        Map<Long, Map<Long, Mark>> marks = marks(eventId, newest);
        long last = marks.values().stream()
                .flatMap(of -> of.values().stream())
                .mapToLong(Mark::entry)
                .max()
                .orElse(0);
        boolean closed = event.status() == EventStatus.COMPLETED;
        List<Board.Row> rows = people(eventId)
                .map(person -> row(person, columns, marks.getOrDefault(Sql.number(person[0]), Map.of()), closed))
                .toList();
        return new Board(event, columns, rows, last);
    }

    /** What was changed or decided by hand since closing, newest first. */
    public List<Board.Line> decisions(long eventId, int most) {
        return lines(entityManager
                .createNativeQuery(
                        LINES + "and e.source in ('OVERRULED', 'CORRECTED') order by e.id desc limit " + most)
                .setParameter(1, eventId));
    }

    /** Everything that was ever recorded of an SME at an event, newest first. */
    public List<Board.Line> ledger(long eventId, long smeId) {
        return lines(entityManager
                .createNativeQuery(LINES + "and e.sme_id = ?2 order by e.id desc")
                .setParameter(1, eventId)
                .setParameter(2, smeId));
    }

    /** How many have each final result; empty before attendance is closed. */
    public Map<AttendanceResult, Integer> counts(long eventId) {
        Map<AttendanceResult, Integer> counts = new EnumMap<>(AttendanceResult.class);
        Sql.rows(entityManager
                        .createNativeQuery(
                                "select result, count(*) from attendance_result where event_id = ?1 group by result")
                        .setParameter(1, eventId))
                .forEach(row -> counts.put(AttendanceResult.valueOf((String) row[0]), Sql.integer(row[1])));
        return counts;
    }

    /** The final result of one SME. */
    public Optional<Final> result(long eventId, long smeId) {
        return Sql.rows(entityManager
                        .createNativeQuery(
                                "select result, minutes from attendance_result where event_id = ?1 and sme_id = ?2")
                        .setParameter(1, eventId)
                        .setParameter(2, smeId))
                .map(row -> new Final(AttendanceResult.valueOf((String) row[0]), Sql.integer(row[1])))
                .findFirst();
    }

    /** A final result with its minutes. */
    public record Final(AttendanceResult result, int minutes) {}

    private record Mark(
            long entry,
            AttendanceResult result,
            int minutes,
            AttendanceSource source,
            @Nullable String reason) {}

    private Stream<Object[]> people(long eventId) {
        return Sql.rows(entityManager.createNativeQuery("""
                        select s.id, s.public_id, s.name, coalesce(i.holds_seat, false)
                        from sme s left join invitation i on i.event_id = ?1 and i.sme_id = s.id
                        where s.id in (select sme_id from invitation where event_id = ?1 and holds_seat = true
                                union select sme_id from attendance_entry where event_id = ?1)
                        order by s.name, s.id""").setParameter(1, eventId));
    }

    /** The newest entry of each SME and session; number 0 is the whole event. */
    private Map<Long, Map<Long, Mark>> marks(long eventId, long newest) {
        Map<Long, Map<Long, Mark>> marks = new HashMap<>();
        Sql.rows(entityManager.createNativeQuery("""
                                select e.sme_id, coalesce(e.session_id, 0), e.id, e.result, e.minutes, e.source,
                                    e.reason
                                from attendance_entry e
                                where e.id in (select max(x.id) from attendance_entry x
                                        where x.event_id = ?1 and x.id <= ?2 group by x.sme_id, x.session_id)""").setParameter(1, eventId).setParameter(2, newest))
                .forEach(row -> marks.computeIfAbsent(Sql.number(row[0]), sme -> new HashMap<>())
                        .put(
                                Sql.number(row[1]),
                                new Mark(
                                        Sql.number(row[2]),
                                        AttendanceResult.valueOf((String) row[3]),
                                        Sql.integer(row[4]),
                                        AttendanceSource.valueOf((String) row[5]),
                                        (String) row[6])));
        return marks;
    }

    private static Board.Row row(Object[] person, List<SessionRow> columns, Map<Long, Mark> marks, boolean closed) {
        List<Board.Cell> cells = new ArrayList<>();
        List<AttendanceRule.Part> parts = new ArrayList<>();
        for (SessionRow column : columns) {
            Mark mark = marks.get(column.id());
            Board.Cell cell = new Board.Cell(
                    column.id(),
                    column.title(),
                    column.startsAt(),
                    column.minutes(),
                    mark == null ? null : mark.result(),
                    mark == null ? 0 : mark.minutes());
            cells.add(cell);
            parts.add(new AttendanceRule.Part(column.required(), cell.of(), cell.minutes(), cell.excused()));
        }
        AttendanceRule.Outcome outcome = AttendanceRule.of(parts);
        Mark newest = marks.get(0L);
        Mark whole = closed && newest != null && newest.source().isFinal() ? newest : null;
        return new Board.Row(
                Sql.number(person[0]),
                Sql.uuid(person[1]),
                (String) person[2],
                Sql.truth(person[3]),
                cells,
                whole == null ? outcome.result() : whole.result(),
                whole == null ? outcome.minutes() : whole.minutes(),
                outcome.of(),
                whole == null ? null : whole.source(),
                whole == null ? null : whole.reason());
    }

    private static List<Board.Line> lines(Query query) {
        return Sql.rows(query)
                .map(row -> new Board.Line(
                        Sql.number(row[0]),
                        UUID.fromString((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        AttendanceResult.valueOf((String) row[4]),
                        Sql.integer(row[5]),
                        AttendanceSource.valueOf((String) row[6]),
                        (String) row[7],
                        Sql.instant(row[8]),
                        (String) row[9]))
                .toList();
    }
}
