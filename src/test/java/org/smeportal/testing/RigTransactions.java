package org.smeportal.testing;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.smeportal.platform.BackgroundStep;

/** {@code @Transactional} outside of a server: one entity manager and one local transaction a thread. */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class RigTransactions {

    static final class Current {
        private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

        EntityManager entityManager() {
            return current.get();
        }
    }

    @Inject
    private RigResources resources;

    @Inject
    private Current current;

    @AroundInvoke
    Object around(InvocationContext act) throws Exception {
        EntityManager outer = current.entityManager();
        boolean own = outer == null || act.getMethod().getDeclaringClass().isAnnotationPresent(BackgroundStep.class);
        if (!own) {
            return act.proceed();
        }
        EntityManager em = resources.factory().createEntityManager();
        current.current.set(em);
        try {
            em.getTransaction().begin();
            Object result = act.proceed();
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
            current.current.set(outer);
        }
    }
}
