package org.smeportal.platform;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Repeats an act whose transaction the database gave up: deadlock (1213), lock wait (1205), record changed (1020). It
 * stands outside of the transaction, so the whole of it runs again.
 */
@Act
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
class RepeatAfterDeadlock {

    private static final int MOST = 8;
    private static final Set<Integer> GIVEN_UP = Set.of(1213, 1205, 1020);
    private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

    @AroundInvoke
    @Nullable
    Object around(InvocationContext act) throws Exception {
        if (INSIDE.get()) {
            return act.proceed();
        }
        INSIDE.set(true);
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return act.proceed();
                } catch (RuntimeException e) {
                    if (attempt == MOST || !givenUp(e)) {
                        throw e;
                    }
                }
            }
        } finally {
            INSIDE.remove();
        }
    }

    private static boolean givenUp(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && GIVEN_UP.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
