package org.smeportal.events;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** Events as their planners list and edit them. */
@Queries
public class EventQueries {

    /** No event is longer, so that the index on the start also finds those that end after a moment. */
    private static final Duration LONGEST = Duration.ofDays(EventPlan.MOST_DAYS + 1L);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final String FILTER = """
            where (?1 = '' or e.title like ?1 escape '!' or e.venue_name like ?1 escape '!')
              and (?2 = '' or e.status = ?2) and (?3 = '' or e.kind = ?3) and (?4 = 0 or e.exam_id = ?4)
              and ((e.starts_at > ?5 and e.ends_at > ?6 and e.ends_at <= ?7 and (?8 <> 'PAST' or e.status <> 'POSTPONED'))
                or (?8 = 'COMING' and e.status = 'POSTPONED'))
            """;

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public EventQueries(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** Which events by the clock; a running one is still coming. */
    public enum When {
        COMING,
        PAST,
        ALL
    }

    public enum Sort {
        /** The next one first; of past ones the last one. */
        START,
        TITLE;

        private String order(When when) {
            if (this == TITLE) {
                return " order by e.title, e.id ";
            }
            return when == When.COMING ? " order by e.starts_at, e.id " : " order by e.starts_at desc, e.id desc ";
        }
    }

    /** What to list; nothing chosen means all of it. */
    public record Filter(
            String search,
            @Nullable EventStatus status,
            @Nullable EventKind kind,
            @Nullable Long examId,
            When when) {}

    /** An event in the list; seats are those of all its pools, {@code invited} leaves out who was taken back. */
    public record Row(
            UUID publicId,
            String title,
            EventKind kind,
            @Nullable String examCode,
            EventStatus status,
            Modality modality,
            ZoneId zone,
            Instant startsAt,
            Instant endsAt,
            int capacity,
            int taken,
            int waiting,
            int invited,
            int accepted) {}

    /** An exam that an event can be for. */
    public Page<Row> page(Filter filter, Sort sort, PageRequest page) {
        long total = Sql.number(
                filtered("select count(*) from event e " + FILTER, filter).getSingleResult());
        String order = sort.order(filter.when());
        List<Row> rows = Sql.rows(filtered("""
                        select e.public_id, e.title, e.kind, x.code, e.status, e.modality, e.zone, e.starts_at, e.ends_at,
                            (select sum(p.capacity) from seat_pool p where p.event_id = e.id) as capacity,
                            (select sum(p.taken) from seat_pool p where p.event_id = e.id) as taken,
                            (select sum(p.waiting) from seat_pool p where p.event_id = e.id) as waiting,
                            (select count(*) from invitation i where i.event_id = e.id and i.status <> 'WITHDRAWN') as invited,
                            (select count(*) from invitation i where i.event_id = e.id and i.status = 'ACCEPTED') as accepted
                        from (select e.id from event e %s %s limit ?8 offset ?9) shown
                        join event e on e.id = shown.id left join exam x on x.id = e.exam_id""".formatted(FILTER, order) + order, filter)
                        .setParameter(8, page.size())
                        .setParameter(9, page.offset()))
                .map(EventQueries::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    public Optional<StoredEvent> stored(UUID id) {
        return Sql.rows(entityManager.createNativeQuery("""
                        select e.id, e.public_id, e.version, e.status, e.kind, e.exam_id, x.code, e.title, e.purpose,
                            e.modality, e.zone, e.starts_at, e.ends_at, e.venue_name, e.venue_address, e.meeting_link,
                            (select p.capacity from seat_pool p where p.event_id = e.id and p.modality = 'IN_PERSON')
                                as seats_in_person,
                            (select p.capacity from seat_pool p where p.event_id = e.id and p.modality = 'VIRTUAL')
                                as seats_virtual,
                            e.rsvp_deadline, e.lead_id, a.name, e.venue_id, e.room_id
                        from event e join account a on a.id = e.lead_id left join exam x on x.id = e.exam_id
                        where e.public_id = ?1""").setParameter(1, id.toString()))
                .map(EventQueries::stored)
                .findFirst();
    }

    private Query filtered(String sql, Filter filter) {
        Instant now = clock.instant();
        Instant endsAfter = filter.when() == When.COMING ? now : EARLIEST;
        Instant endsBy = filter.when() == When.PAST ? now : LATEST;
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, filter.search().isBlank() ? "" : Sql.contains(filter.search()))
                .setParameter(2, filter.status() == null ? "" : filter.status().name())
                .setParameter(3, filter.kind() == null ? "" : filter.kind().name())
                .setParameter(4, filter.examId() == null ? 0L : filter.examId())
                .setParameter(5, Sql.parameter(endsAfter.minus(LONGEST)))
                .setParameter(6, Sql.parameter(endsAfter))
                .setParameter(7, Sql.parameter(endsBy))
                .setParameter(8, filter.when().name());
    }

    private static Row row(Object[] row) {
        return new Row(
                Sql.uuid(row[0]),
                (String) row[1],
                EventKind.valueOf((String) row[2]),
                (String) row[3],
                EventStatus.valueOf((String) row[4]),
                Modality.valueOf((String) row[5]),
                ZoneId.of((String) row[6]),
                Sql.instant(row[7]),
                Sql.instant(row[8]),
                Sql.integer(row[9]),
                Sql.integer(row[10]),
                Sql.integer(row[11]),
                Sql.integer(row[12]),
                Sql.integer(row[13]));
    }

    private static StoredEvent stored(Object[] row) {
        return new StoredEvent(
                Sql.number(row[0]),
                Sql.uuid(row[1]),
                Sql.integer(row[2]),
                EventStatus.valueOf((String) row[3]),
                EventKind.valueOf((String) row[4]),
                Sql.optionalNumber(row[5]),
                (String) row[6],
                (String) row[7],
                (String) row[8],
                Modality.valueOf((String) row[9]),
                ZoneId.of((String) row[10]),
                Sql.instant(row[11]),
                Sql.instant(row[12]),
                (String) row[13],
                (String) row[14],
                (String) row[15],
                Sql.optionalInteger(row[16]),
                Sql.optionalInteger(row[17]),
                Sql.instant(row[18]),
                Sql.number(row[19]),
                (String) row[20],
                Sql.optionalNumber(row[21]),
                Sql.optionalNumber(row[22]));
    }
}
