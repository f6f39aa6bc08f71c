package org.smeportal.events;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Violation;

/** All events with their agenda and seats. */
@Repository
class Events {

    private final EntityManager entityManager;

    @Inject
    Events(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(Event event) {
        entityManager.persist(event);
        entityManager.flush();
    }

    Event byPublicId(UUID publicId) {
        return entityManager
                .createQuery("select e from Event e where e.publicId = :id", Event.class)
                .setParameter("id", publicId.toString())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** A change of seats or agenda alone is a new version too, so that a second planner is told of it. */
    void countChange(Event event) {
        entityManager.lock(event, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** Locked until the transaction ends, so that two closings come one after the other. */
    Event locked(long id) {
        Event event = entityManager.find(Event.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (event == null) {
            throw new NotFound();
        }
        return event;
    }

    /** Sessions that stay as they are keep their row, and with it what is known of them, such as attendance. */
    void replaceAgenda(Event event, Agenda agenda) {
        List<Agenda.Entry> fresh = new ArrayList<>(agenda.entries());
        for (EventSession session : sessions(event)) {
            if (!fresh.remove(session.entry())) {
                remove(session);
            }
        }
        fresh.forEach(entry -> entityManager.persist(new EventSession(event.id(), entry)));
    }

    /** The database says whether somebody was ticked off in it: the ledger points to the session. */
    private void remove(EventSession session) {
        try {
            entityManager
                    .createQuery("delete from EventSession s where s.id = :id")
                    .setParameter("id", session.id())
                    .executeUpdate();
        } catch (PersistenceException e) {
            throw Violation.isOfReference(e)
                    ? new Refused("events.refused.sessionInUse", session.entry().title())
                    : e;
        }
    }

    List<EventSession> sessions(Event event) {
        return entityManager
                .createQuery("select s from EventSession s where s.eventId = :event order by s.id", EventSession.class)
                .setParameter("event", event.id())
                .getResultList();
    }

    /** Moves the agenda along with the event, as the clocks on the wall show it; its sessions have to fit then. */
    void shiftAgenda(Event event, ZoneId before, Duration by) {
        sessions(event).forEach(session -> session.move(before, by, event.zone()));
        entityManager.flush();
        Object outside = entityManager
                .createNativeQuery(
                        "select min(title) from event_session where event_id = ?1 and (starts_at < ?2 or ends_at > ?3)")
                .setParameter(1, event.id())
                .setParameter(2, Sql.parameter(event.startsAt()))
                .setParameter(3, Sql.parameter(event.endsAt()))
                .getSingleResult();
        if (outside != null) {
            throw new Refused("events.refused.agendaOutside", outside);
        }
    }

    void addPools(Event event, EventPlan plan) {
        for (Modality modality : new Modality[] {Modality.IN_PERSON, Modality.VIRTUAL}) {
            if (plan.modality() == Modality.HYBRID || plan.modality() == modality) {
                entityManager.persist(new SeatPool(event.id(), modality, plan.seats(modality)));
            }
        }
    }

    void replacePools(Event event, EventPlan plan) {
        entityManager
                .createQuery("delete from SeatPool p where p.eventId = :event")
                .setParameter("event", event.id())
                .executeUpdate();
        addPools(event, plan);
    }

    /** Never below the seats taken: one conditional statement decides. */
    boolean changeCapacity(long pool, int capacity) {
        return entityManager
                        .createNativeQuery("update seat_pool set capacity = ?1 where id = ?2 and taken <= ?1")
                        .setParameter(1, capacity)
                        .setParameter(2, pool)
                        .executeUpdate()
                == 1;
    }
}
