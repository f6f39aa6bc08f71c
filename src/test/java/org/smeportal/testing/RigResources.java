package org.smeportal.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import org.smeportal.platform.PortalConfig;

/** What the rig gives instead of the container: an entity manager that joins the thread's transaction, clock, settings. */
@ApplicationScoped
class RigResources {

    record Parts(EntityManagerFactory factory, StoryClock clock, PortalConfig config) {}

    private static final ThreadLocal<Parts> STARTING = new ThreadLocal<>();

    private Parts parts;

    static void use(Parts parts) {
        STARTING.set(parts);
    }

    @jakarta.annotation.PostConstruct
    void take() {
        parts = STARTING.get();
    }

    void onStart(
            @jakarta.enterprise.event.Observes @jakarta.enterprise.context.Initialized(ApplicationScoped.class)
                    Object start) {
        // being observed makes this bean exist while the starting thread still knows the parts
    }

    EntityManagerFactory factory() {
        return parts.factory();
    }

    @Produces
    @Singleton
    EntityManager entityManager(RigTransactions.Current current) {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
                    EntityManager target = current.entityManager();
                    try {
                        return method.invoke(target == null ? parts.factory().createEntityManager() : target, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Produces
    @Singleton
    RigTransactions.Current current() {
        return new RigTransactions.Current();
    }

    @Produces
    @Singleton
    Clock clock() {
        return parts.clock();
    }

    @Produces
    @Singleton
    PortalConfig config() {
        return parts.config();
    }
}
