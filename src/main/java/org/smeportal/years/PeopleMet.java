package org.smeportal.years;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.smeportal.invitations.KnownMembers;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/**
 * Whom an SME has met (R8.1): who was at the same events. Everybody counts; named is only who allows members to see them
 * (R1.5).
 */
@Queries
public class PeopleMet implements KnownMembers {

    /** Both were there, in full or in part. */
    private static final String TOGETHER = """
            attendance_result mine
                join attendance_result other on other.event_id = mine.event_id and other.sme_id <> mine.sme_id
                    and other.result in ('ATTENDED', 'PARTIAL')
                join event e on e.id = mine.event_id and e.status = 'COMPLETED'
                join sme s on s.id = other.sme_id
            where mine.sme_id = ?1 and mine.result in ('ATTENDED', 'PARTIAL')
            """;

    private final EntityManager entityManager;

    @Inject
    public PeopleMet(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** How many people, from how many countries. */
    public record Count(int people, int countries) {}

    /** Somebody met, with the events of both, the last one first. */
    public record Met(String name, String country, int together, List<Shared> events) {}

    public record Shared(String title, Instant startsAt, ZoneId zone) {}

    /** Those met, {@code hidden} of whom do not allow to be named. */
    public record People(Count all, int hidden, Page<Met> named) {}

    private record Row(long id, String name, String country, int together) {}

    Count at(long smeId, Collection<Long> eventIds) {
        if (eventIds.isEmpty()) {
            return new Count(0, 0);
        }
        Object[] row = (Object[]) entityManager
                .createNativeQuery("select count(distinct s.id), count(distinct s.country) from " + TOGETHER
                        + "and mine.event_id in (" + list(eventIds) + ")")
                .setParameter(1, smeId)
                .getSingleResult();
        return new Count(Sql.integer(row[0]), Sql.integer(row[1]));
    }

    /** Who was met most often first. */
    public People page(long smeId, String search, PageRequest page) {
        Object[] counts = (Object[]) searched("""
                        select count(distinct s.id), count(distinct s.country),
                            count(distinct case when s.visible_to_members = false then s.id end),
                            count(distinct case when s.visible_to_members = true
                                and (?2 = '' or s.name like ?2 escape '!') then s.id end)
                        from
                        """ + TOGETHER, smeId, search).getSingleResult();
        List<Row> rows = Sql.rows(searched(
                                "select s.id, s.name, s.country, count(*) as together from " + TOGETHER + """
                                and s.visible_to_members = true and (?2 = '' or s.name like ?2 escape '!')
                                group by s.id, s.name, s.country order by together desc, s.name, s.id
                                limit ?3 offset ?4""",
                                smeId,
                                search)
                        .setParameter(3, page.size())
                        .setParameter(4, page.offset()))
                .map(row -> new Row(Sql.number(row[0]), (String) row[1], (String) row[2], Sql.integer(row[3])))
                .toList();
        Map<Long, List<Shared>> events =
                events(smeId, rows.stream().map(Row::id).toList());
        List<Met> named = rows.stream()
                .map(row ->
                        new Met(row.name(), row.country(), row.together(), events.getOrDefault(row.id(), List.of())))
                .toList();
        return new People(
                new Count(Sql.integer(counts[0]), Sql.integer(counts[1])),
                Sql.integer(counts[2]),
                new Page<>(named, Sql.integer(counts[3]), page.number(), page.size()));
    }

    @Override
    public List<String> known(long eventId, long smeId) {
        return ((List<?>) entityManager
                        .createNativeQuery("""
                                select s.name from invitation i join sme s on s.id = i.sme_id
                                where i.event_id = ?2 and i.sme_id <> ?1 and i.status = 'ACCEPTED'
                                    and s.visible_to_members = true
                                    and s.id in (select other.sme_id from
                                """ + TOGETHER + ") order by s.name, s.id limit 50")
                        .setParameter(1, smeId)
                        .setParameter(2, eventId)
                        .getResultList())
                .stream().map(String.class::cast).toList();
    }

    private Map<Long, List<Shared>> events(long smeId, List<Long> people) {
        Map<Long, List<Shared>> events = new HashMap<>();
        if (!people.isEmpty()) {
            Sql.rows(entityManager
                            .createNativeQuery("select s.id, e.title, e.starts_at, e.zone from " + TOGETHER
                                    + "and other.sme_id in (" + list(people) + ") order by e.starts_at desc, e.id desc")
                            .setParameter(1, smeId))
                    .forEach(row -> events.computeIfAbsent(Sql.number(row[0]), id -> new ArrayList<>())
                            .add(new Shared((String) row[1], Sql.instant(row[2]), ZoneId.of((String) row[3]))));
        }
        return events;
    }

    private Query searched(String sql, long smeId, String search) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, smeId)
                .setParameter(2, search.isBlank() ? "" : Sql.contains(search));
    }

    static String list(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
