package org.smeportal.audit;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.platform.Act;
import org.smeportal.security.CurrentUser;

/** Writes the audit entry of an act into the act's own transaction: what rolled back was never done. */
@Act
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class AuditInterceptor {

    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    AuditInterceptor(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext act) throws Exception {
        Object result = act.proceed();
        Object[] arguments = act.getParameters();
        Object first = arguments.length == 0 ? null : arguments[0];
        String subject = null;
        String detail = null;
        if (first instanceof AuditedCommand command) {
            subject = command.auditSubject();
            detail = command.auditDetail();
        } else if (first instanceof Long || first instanceof UUID) {
            subject = first.toString();
        }
        String name = act.getMethod().getDeclaringClass().getSimpleName() + "."
                + act.getMethod().getName();
        entityManager.persist(
                new AuditEntry(clock.instant(), user.caller(), name, cut(subject, 80), cut(detail, 1000)));
        return result;
    }

    private static @Nullable String cut(@Nullable String value, int most) {
        return value == null || value.length() <= most ? value : value.substring(0, most);
    }
}
