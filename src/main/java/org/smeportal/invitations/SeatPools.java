package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.Modality;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/**
 * The seats of an event and modality as numbers of one row (R3.6): capacity, taken, waiting, next ticket. Everybody locks
 * the row before an invitation's, so that nobody overtakes and nobody waits in a circle.
 */
@Repository
class SeatPools {

    private final EntityManager entityManager;

    @Inject
    SeatPools(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    record Pool(long id, int capacity, int taken, int waiting, int nextTicket) {
        boolean hasFreeSeat() {
            return taken < capacity;
        }

        boolean givesSeatAtOnce() {
            return hasFreeSeat() && waiting == 0;
        }
    }

    /** The pools of an event by modality, all locked until the transaction ends, always in the same order. */
    List<Long> lockOf(long eventId) {
        entityManager.flush();
        return Sql.numbers(entityManager
                .createNativeQuery("select id from seat_pool where event_id = ?1 order by id for update")
                .setParameter(1, eventId));
    }

    @Nullable
    Long find(long eventId, Modality modality) {
        List<?> ids = entityManager
                .createNativeQuery("select id from seat_pool where event_id = ?1 and modality = ?2")
                .setParameter(1, eventId)
                .setParameter(2, modality.name())
                .getResultList();
        return ids.isEmpty() ? null : Sql.number(ids.get(0));
    }

    Pool read(long id) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("select id, capacity, taken, waiting, next_ticket from seat_pool where id = ?1")
                .setParameter(1, id)
                .getSingleResult();
        return new Pool(
                Sql.number(row[0]), Sql.integer(row[1]), Sql.integer(row[2]), Sql.integer(row[3]), Sql.integer(row[4]));
    }

    /** The same seats for another modality: who has one keeps it. False when more are taken than it would have. */
    boolean become(long id, Modality modality, int capacity) {
        return entityManager
                        .createNativeQuery(
                                "update seat_pool set modality = ?1, capacity = ?2 where id = ?3 and taken <= ?2")
                        .setParameter(1, modality.name())
                        .setParameter(2, capacity)
                        .setParameter(3, id)
                        .executeUpdate()
                == 1;
    }

    long add(long eventId, Modality modality, int capacity) {
        entityManager
                .createNativeQuery("insert into seat_pool (event_id, modality, capacity) values (?1, ?2, ?3)")
                .setParameter(1, eventId)
                .setParameter(2, modality.name())
                .setParameter(3, capacity)
                .executeUpdate();
        Long id = find(eventId, modality);
        if (id == null) {
            throw new IllegalStateException("a pool that was added is not there");
        }
        return id;
    }

    /** What the counters are after all of another pool came over; that one is gone. */
    boolean takeIn(long id, long other, int capacity, int taken, int waiting, int nextTicket) {
        entityManager.flush();
        int changed = entityManager
                .createNativeQuery("update seat_pool set capacity = ?1, taken = ?2, waiting = ?3, next_ticket = ?4"
                        + " where id = ?5 and ?2 <= ?1")
                .setParameter(1, capacity)
                .setParameter(2, taken)
                .setParameter(3, waiting)
                .setParameter(4, nextTicket)
                .setParameter(5, id)
                .executeUpdate();
        if (changed == 1) {
            update("delete from seat_pool where id = ?1", other);
        }
        return changed == 1;
    }

    /** Takes a free seat, unless somebody waits for it already. */
    boolean takeSeat(long id) {
        return update("update seat_pool set taken = taken + 1 where id = ?1 and taken < capacity and waiting = 0", id)
                == 1;
    }

    /** Takes a free seat for the first in the queue, who leaves it. */
    boolean takeSeatFromQueue(long id) {
        return update(
                        "update seat_pool set taken = taken + 1, waiting = waiting - 1"
                                + " where id = ?1 and taken < capacity and waiting > 0",
                        id)
                == 1;
    }

    void freeSeat(long id) {
        update("update seat_pool set taken = taken - 1 where id = ?1", id);
    }

    /** The next number of the queue. */
    int drawTicket(long id) {
        int ticket = Sql.integer(entityManager
                .createNativeQuery("select next_ticket from seat_pool where id = ?1")
                .setParameter(1, id)
                .getSingleResult());
        update("update seat_pool set waiting = waiting + 1, next_ticket = next_ticket + 1 where id = ?1", id);
        return ticket;
    }

    void leaveQueue(long id) {
        update("update seat_pool set waiting = waiting - 1 where id = ?1", id);
    }

    /** The invitation with the lowest number in the queue. */
    @Nullable
    Long firstInQueue(long id) {
        return first(
                "select id from invitation where seat_pool_id = ?1 and status = 'WAITLISTED' order by ticket limit 1",
                id);
    }

    /** The SME of a following wave who is called when a seat frees and nobody waits. */
    @Nullable
    Long firstStandby(long eventId) {
        return first(
                "select id from invitation where event_id = ?1 and status = 'QUEUED' and standby = true"
                        + " order by wave, id limit 1",
                eventId);
    }

    private @Nullable Long first(String sql, long parameter) {
        entityManager.flush();
        List<?> ids =
                entityManager.createNativeQuery(sql).setParameter(1, parameter).getResultList();
        return ids.isEmpty() ? null : Sql.number(ids.get(0));
    }

    private int update(String sql, long id) {
        return entityManager.createNativeQuery(sql).setParameter(1, id).executeUpdate();
    }
}
