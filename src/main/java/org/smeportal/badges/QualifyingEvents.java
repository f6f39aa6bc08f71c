package org.smeportal.badges;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The events that count for a badge: completed, of its kinds, attended; in the order of their ends (R4.3). */
@Queries
class QualifyingEvents {

    private final EntityManager entityManager;

    @Inject
    QualifyingEvents(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    record Qualifying(long smeId, long eventId, UUID publicId, String title, Instant endsAt, ZoneId zone) {

        /** The day on which the event ended there. */
        LocalDate lastDay() {
            return endsAt.atZone(zone).toLocalDate();
        }
    }

    List<Qualifying> of(BadgeRule rule, long smeId) {
        return list(rule, "= ?2", smeId);
    }

    /** Of everybody who has a result or a seat at the event, by SME. */
    Map<Long, List<Qualifying>> ofEveryone(BadgeRule rule, long eventId) {
        Map<Long, List<Qualifying>> bySme = new HashMap<>();
        list(rule, """
                in (select sme_id from attendance_entry where event_id = ?2
                    union select sme_id from invitation where event_id = ?2 and holds_seat = true)""", eventId)
                .forEach(event -> bySme.computeIfAbsent(event.smeId(), sme -> new ArrayList<>())
                        .add(event));
        return bySme;
    }

    private List<Qualifying> list(BadgeRule rule, String smes, long parameter) {
        String kinds =
                rule.kinds().stream().map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(","));
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select r.sme_id, e.id, e.public_id, e.title, e.ends_at, e.zone
                                from attendance_result r join event e on e.id = r.event_id
                                where r.result = 'ATTENDED' and e.status = 'COMPLETED' and e.kind in (%s)
                                    and not exists (select 1 from award a where a.sme_id = r.sme_id
                                            and a.badge_id = ?1 and a.revoked_by_hand = true
                                            and a.revoked_at >= e.ends_at)
                                    and r.sme_id %s
                                order by r.sme_id, e.ends_at, e.id""".formatted(kinds, smes))
                        .setParameter(1, rule.badgeId())
                        .setParameter(2, parameter))
                .map(row -> new Qualifying(
                        Sql.number(row[0]),
                        Sql.number(row[1]),
                        Sql.uuid(row[2]),
                        (String) row[3],
                        Sql.instant(row[4]),
                        ZoneId.of((String) row[5])))
                .toList();
    }
}
