package org.smeportal.events;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.smeportal.platform.BackgroundStep;

/** A confirmed event runs from its first minute on (R2.2). */
@BackgroundStep
public class EventClock {

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public EventClock(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    public void tick() {
        entityManager
                .createQuery("select e from Event e where e.status = :confirmed and e.startsAt <= :now", Event.class)
                .setParameter("confirmed", EventStatus.CONFIRMED)
                .setParameter("now", clock.instant())
                .getResultList()
                .forEach(event -> event.start(clock.instant()));
    }
}
