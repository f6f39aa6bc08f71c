package org.smeportal.venues;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.UUID;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/** All venues with their rooms. */
@Repository
class Venues {

    private final EntityManager entityManager;

    @Inject
    Venues(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(Venue venue) {
        entityManager.persist(venue);
        flush("venues.refused.known");
    }

    /** Locked until the transaction ends, so that two planners change a venue one after the other. */
    Venue locked(UUID publicId) {
        return entityManager
                .createQuery("select v from Venue v where v.publicId = :id", Venue.class)
                .setParameter("id", publicId.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    List<VenueRoom> rooms(Venue venue) {
        return entityManager
                .createQuery("select r from VenueRoom r where r.venueId = :venue", VenueRoom.class)
                .setParameter("venue", venue.id())
                .getResultList();
    }

    void add(VenueRoom room) {
        entityManager.persist(room);
    }

    void remove(VenueRoom room) {
        entityManager.remove(room);
    }

    void remove(Venue venue) {
        rooms(venue).forEach(entityManager::remove);
        entityManager.remove(venue);
        flush("venues.refused.used");
    }

    /** A change of rooms alone is a new version too, so that a second planner is told of it. */
    void countChange(Venue venue) {
        entityManager.lock(venue, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    List<Long> usedRooms(Venue venue) {
        return Sql.numbers(entityManager
                .createNativeQuery("select distinct room_id from event where venue_id = ?1 and room_id is not null")
                .setParameter(1, venue.id()));
    }

    boolean isUsed(Venue venue) {
        return !entityManager
                .createNativeQuery("select 1 from event where venue_id = ?1 limit 1")
                .setParameter(1, venue.id())
                .getResultList()
                .isEmpty();
    }

    /** What a constraint of the schema refuses, because somebody else was first, is told by this sentence. */
    void flush(String refusal) {
        try {
            entityManager.flush();
        } catch (PersistenceException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof java.sql.SQLIntegrityConstraintViolationException) {
                    throw new Refused(refusal);
                }
            }
            throw e;
        }
    }
}
