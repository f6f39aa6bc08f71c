package org.smeportal.online;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** Follow-up calls, as their SME and as programme managers see them. */
@Queries
public class CallQueries {

    private static final int MOST = 50;

    private static final String ROW = """
            select c.public_id, e.public_id as event, e.title, s.public_id as sme, s.name, s.zone as sme_zone,
                a.name as host, c.zone, c.starts_at, c.minutes, c.link, c.state, c.reason
            from follow_up_call c join event e on e.id = c.event_id join sme s on s.id = c.sme_id
                join account a on a.id = c.host_id
            """;

    private static final String NOT_OVER = " and timestampadd(minute, c.minutes, c.starts_at) > ?2";

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public CallQueries(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    public record Call(
            UUID id,
            UUID event,
            String title,
            UUID sme,
            String name,
            ZoneId smeZone,
            String host,
            ZoneId zone,
            Instant startsAt,
            int minutes,
            String link,
            CallState state,
            @Nullable String reason) {

        public Instant endsAt() {
            return startsAt.plusSeconds(60L * minutes);
        }
    }

    public Optional<Call> one(UUID id) {
        return list("where c.public_id = ?1", id.toString(), null).stream().findFirst();
    }

    /** Calls of an event that are not over, the next one first. */
    public List<Call> ofEvent(long eventId) {
        return list("where c.event_id = ?1 and c.state = 'BOOKED'" + NOT_OVER, eventId, null);
    }

    /** Calls of an SME about one event that are not over, cancelled ones too, so that they are not waited for. */
    public List<Call> own(long eventId, long smeId) {
        return list("where c.event_id = ?1 and c.sme_id = ?3" + NOT_OVER, eventId, smeId);
    }

    /** All calls that wait for an SME, the next one first. */
    public List<Call> coming(long smeId) {
        return list("where c.sme_id = ?1 and c.state = 'BOOKED'" + NOT_OVER, smeId, null);
    }

    private List<Call> list(String which, Object first, @Nullable Object second) {
        var query = entityManager
                .createNativeQuery(ROW + which + " order by c.starts_at, c.id limit " + MOST)
                .setParameter(1, first);
        if (which.contains(NOT_OVER)) {
            query.setParameter(2, Sql.parameter(clock.instant()));
        }
        if (second != null) {
            query.setParameter(3, second);
        }
        return Sql.rows(query)
                .map(row -> new Call(
                        Sql.uuid(row[0]),
                        Sql.uuid(row[1]),
                        (String) row[2],
                        Sql.uuid(row[3]),
                        (String) row[4],
                        ZoneId.of((String) row[5]),
                        (String) row[6],
                        ZoneId.of((String) row[7]),
                        Sql.instant(row[8]),
                        Sql.integer(row[9]),
                        (String) row[10],
                        CallState.valueOf((String) row[11]),
                        (String) row[12]))
                .toList();
    }
}
