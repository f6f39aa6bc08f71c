package org.smeportal.audit;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.BackgroundStep;
import org.smeportal.security.CurrentUser;

/** Refusals that the trail keeps, in a transaction of their own, since that of the act is rolled back. */
@BackgroundStep
public class RefusedActs {
    /** How the name of an act ends that was tried and not done. */
    public static final String REFUSED = " refused";

    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public RefusedActs(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    public void note(String act, @Nullable String subject, @Nullable String detail) {
        entityManager.persist(new AuditEntry(clock.instant(), user.caller(), act + REFUSED, subject, detail, null));
    }
}
