package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** Who answered what for the events to come, over all of them: what the numbers of a programme manager's home count. */
@Queries
public class ComingAnswers {

    private static final String COMING = """
            from event e join invitation i on i.event_id = e.id join sme s on s.id = i.sme_id
            where e.ends_at > ?1 and e.status not in ('CANCELLED', 'POSTPONED') and i.status in (?2, ?3)
            """;

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public ComingAnswers(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    public record Row(
            UUID event,
            String title,
            ZoneId zone,
            Instant startsAt,
            Instant endsAt,
            String name,
            InvitationStatus status,
            @Nullable Instant answeredAt) {}

    /** By event, the next one first. */
    public Page<Row> page(AnswerGroup group, PageRequest page) {
        long total = Sql.number(of(group, "select count(*) " + COMING).getSingleResult());
        List<Row> rows = Sql.rows(
                        of(group, """
                        select e.public_id, e.title, e.zone, e.starts_at, e.ends_at, s.name, i.status, i.answered_at
                        """ + COMING + " order by e.starts_at, e.id, s.name, i.id limit ?4 offset ?5")
                                .setParameter(4, page.size())
                                .setParameter(5, page.offset()))
                .map(row -> new Row(
                        Sql.uuid(row[0]),
                        (String) row[1],
                        ZoneId.of((String) row[2]),
                        Sql.instant(row[3]),
                        Sql.instant(row[4]),
                        (String) row[5],
                        InvitationStatus.valueOf((String) row[6]),
                        Sql.optionalInstant(row[7])))
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    private Query of(AnswerGroup group, String sql) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, Sql.parameter(clock.instant()))
                .setParameter(2, group.one().name())
                .setParameter(3, group.other().name());
    }
}
