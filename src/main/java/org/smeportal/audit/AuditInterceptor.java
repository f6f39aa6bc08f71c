package org.smeportal.audit;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.platform.Act;
import org.smeportal.security.Caller;
import org.smeportal.security.CurrentUser;

/** Writes the audit entry of an act into the act's own transaction: what rolled back was never done. */
@Act
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class AuditInterceptor {

    private static final Caller UNNAMED = new Caller(null, "(not named)", ZoneOffset.UTC, Set.of());

    private final EntityManager entityManager;
    private final CurrentUser user;
    private final AuditNote note;
    private final Clock clock;

    @Inject
    AuditInterceptor(EntityManager entityManager, CurrentUser user, AuditNote note, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.note = note;
        this.clock = clock;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext act) throws Exception {
        note.begin();
        Object result;
        @Nullable String changes;
        try {
            result = act.proceed();
        } finally {
            changes = note.end();
        }
        Class<?> useCase = act.getMethod().getDeclaringClass();
        if (useCase.isAnnotationPresent(Unaudited.class)) {
            return result;
        }
        Object[] arguments = act.getParameters();
        Object first = arguments.length == 0 ? null : arguments[0];
        Object about = isSubject(first) ? first : result;
        String subject = null;
        String detail = null;
        if (about instanceof AuditedCommand command) {
            subject = command.auditSubject();
            detail = command.auditDetail();
        } else if (about != null && isSubject(about)) {
            subject = about.toString();
        }
        String name = useCase.getSimpleName() + "." + act.getMethod().getName();
        Caller caller = useCase.isAnnotationPresent(Unnamed.class) ? UNNAMED : user.caller();
        entityManager.persist(new AuditEntry(clock.instant(), caller, name, subject, detail, changes));
        return result;
    }

    /** What makes something, or goes by a secret link, answers with what it was about. */
    private static boolean isSubject(@Nullable Object value) {
        return value instanceof AuditedCommand || value instanceof Long || value instanceof UUID;
    }
}
