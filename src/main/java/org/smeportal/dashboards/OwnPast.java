package org.smeportal.dashboards;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.smeportal.attendance.AttendanceResult;
import org.smeportal.events.EventKind;
import org.smeportal.events.Modality;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** What an SME took part in (R8.1): each event with the result that its attendance was closed with. */
@Queries
public class OwnPast {
    private final EntityManager entityManager;

    @Inject
    public OwnPast(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Attended(
            UUID event,
            String title,
            EventKind kind,
            Modality modality,
            ZoneId zone,
            Instant startsAt,
            Instant endsAt,
            AttendanceResult result,
            int minutes) {}

    /** The latest first. */
    public List<Attended> of(long smeId, int most) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select e.public_id, e.title, e.kind, e.modality, e.zone, e.starts_at, e.ends_at, r.result, r.minutes
                                from attendance_result r join event e on e.id = r.event_id
                                where r.sme_id = ?1 order by e.starts_at desc, e.id desc limit ?2""")
                        .setParameter(1, smeId)
                        .setParameter(2, most))
                .map(row -> new Attended(
                        Sql.uuid(row[0]),
                        (String) row[1],
                        EventKind.valueOf((String) row[2]),
                        Modality.valueOf((String) row[3]),
                        ZoneId.of((String) row[4]),
                        Sql.instant(row[5]),
                        Sql.instant(row[6]),
                        AttendanceResult.valueOf((String) row[7]),
                        Sql.integer(row[8])))
                .toList();
    }
}
