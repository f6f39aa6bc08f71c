package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.smeportal.events.Conflict;
import org.smeportal.events.ConflictKind;
import org.smeportal.events.EventHours;
import org.smeportal.events.EventPlan;
import org.smeportal.events.PanelConflicts;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** What speaks against a time for SMEs (R2.5): other events, days away, the hours of their own day. */
@Queries
public class PanelConflictQueries implements PanelConflicts {

    private static final String RUNNING = "('QUEUED', 'SENT', 'ACCEPTED', 'TENTATIVE', 'WAITLISTED', 'OFFERED')";
    private static final int FIRST_FREE = 5;

    /** Whose days are looked at: a condition on {@code s}, with its parameters from the first free number on. */
    private record Whom(String condition, List<?> parameters) {

        static Whom panel(long eventId) {
            return new Whom(
                    "exists (select 1 from invitation i where i.event_id = ?" + FIRST_FREE
                            + " and i.sme_id = s.id and i.status in " + RUNNING + ")",
                    List.of(eventId));
        }

        static Whom among(Collection<UUID> smes) {
            String marks = IntStream.range(FIRST_FREE, FIRST_FREE + smes.size())
                    .mapToObj(number -> "?" + number)
                    .collect(Collectors.joining(", "));
            return new Whom(
                    "s.public_id in (" + marks + ")",
                    smes.stream().map(UUID::toString).toList());
        }

        Query in(Query query) {
            for (int i = 0; i < parameters.size(); i++) {
                query.setParameter(FIRST_FREE + i, parameters.get(i));
            }
            return query;
        }
    }

    private final EntityManager entityManager;

    @Inject
    public PanelConflictQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public List<Conflict> of(long eventId, EventHours hours) {
        List<Conflict> all = new ArrayList<>(unsocial(eventId, hours));
        all.addAll(busy(eventId, hours, Whom.panel(eventId)));
        all.addAll(away(hours, Whom.panel(eventId)));
        return all;
    }

    /** For each of these SMEs who is not free then, the strongest reason. */
    public Map<UUID, Conflict> ofCandidates(long eventId, EventHours hours, Collection<UUID> smes) {
        if (smes.isEmpty()) {
            return Map.of();
        }
        List<Conflict> all = new ArrayList<>(busy(eventId, hours, Whom.among(smes)));
        all.addAll(away(hours, Whom.among(smes)));
        Map<UUID, Conflict> first = new HashMap<>();
        all.forEach(conflict -> first.putIfAbsent(conflict.sme(), conflict));
        return first;
    }

    /** Those with a seat first. */
    private List<Conflict> busy(long eventId, EventHours hours, Whom whom) {
        Query query = entityManager
                .createNativeQuery("""
                        select s.public_id as sme_public_id, s.name, o.status, e.public_id, e.title, e.starts_at,
                            e.ends_at, e.zone
                        from sme s join invitation o on o.sme_id = s.id join event e on e.id = o.event_id
                        where e.id <> ?1 and e.status in ('PLANNED', 'INVITING', 'CONFIRMED', 'RUNNING')
                            and e.starts_at > ?2 and e.starts_at < ?3 and e.ends_at > ?4 and o.status in %s and %s
                        order by s.name, s.id, e.starts_at, e.id""".formatted(RUNNING, whom.condition()))
                .setParameter(1, eventId)
                .setParameter(2, Sql.parameter(hours.startsAt().minus(Duration.ofDays(EventPlan.MOST_DAYS + 1L))))
                .setParameter(3, Sql.parameter(hours.endsAt()))
                .setParameter(4, Sql.parameter(hours.startsAt()));
        return Sql.rows(whom.in(query))
                .map(row -> Conflict.ofSme(
                        InvitationStatus.valueOf((String) row[2]).holdsSeat()
                                ? ConflictKind.SEATED
                                : ConflictKind.INVITED,
                        (String) row[1],
                        Sql.uuid(row[0]),
                        new Conflict.Other(
                                Sql.uuid(row[3]),
                                (String) row[4],
                                Sql.instant(row[5]),
                                Sql.instant(row[6]),
                                ZoneId.of((String) row[7]))))
                .filter(conflict ->
                        conflict.event() != null && conflict.event().hours().overlaps(hours))
                .sorted(Comparator.comparing(Conflict::kind))
                .toList();
    }

    /** Days away are days of the SME's own calendar (R2.3), so that the last word is spoken in their zone. */
    private List<Conflict> away(EventHours hours, Whom whom) {
        Query query = entityManager
                .createNativeQuery("""
                        select s.public_id, s.name, s.zone, b.first_day, b.last_day
                        from sme s join sme_blackout b on b.sme_id = s.id
                        where b.first_day <= ?1 and b.last_day >= ?2 and %s order by s.name, s.id""".formatted(whom.condition()))
                .setParameter(
                        1, LocalDate.ofInstant(hours.endsAt(), ZoneOffset.UTC).plusDays(1))
                .setParameter(
                        2, LocalDate.ofInstant(hours.startsAt(), ZoneOffset.UTC).minusDays(1));
        Map<UUID, Conflict> away = new LinkedHashMap<>();
        Sql.rows(whom.in(query))
                .filter(row -> isAway(hours, ZoneId.of((String) row[2]), Sql.date(row[3]), Sql.date(row[4])))
                .forEach(row -> away.put(
                        Sql.uuid(row[0]), Conflict.ofSme(ConflictKind.AWAY, (String) row[1], Sql.uuid(row[0]), null)));
        return List.copyOf(away.values());
    }

    static boolean isAway(EventHours hours, ZoneId zone, LocalDate first, LocalDate last) {
        return hours.spans().stream()
                .anyMatch(span -> !LocalDate.ofInstant(span.start(), zone).isAfter(last)
                        && !LocalDate.ofInstant(span.end().minusNanos(1), zone).isBefore(first));
    }

    private List<Conflict> unsocial(long eventId, EventHours hours) {
        int all = 0;
        int outside = 0;
        List<Object[]> zones = Sql.rows(entityManager
                        .createNativeQuery("select s.zone, count(*) from invitation i join sme s on s.id = i.sme_id"
                                + " where i.event_id = ?1 and i.status in " + RUNNING + " group by s.zone")
                        .setParameter(1, eventId))
                .toList();
        for (Object[] row : zones) {
            ZoneId zone = ZoneId.of((String) row[0]);
            all += Sql.integer(row[1]);
            if (hours.spans().stream().anyMatch(span -> new LocalHours(span.start(), span.end()).unsocialIn(zone))) {
                outside += Sql.integer(row[1]);
            }
        }
        return outside > 0 && 2 * outside >= all
                ? List.of(Conflict.ofNumbers(ConflictKind.HOURS, "", outside, all))
                : List.of();
    }
}
