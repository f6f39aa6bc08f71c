package org.smeportal.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Forbidden;
import org.smeportal.platform.Act;

/** Lets an act begin only when the current user has its permission; an act that names none is denied. */
@Act
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class PermissionInterceptor {

    private final CurrentUser user;

    @Inject
    PermissionInterceptor(CurrentUser user) {
        this.user = user;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext act) throws Exception {
        Method method = act.getMethod();
        Requires requires = find(method, Requires.class);
        boolean permitted = requires == null ? find(method, Anonymous.class) != null : user.may(requires.value());
        if (!permitted) {
            throw new Forbidden(method.getDeclaringClass().getSimpleName() + "." + method.getName());
        }
        return act.proceed();
    }

    private static <A extends Annotation> @Nullable A find(Method method, Class<A> type) {
        A onMethod = method.getAnnotation(type);
        return onMethod != null ? onMethod : method.getDeclaringClass().getAnnotation(type);
    }
}
