package org.smeportal.testing;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;
import org.smeportal.platform.PortalConfig;
import org.smeportal.security.Caller;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Role;

/**
 * The portal without its server: the same classes, wired by the same CDI (Weld SE), on a real MariaDB, with a story
 * clock. Faces views and what only a server has are left out; transactions are those of one JDBC connection.
 */
public final class Rig implements AutoCloseable {

    public static final String SECRET = "test:dGVzdC1vbmx5LXNlY3JldC0zMi1ieXRlcy1sb25nLSE=";
    private static final String URL_OPTIONS = "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
            + "&rewriteBatchedStatements=true&sendFractionalSeconds=true"
            + "&sessionVariables=transaction_isolation='READ-COMMITTED'";

    private final EntityManagerFactory factory;
    private final SeContainer container;
    private final StoryClock clock;
    private final Statements statements = new Statements();
    private final AtomicInteger programmes = new AtomicInteger();

    private Rig(String url, String user, String password, StoryClock clock, PortalConfig config) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        properties.put("jakarta.persistence.jtaDataSource", "");
        properties.put("jakarta.persistence.nonJtaDataSource", "");
        properties.put("jakarta.persistence.jdbc.driver", "com.mysql.cj.jdbc.Driver");
        properties.put("jakarta.persistence.jdbc.url", url + (url.contains("?") ? "&" : "?") + URL_OPTIONS);
        properties.put("jakarta.persistence.jdbc.user", user);
        properties.put("jakarta.persistence.jdbc.password", password);
        properties.put("eclipselink.target-server", "None");
        properties.put("eclipselink.weaving", "false");
        properties.put("eclipselink.connection-pool.default.max", "64");
        properties.put("eclipselink.session-name", "rig-" + System.identityHashCode(this));
        this.clock = clock;
        factory = Persistence.createEntityManagerFactory("portal", properties);
        factory.unwrap(ServerSession.class).getEventManager().addListener(statements);
        RigResources.use(new RigResources.Parts(factory, clock, config));
        container = new Weld()
                .disableDiscovery()
                .setBeanDiscoveryMode(BeanDiscoveryMode.ALL)
                .addBeanClasses(RigBeans.ALL)
                .initialize();
    }

    /** A rig on a fresh, migrated database of its own. */
    public static Rig start() {
        return start(Instant.parse("2020-02-03T09:00:00Z"));
    }

    public static Rig start(Instant now) {
        return start(now, config(Duration.ofSeconds(60)));
    }

    public static Rig start(Instant now, PortalConfig config) {
        EmbeddedDatabase.Connection database = EmbeddedDatabase.fresh();
        return on(database.url(), database.user(), database.password(), new StoryClock(now), config);
    }

    public static Rig on(String url, String user, String password, StoryClock clock, PortalConfig config) {
        return new Rig(url, user, password, clock, config);
    }

    public static PortalConfig config(Duration undoWindow) {
        return config(undoWindow, PortalConfig.NO_SMTP, false);
    }

    public static PortalConfig config(Duration undoWindow, String smtpUrl, boolean demo) {
        return new PortalConfig(
                URI.create("https://portal.example.org"),
                SECRET,
                smtpUrl,
                Optional.empty(),
                undoWindow,
                Duration.ofMinutes(5),
                Optional.empty(),
                List.of(),
                !demo,
                demo);
    }

    public <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    /** The number of a programme in this database, from 1 on: what has to be unique carries it. */
    public int nextProgramme() {
        return programmes.incrementAndGet();
    }

    public StoryClock clock() {
        return clock;
    }

    public Statements statements() {
        return statements;
    }

    /** Acts as somebody, within a request of their own. */
    public <T> T as(Caller caller, Callable<T> act) {
        RequestContextController request = get(RequestContextController.class);
        boolean opened = request.activate();
        CurrentUser user = get(CurrentUser.class);
        Caller before = user.caller();
        try {
            user.become(caller);
            return act.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            user.become(before);
            if (opened) {
                request.deactivate();
            }
        }
    }

    public void as(Caller caller, Runnable act) {
        as(caller, () -> {
            act.run();
            return null;
        });
    }

    /** The same act by several people at the same moment, each in a thread of their own. */
    public static <T> List<T> atOnce(int people, Callable<T> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                running.add(threads.submit(() -> {
                    go.await();
                    return act.call();
                }));
            }
            go.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    public static Caller caller(long accountId, String name, String zone, Role... roles) {
        return new Caller(accountId, name, ZoneId.of(zone), Set.of(roles));
    }

    public int update(String sql, Object... parameters) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            var query = em.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            int count = query.executeUpdate();
            em.getTransaction().commit();
            return count;
        } finally {
            em.close();
        }
    }

    public List<?> rows(String sql, Object... parameters) {
        EntityManager em = factory.createEntityManager();
        try {
            var query = em.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.getResultList();
        } finally {
            em.close();
        }
    }

    public long count(String sql, Object... parameters) {
        return ((Number) rows(sql, parameters).get(0)).longValue();
    }

    @Override
    public void close() {
        container.close();
        factory.close();
    }
}
