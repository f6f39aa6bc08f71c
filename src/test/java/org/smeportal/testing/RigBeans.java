package org.smeportal.testing;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.File;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.Readiness;
import org.smeportal.kernel.Refused;

/**
 * The beans of the rig, found once a JVM. Left out is what only a server has: page beans, timers, health checks, start-up
 * work, container resources.
 */
final class RigBeans {
    static final Class<?>[] ALL = Stream.of(Refused.class, Rig.class)
            .flatMap(RigBeans::classesBeside)
            .filter(RigBeans::isOfTheRig)
            .toArray(Class<?>[]::new);

    private RigBeans() {}

    private static boolean isOfTheRig(Class<?> type) {
        if (type == RigResources.class || RigTransactions.class.isAssignableFrom(type)) {
            return true;
        }
        String name = type.getPackageName();
        return !name.endsWith(".web") && !name.contains(".boot") && isBean(type) && !isOfTheServer(type);
    }

    private static boolean isOfTheServer(Class<?> type) {
        return type.getSimpleName().equals("ContainerResources")
                || type.getSimpleName().equals("Migration")
                || type.isAnnotationPresent(Readiness.class)
                || Arrays.stream(type.getAnnotations())
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

    /** All classes of the portal in the folder (main or test) that the given one was loaded from. */
    private static Stream<Class<?>> classesBeside(Class<?> one) {
        try {
            Path folder = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.walk(folder.resolve("org/smeportal"))) {
                return files
                        .map(file -> folder.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                        .map(file -> file.substring(0, file.length() - ".class".length())
                                .replace(File.separatorChar, '.'))
                        .toList()
                        .stream()
                        .map(RigBeans::load);
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RigBeans.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
