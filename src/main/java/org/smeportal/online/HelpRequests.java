package org.smeportal.online;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/** All calls for help. */
@Repository
class HelpRequests {

    private final EntityManager entityManager;

    @Inject
    HelpRequests(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(HelpRequest request) {
        entityManager.persist(request);
        entityManager.flush();
    }

    HelpRequest locked(UUID publicId) {
        return find(publicId).orElseThrow(NotFound::new);
    }

    Optional<HelpRequest> find(UUID publicId) {
        return entityManager
                .createQuery("select r from HelpRequest r where r.publicId = :id", HelpRequest.class)
                .setParameter("id", publicId.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Holds the seat until the transaction ends, so that one person's acts come one after the other; false without one. */
    boolean lockSeat(long eventId, long smeId) {
        return !Sql.numbers(entityManager
                        .createNativeQuery("""
                                select id from invitation
                                where event_id = ?1 and sme_id = ?2 and status = 'ACCEPTED' for update""")
                        .setParameter(1, eventId)
                        .setParameter(2, smeId))
                .isEmpty();
    }

    boolean isAsked(long smeId, UUID formKey) {
        return count("sme_id = ?1 and form_key = ?2", smeId, formKey.toString()) > 0;
    }

    long waiting(long eventId, long smeId) {
        return count("event_id = ?1 and sme_id = ?2 and state in ('OPEN', 'TAKEN')", eventId, smeId);
    }

    private long count(String which, Object first, Object second) {
        return Sql.number(entityManager
                .createNativeQuery("select count(*) from help_request where " + which)
                .setParameter(1, first)
                .setParameter(2, second)
                .getSingleResult());
    }
}
