package org.smeportal.changes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/** All changes with their parts. */
@Repository
class Changes {

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    Changes(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    void add(EventChange planned, ChangeEvents.Change change) {
        entityManager.persist(planned);
        entityManager.flush();
        change.parts()
                .forEach(part -> entityManager.persist(new EventChangePart(planned.id(), part, change.modality())));
    }

    EventChange locked(UUID publicId) {
        return entityManager
                .createQuery("select c from EventChange c where c.publicId = :id", EventChange.class)
                .setParameter("id", publicId.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** In the order of their events, in which everybody locks them. */
    List<EventChangePart> parts(EventChange change) {
        return entityManager
                .createQuery(
                        "select p from EventChangePart p where p.changeId = :change order by p.eventId",
                        EventChangePart.class)
                .setParameter("change", change.id())
                .getResultList();
    }

    List<UUID> due() {
        Instant now = clock.instant();
        return ((List<?>) entityManager
                        .createNativeQuery("select public_id from event_change where state = 'WAITING'"
                                + " and apply_at <= ?1 order by apply_at, id limit 20")
                        .setParameter(1, Sql.parameter(now))
                        .getResultList())
                .stream().map(Sql::uuid).toList();
    }
}
