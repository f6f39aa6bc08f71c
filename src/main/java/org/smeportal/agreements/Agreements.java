package org.smeportal.agreements;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Violation;
import org.smeportal.security.CurrentUser;

/** All versions of the agreement, and who accepted them. */
@Repository
class Agreements {
    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    Agreements(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    /** The next version; there is one draft at a time. */
    Agreement add(Wording wording) {
        long last = Sql.number(entityManager
                .createNativeQuery("select coalesce(max(number), 0) from agreement")
                .getSingleResult());
        Agreement draft = new Agreement((int) last + 1, wording, user.getName(), clock.instant());
        entityManager.persist(draft);
        Violation.flush(entityManager, new Refused("agreements.refused.draft"));
        return draft;
    }

    void remove(Agreement draft) {
        entityManager.remove(draft);
    }

    Agreement locked(UUID publicId) {
        return entityManager
                .createQuery("select a from Agreement a where a.publicId = :id", Agreement.class)
                .setParameter("id", publicId.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    Optional<Agreement> inForce() {
        return entityManager
                .createQuery("select a from Agreement a where a.state = :state order by a.number desc", Agreement.class)
                .setParameter("state", AgreementState.PUBLISHED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The first time counts; accepting again adds nothing. */
    void accept(Agreement agreement, String address) {
        entityManager
                .createNativeQuery("""
                        insert into agreement_acceptance (agreement_id, account_id, accepted_at, address, text_sha256)
                        values (?1, ?2, ?3, ?4, ?5) on duplicate key update account_id = ?2""")
                .setParameter(1, agreement.id())
                .setParameter(2, user.accountId())
                .setParameter(3, Sql.parameter(clock.instant()))
                .setParameter(4, address)
                .setParameter(5, agreement.textHash())
                .executeUpdate();
    }
}
