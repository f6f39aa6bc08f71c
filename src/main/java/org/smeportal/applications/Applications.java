package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Violation;
import org.smeportal.security.CurrentUser;

/** All applications. */
@Repository
class Applications {
    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    Applications(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    void add(Application application) {
        entityManager.persist(application);
        entityManager.flush();
    }

    void remove(Application application) {
        entityManager.remove(application);
    }

    /** Writes what was changed, so that the version is the new one. */
    void flush() {
        entityManager.flush();
    }

    /** Does one of the verbs that change the state, and writes the move down. */
    void move(Application application, @Nullable String reason, Runnable verb) {
        move(application, reason, user.isSignedIn() ? user.getName() : application.name(), verb);
    }

    /** The same where the portal does later what somebody asked for. */
    void move(Application application, @Nullable String reason, String actor, Runnable verb) {
        ApplicationState before = application.state();
        verb.run();
        Violation.flush(entityManager, new Refused("applications.refused.twice"));
        if (application.state() != before) {
            entityManager.persist(
                    new ApplicationMove(application.id(), before, application.state(), clock.instant(), actor, reason));
        }
    }

    /** What a browser goes on with, nobody else until the transaction ends. */
    Optional<Application> draft(String hash) {
        return entityManager
                .createQuery("select a from Application a where a.draftHash = :hash", Application.class)
                .setParameter("hash", hash)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Nobody else changes it until the transaction ends. */
    Application locked(UUID publicId) {
        return entityManager
                .createQuery("select a from Application a where a.publicId = :id", Application.class)
                .setParameter("id", publicId.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The same by the id that a private link names. */
    Application locked(long id) {
        return lockedIfThere(id).orElseThrow(NotFound::new);
    }

    Optional<Application> lockedIfThere(long id) {
        return Optional.ofNullable(entityManager.find(Application.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The newest form that was sent for that address and is not confirmed. */
    Optional<Application> unconfirmed(String email) {
        return entityManager
                .createQuery(
                        "select a from Application a where a.email = :email and a.state = :state order by a.sentAt desc",
                        Application.class)
                .setParameter("email", email)
                .setParameter("state", ApplicationState.UNCONFIRMED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The one that counts for that address, else the newest that was sent for it. */
    Optional<Application> newest(String email) {
        return entityManager
                .createQuery("""
                        select a from Application a where a.email = :email and a.state <> :draft
                        order by case when a.liveKey is null then 1 else 0 end, a.id desc""", Application.class)
                .setParameter("email", email)
                .setParameter("draft", ApplicationState.DRAFT)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The one that counts for that address. */
    Optional<Application> live(String email) {
        return entityManager
                .createQuery("select a from Application a where a.liveKey = :email", Application.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }
}
