package org.smeportal.profiles;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Violation;

/** All qualifications. */
@Repository
class Qualifications {
    static final int MOST = 50;

    private final EntityManager entityManager;

    @Inject
    Qualifications(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** One exam passed on one day is one qualification. */
    void add(Qualification qualification) {
        long told = entityManager
                .createQuery("select count(q) from Qualification q where q.smeId = :sme", Long.class)
                .setParameter("sme", qualification.smeId())
                .getSingleResult();
        if (told >= MOST) {
            throw new Refused("profiles.refused.many", MOST);
        }
        entityManager.persist(qualification);
        Violation.flush(entityManager, new Refused("profiles.refused.known"));
    }

    void remove(Qualification qualification) {
        entityManager.remove(qualification);
    }

    Qualification locked(UUID publicId) {
        return entityManager
                .createQuery("select q from Qualification q where q.publicId = :id", Qualification.class)
                .setParameter("id", publicId.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
