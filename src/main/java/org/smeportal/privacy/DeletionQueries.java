package org.smeportal.privacy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.smeportal.notifications.Confidential;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** What a deletion would do, in figures; a programme manager sees them too. */
@Queries
public class DeletionQueries {
    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public DeletionQueries(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** {@code seats} are given back, {@code open} invitations end, {@code mails} do not leave; the others stay without a name. */
    public record Consequences(int seats, int open, int mails, int attended, int tasks, int feedback, int badges) {}

    public Consequences of(Person person) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("""
                        select
                            (select count(*) from invitation i join event e on e.id = i.event_id
                                where i.sme_id = ?1 and i.status in ('ACCEPTED', 'OFFERED')
                                  and e.status not in ('COMPLETED', 'CANCELLED')
                                  and (e.starts_at > ?2 or e.status = 'POSTPONED')) as seats,
                            (select count(*) from invitation i join event e on e.id = i.event_id
                                where i.sme_id = ?1 and i.status in ('QUEUED', 'SENT', 'TENTATIVE', 'WAITLISTED')
                                  and e.status not in ('COMPLETED', 'CANCELLED')
                                  and (e.starts_at > ?2 or e.status = 'POSTPONED')) as open_ones,
                            (select count(*) from outbox_message where recipient in (?3, ?4) and state = 'QUEUED'
                                and %s) as mails,
                            (select count(*) from attendance_result where sme_id = ?1 and result in ('ATTENDED', 'PARTIAL')) as attended,
                            (select count(*) from sme_task where sme_id = ?1 and state = 'DONE') as tasks,
                            (select count(*) from feedback where sme_id = ?1) as feedback,
                            (select count(*) from award where sme_id = ?1) as badges""".formatted(Confidential.NOT_CONFIDENTIAL))
                .setParameter(1, person.sme())
                .setParameter(2, Sql.parameter(clock.instant()))
                .setParameter(3, person.email())
                .setParameter(4, person.accountEmail())
                .getSingleResult();
        return new Consequences(
                Sql.integer(row[0]),
                Sql.integer(row[1]),
                Sql.integer(row[2]),
                Sql.integer(row[3]),
                Sql.integer(row[4]),
                Sql.integer(row[5]),
                Sql.integer(row[6]));
    }
}
