package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Violation;

/** All publications with their parts. */
@Repository
class Publications {
    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    Publications(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    void add(Publication publication, List<Application> applications) {
        entityManager.persist(publication);
        entityManager.flush();
        for (Application application : applications) {
            Decision decision = application.decision();
            if (decision != null) {
                entityManager.persist(new PublicationPart(publication.id(), application.id(), decision));
            }
        }
        Violation.flush(entityManager, new Refused("applications.refused.twice"));
    }

    Publication locked(UUID publicId) {
        return entityManager
                .createQuery("select p from Publication p where p.publicId = :id", Publication.class)
                .setParameter("id", publicId.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** In the order in which everybody locks their applications. */
    List<PublicationPart> parts(Publication publication) {
        return entityManager
                .createQuery(
                        "select p from PublicationPart p where p.publicationId = :id order by p.applicationId",
                        PublicationPart.class)
                .setParameter("id", publication.id())
                .getResultList();
    }

    boolean isWaiting(long applicationId) {
        return !entityManager
                .createNativeQuery("select id from application_publication_part where waiting_key = ?1")
                .setParameter(1, applicationId)
                .getResultList()
                .isEmpty();
    }

    List<UUID> due() {
        return ((List<?>) entityManager
                        .createNativeQuery("select public_id from application_publication where state = 'WAITING'"
                                + " and apply_at <= ?1 order by apply_at, id limit 20")
                        .setParameter(1, Sql.parameter(clock.instant()))
                        .getResultList())
                .stream().map(Sql::uuid).toList();
    }
}
