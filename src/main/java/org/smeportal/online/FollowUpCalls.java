package org.smeportal.online;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/** All follow-up calls. */
@Repository
class FollowUpCalls {

    private final EntityManager entityManager;

    @Inject
    FollowUpCalls(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(FollowUpCall call) {
        entityManager.persist(call);
        entityManager.flush();
    }

    FollowUpCall locked(UUID publicId) {
        return entityManager
                .createQuery("select c from FollowUpCall c where c.publicId = :id", FollowUpCall.class)
                .setParameter("id", publicId.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    boolean isBooked(long hostId, UUID formKey) {
        return Sql.number(entityManager
                        .createNativeQuery("select count(*) from follow_up_call where host_id = ?1 and form_key = ?2")
                        .setParameter(1, hostId)
                        .setParameter(2, formKey.toString())
                        .getSingleResult())
                > 0;
    }
}
