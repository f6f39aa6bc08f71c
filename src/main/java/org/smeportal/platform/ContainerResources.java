package org.smeportal.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the server brings, made injectable: the entity manager, the clock, the configuration. */
@ApplicationScoped
class ContainerResources {

    @Produces
    @PersistenceContext(unitName = "portal")
    private EntityManager entityManager;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Produces
    @Singleton
    PortalConfig config() {
        return PortalConfig.from(ConfigProvider.getConfig());
    }
}
