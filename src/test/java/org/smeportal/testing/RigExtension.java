package org.smeportal.testing;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import org.eclipse.microprofile.health.Readiness;

/** Leaves out of the rig what only a server has: page beans, timers, health checks, start-up work, container resources. */
public class RigExtension implements Extension {

    void choose(@Observes ProcessAnnotatedType<?> type) {
        Class<?> bean = type.getAnnotatedType().getJavaClass();
        if (!bean.getName().startsWith("org.smeportal.")
                || bean == RigResources.class
                || RigTransactions.class.isAssignableFrom(bean)) {
            return;
        }
        String name = bean.getPackageName();
        if (name.endsWith(".web") || name.contains(".boot") || isOfTheServer(bean) || !isBean(bean)) {
            type.veto();
        }
    }

    private static boolean isOfTheServer(Class<?> bean) {
        return bean.getSimpleName().equals("ContainerResources")
                || bean.getSimpleName().equals("Migration")
                || bean.isAnnotationPresent(Readiness.class)
                || Arrays.stream(bean.getAnnotations())
                        .anyMatch(a -> a.annotationType().getName().startsWith("jakarta.ejb."));
    }

    /** The same rule as {@code bean-discovery-mode="annotated"}. */
    private static boolean isBean(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(a -> a == Dependent.class
                        || a == Singleton.class
                        || a == Interceptor.class
                        || a.isAnnotationPresent(NormalScope.class)
                        || a.isAnnotationPresent(Stereotype.class));
    }
}
