package org.smeportal.feedback;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.smeportal.platform.Repository;

/** All feedback. */
@Repository
class Feedbacks {

    private final EntityManager entityManager;

    @Inject
    Feedbacks(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(Feedback feedback) {
        entityManager.persist(feedback);
        entityManager.flush();
    }

    /** Holds the SME until the transaction ends, so that the same form sent twice at once becomes one answer. */
    Optional<Feedback> locked(long eventId, long smeId) {
        entityManager
                .createNativeQuery("select id from sme where id = ?1 for update")
                .setParameter(1, smeId)
                .getResultList();
        return entityManager
                .createQuery("select f from Feedback f where f.eventId = :event and f.smeId = :sme", Feedback.class)
                .setParameter("event", eventId)
                .setParameter("sme", smeId)
                .getResultStream()
                .findFirst();
    }
}
