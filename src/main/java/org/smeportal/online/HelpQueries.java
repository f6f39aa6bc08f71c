package org.smeportal.online;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
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

/** Calls for help, as their SME and as programme managers see them. */
@Queries
public class HelpQueries {

    private static final String FROM = """
            from help_request h join sme s on s.id = h.sme_id left join event_room r on r.id = h.room_id
                left join event_room p on p.id = h.help_room_id left join account t on t.id = h.taken_by
                left join account a on a.id = h.answered_by
            """;

    private static final String ROW = """
            select h.public_id, h.event_id, h.question, h.state, r.name as room, s.public_id as sme, s.name, s.zone,
                h.asked_at, t.name as taken_by, h.taken_at, a.name as answered_by, h.closed_at, h.answer,
                p.name as help_room, p.link, h.taken_by as taker
            """ + FROM;

    private static final int MOST_OWN = 20;

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public HelpQueries(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    public record Request(
            UUID id,
            long eventId,
            String question,
            HelpState state,
            @Nullable String room,
            UUID sme,
            String name,
            ZoneId zone,
            Instant askedAt,
            @Nullable String takenBy,
            @Nullable Instant takenAt,
            @Nullable String answeredBy,
            @Nullable Instant closedAt,
            @Nullable String answer,
            @Nullable String helpRoom,
            @Nullable String helpLink,
            @Nullable Long takerId) {}

    /** Which part of the queue is shown. */
    public enum Part {
        WAITING("h.state in ('OPEN', 'TAKEN')", "h.state, h.asked_at, h.id"),
        CLOSED("h.state in ('ANSWERED', 'SETTLED')", "h.closed_at desc, h.id desc");

        private final String condition;
        private final String order;

        Part(String condition, String order) {
            this.condition = condition;
            this.order = order;
        }
    }

    /** Those that nobody took first, the longest waiting first; what is closed, the last one first. */
    public Page<Request> queue(long eventId, Part part, PageRequest page) {
        long total = Sql.number(entityManager
                .createNativeQuery("select count(*) from help_request h where h.event_id = ?1 and " + part.condition)
                .setParameter(1, eventId)
                .getSingleResult());
        List<Request> rows = Sql.rows(entityManager
                        .createNativeQuery(ROW + "where h.event_id = ?1 and " + part.condition + " order by "
                                + part.order + " limit ?2 offset ?3")
                        .setParameter(1, eventId)
                        .setParameter(2, page.size())
                        .setParameter(3, page.offset()))
                .map(HelpQueries::request)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    public Map<HelpState, Integer> counts(long eventId) {
        Map<HelpState, Integer> counts = new EnumMap<>(HelpState.class);
        Sql.rows(entityManager
                        .createNativeQuery(
                                "select state, count(*) from help_request where event_id = ?1 group by state")
                        .setParameter(1, eventId))
                .forEach(row -> counts.put(HelpState.valueOf((String) row[0]), Sql.integer(row[1])));
        return counts;
    }

    public Optional<Request> one(UUID id) {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + "where h.public_id = ?1")
                        .setParameter(1, id.toString()))
                .map(HelpQueries::request)
                .findFirst();
    }

    /** What an SME asked at an event, the last one first. */
    public List<Request> own(long eventId, long smeId) {
        return Sql.rows(entityManager
                        .createNativeQuery(
                                ROW + "where h.event_id = ?1 and h.sme_id = ?2 order by h.asked_at desc, h.id desc"
                                        + " limit " + MOST_OWN)
                        .setParameter(1, eventId)
                        .setParameter(2, smeId))
                .map(HelpQueries::request)
                .toList();
    }

    /** Another text when the queue looks different: with each change, and with each minute that somebody waits. */
    public String version(long eventId) {
        Object[] row = (Object[])
                entityManager.createNativeQuery("""
                        select h.count, h.versions, h.waiting, c.count as calls, c.versions as call_versions
                        from (select count(*) as count, coalesce(sum(version), 0) as versions,
                                    coalesce(sum(state in ('OPEN', 'TAKEN')), 0) as waiting
                                from help_request where event_id = ?1) h,
                            (select count(*) as count, coalesce(sum(version), 0) as versions
                                from follow_up_call where event_id = ?1) c""").setParameter(1, eventId).getSingleResult();
        long minute = Sql.integer(row[2]) == 0 ? 0 : clock.instant().getEpochSecond() / 60;
        return Arrays.stream(row).map(String::valueOf).collect(Collectors.joining(".")) + "." + minute;
    }

    private static Request request(Object[] row) {
        return new Request(
                Sql.uuid(row[0]),
                Sql.number(row[1]),
                (String) row[2],
                HelpState.valueOf((String) row[3]),
                (String) row[4],
                Sql.uuid(row[5]),
                (String) row[6],
                ZoneId.of((String) row[7]),
                Sql.instant(row[8]),
                (String) row[9],
                Sql.optionalInstant(row[10]),
                (String) row[11],
                Sql.optionalInstant(row[12]),
                (String) row[13],
                (String) row[14],
                (String) row[15],
                Sql.optionalNumber(row[16]));
    }
}
