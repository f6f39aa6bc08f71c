package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;

/** The workshops in which somebody has a seat and may write now. */
@Queries
public class WritingSeats {
    private final EntityManager entityManager;
    private final ProgrammeSettings settings;
    private final Clock clock;

    @Inject
    public WritingSeats(EntityManager entityManager, ProgrammeSettings settings, Clock clock) {
        this.entityManager = entityManager;
        this.settings = settings;
        this.clock = clock;
    }

    public record Seat(
            long sme,
            long eventId,
            UUID event,
            String title,
            long examId,
            String examCode,
            String examName,
            ZoneId zone,
            WritingTime time) {}

    /** The last to begin first. */
    public List<Seat> open(long accountId) {
        int days = settings.of(ProgrammeSetting.WRITE_DAYS);
        Instant now = clock.instant();
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select s.id as sme, e.id, e.public_id, e.title, x.id as exam, x.code, x.name, e.zone, e.starts_at,
                                    e.ends_at
                                from sme s join invitation i on i.sme_id = s.id and i.status = 'ACCEPTED'
                                    join event e on e.id = i.event_id join exam x on x.id = e.exam_id
                                where s.account_id = ?1 and e.kind = 'WORKSHOP'
                                    and e.status in ('PLANNED', 'INVITING', 'CONFIRMED', 'RUNNING', 'COMPLETED')
                                    and e.starts_at <= ?2 and e.ends_at > ?3 order by e.starts_at desc, e.id""")
                        .setParameter(1, accountId)
                        .setParameter(2, Sql.parameter(now))
                        .setParameter(3, Sql.parameter(now.minus(Duration.ofDays(days)))))
                .map(row -> new Seat(
                        Sql.number(row[0]),
                        Sql.number(row[1]),
                        Sql.uuid(row[2]),
                        (String) row[3],
                        Sql.number(row[4]),
                        (String) row[5],
                        (String) row[6],
                        ZoneId.of((String) row[7]),
                        WritingTime.of(Sql.instant(row[8]), Sql.instant(row[9]), days, null)))
                .toList();
    }

    /** Whether the workshop of an item goes on at this moment. */
    boolean isRunning(UUID item) {
        return Sql.number(entityManager
                        .createNativeQuery("""
                                select count(*) from item i join event e on e.id = i.event_id
                                where i.public_id = ?1 and e.starts_at <= ?2 and e.ends_at > ?2
                                    and e.status not in ('POSTPONED', 'CANCELLED')""")
                        .setParameter(1, item.toString())
                        .setParameter(2, Sql.parameter(clock.instant()))
                        .getSingleResult())
                > 0;
    }

    public Optional<Seat> open(long accountId, UUID event) {
        return open(accountId).stream()
                .filter(seat -> seat.event().equals(event))
                .findFirst();
    }
}
