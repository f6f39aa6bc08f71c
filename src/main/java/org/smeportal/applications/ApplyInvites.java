package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Repository;

/** All invitations to apply. */
@Repository
class ApplyInvites {
    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    ApplyInvites(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    void add(ApplyInvite invite) {
        entityManager.persist(invite);
        entityManager.flush();
    }

    ApplyInvite get(UUID publicId) {
        return entityManager
                .createQuery("select i from ApplyInvite i where i.publicId = :id", ApplyInvite.class)
                .setParameter("id", publicId.toString())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The one whose link is good now. */
    Optional<ApplyInvite> open(long id, String nonce) {
        return entityManager
                .createQuery("""
                        select i from ApplyInvite i
                        where i.id = :id and i.nonce = :nonce and i.revokedAt is null and i.expiresAt > :now""", ApplyInvite.class)
                .setParameter("id", id)
                .setParameter("nonce", nonce)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
    }

    /** Of these addresses, those that belong to members or have an application that counts. */
    List<String> known(List<String> emails) {
        String marks = String.join(",", Collections.nCopies(emails.size(), "?"));
        Query query = entityManager.createNativeQuery("select email from sme where email in (" + marks
                + ") union select email from account where email in (" + marks
                + ") union select live_key from application where live_key in (" + marks + ") order by 1");
        for (int at = 0; at < 3 * emails.size(); at++) {
            query.setParameter(at + 1, emails.get(at % emails.size()));
        }
        return ((List<?>) query.getResultList())
                .stream().map(String.class::cast).toList();
    }
}
