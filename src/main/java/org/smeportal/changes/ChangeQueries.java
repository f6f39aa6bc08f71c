package org.smeportal.changes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.Modality;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** Changes as programme managers see them. */
@Queries
public class ChangeQueries {

    private static final String ROW = """
            select c.public_id, c.kind, c.state, c.modality, c.reason, c.created_at, c.created_by, c.apply_at,
                c.settled_at, c.people, (select count(*) from event_change_part p where p.change_id = c.id) as events,
                c.id
            from event_change c
            """;

    private final EntityManager entityManager;

    @Inject
    public ChangeQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Row(
            UUID id,
            ChangeKind kind,
            ChangeState state,
            @Nullable Modality modality,
            @Nullable String reason,
            Instant createdAt,
            String createdBy,
            Instant appliesAt,
            @Nullable Instant settledAt,
            int people,
            int events) {

        /** The key of what happens, such as VIRTUAL or POSTPONE. */
        public String what() {
            return modality == null ? kind.name() : modality.name();
        }

        public boolean isWaiting() {
            return state == ChangeState.WAITING;
        }
    }

    /** An event of a change, with the reason why it was left out if it was. */
    public record PartRow(
            UUID event,
            String title,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            @Nullable String leftOut) {}

    public Page<Row> page(PageRequest page) {
        long total = Sql.number(entityManager
                .createNativeQuery("select count(*) from event_change")
                .getSingleResult());
        List<Row> rows = Sql.rows(entityManager
                        .createNativeQuery(ROW + "order by c.id desc limit ?1 offset ?2")
                        .setParameter(1, page.size())
                        .setParameter(2, page.offset()))
                .map(ChangeQueries::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    public Optional<Row> one(UUID id) {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + "where c.public_id = ?1")
                        .setParameter(1, id.toString()))
                .map(ChangeQueries::row)
                .findFirst();
    }

    /** The change that waits for this event, if there is one. */
    public Optional<Row> waiting(long eventId) {
        return Sql.rows(entityManager.createNativeQuery(ROW + """
                                join event_change_part w on w.change_id = c.id
                                where w.event_id = ?1 and c.state = 'WAITING' limit 1""").setParameter(1, eventId))
                .map(ChangeQueries::row)
                .findFirst();
    }

    public List<PartRow> parts(UUID id) {
        return Sql.rows(entityManager.createNativeQuery("""
                        select e.public_id, e.title, e.starts_at, e.ends_at, e.zone, p.left_out
                        from event_change c join event_change_part p on p.change_id = c.id
                            join event e on e.id = p.event_id
                        where c.public_id = ?1 order by e.starts_at, e.id""").setParameter(1, id.toString()))
                .map(row -> new PartRow(
                        Sql.uuid(row[0]),
                        (String) row[1],
                        Sql.instant(row[2]),
                        Sql.instant(row[3]),
                        ZoneId.of((String) row[4]),
                        (String) row[5]))
                .toList();
    }

    private static Row row(Object[] row) {
        return new Row(
                Sql.uuid(row[0]),
                ChangeKind.valueOf((String) row[1]),
                ChangeState.valueOf((String) row[2]),
                row[3] == null ? null : Modality.valueOf((String) row[3]),
                (String) row[4],
                Sql.instant(row[5]),
                (String) row[6],
                Sql.instant(row[7]),
                Sql.optionalInstant(row[8]),
                Sql.integer(row[9]),
                Sql.integer(row[10]));
    }
}
