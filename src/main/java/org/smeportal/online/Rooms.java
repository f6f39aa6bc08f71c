package org.smeportal.online;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/** The rooms of all events, and who sits in which group. */
@Repository
class Rooms {

    private final EntityManager entityManager;

    @Inject
    Rooms(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(Room room) {
        entityManager.persist(room);
        entityManager.flush();
    }

    void remove(Room room) {
        entityManager.remove(room);
        entityManager.flush();
    }

    Optional<Room> locked(long eventId, UUID publicId) {
        return entityManager
                .createQuery("select r from Room r where r.eventId = :event and r.publicId = :id", Room.class)
                .setParameter("event", eventId)
                .setParameter("id", publicId.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    List<Room> of(long eventId) {
        return entityManager
                .createQuery("select r from Room r where r.eventId = :event order by r.id", Room.class)
                .setParameter("event", eventId)
                .getResultList();
    }

    /** Asked of the database, whose comparison the unique key uses. */
    boolean isNameTaken(long eventId, String name, @Nullable Long except) {
        return Sql.number(entityManager
                        .createNativeQuery(
                                "select count(*) from event_room where event_id = ?1 and name = ?2 and id <> ?3")
                        .setParameter(1, eventId)
                        .setParameter(2, name)
                        .setParameter(3, except == null ? 0 : except)
                        .getSingleResult())
                > 0;
    }

    /** The group of each SME with a seat; 0 for who has none. */
    Map<Long, Long> groups(long eventId) {
        Map<Long, Long> groups = new HashMap<>();
        Sql.rows(entityManager.createNativeQuery("""
                        select i.sme_id, coalesce(g.room_id, 0) from invitation i
                            left join event_group_member g on g.event_id = i.event_id and g.sme_id = i.sme_id
                        where i.event_id = ?1 and i.status = 'ACCEPTED'""").setParameter(1, eventId))
                .forEach(row -> groups.put(Sql.number(row[0]), Sql.number(row[1])));
        return groups;
    }

    /** The room of each of these SMEs from now on; room 0 is none. Two statements, however many they are. */
    void seat(long eventId, Map<Long, Long> rooms) {
        if (rooms.isEmpty()) {
            return;
        }
        String people = rooms.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        entityManager
                .createNativeQuery("delete from event_group_member where event_id = ?1 and sme_id in (" + people + ")")
                .setParameter(1, eventId)
                .executeUpdate();
        String seats = rooms.entrySet().stream()
                .filter(seat -> seat.getValue() != 0)
                .map(seat -> "(" + eventId + "," + seat.getKey() + "," + seat.getValue() + ")")
                .collect(Collectors.joining(","));
        if (!seats.isEmpty()) {
            entityManager
                    .createNativeQuery("insert into event_group_member (event_id, sme_id, room_id) values " + seats)
                    .executeUpdate();
        }
    }

    /** A room that is no group any more has no members. */
    void empty(long roomId) {
        entityManager
                .createNativeQuery("delete from event_group_member where room_id = ?1")
                .setParameter(1, roomId)
                .executeUpdate();
    }
}
