package org.smeportal.badges;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/** All awards and the rules they are given by. */
@Repository
class Awards {

    private final EntityManager entityManager;

    @Inject
    Awards(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<BadgeRule> rules() {
        return Sql.rows(entityManager.createNativeQuery("select id, name, required, kinds from badge order by id"))
                .map(row -> new BadgeRule(
                        Sql.number(row[0]), (String) row[1], Sql.integer(row[2]), BadgeRule.kinds((String) row[3])))
                .toList();
    }

    void add(Award award) {
        entityManager.persist(award);
        entityManager.flush();
    }

    Award locked(UUID publicId) {
        return entityManager
                .createQuery("select a from Award a where a.publicId = :id", Award.class)
                .setParameter("id", publicId.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    Optional<Award> active(long badgeId, long smeId) {
        return entityManager
                .createQuery("select a from Award a where a.activeKey = :key", Award.class)
                .setParameter("key", Award.activeKey(badgeId, smeId))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Who of those with a result at the event, or with a seat there, holds the badge already. */
    Set<Long> holders(long badgeId, long eventId) {
        return new HashSet<>(Sql.numbers(
                entityManager.createNativeQuery("""
                        select a.sme_id from award a where a.badge_id = ?1 and a.state = 'ACTIVE'
                            and a.sme_id in (select sme_id from attendance_entry where event_id = ?2
                                union select sme_id from invitation where event_id = ?2 and holds_seat = true)""").setParameter(1, badgeId).setParameter(2, eventId)));
    }

    boolean holds(long badgeId, long smeId) {
        return heldRule(badgeId, smeId).isPresent();
    }

    /** The rule by which the SME holds the badge now. */
    Optional<BadgeRule> heldRule(long badgeId, long smeId) {
        return entityManager
                .createQuery("select a from Award a where a.activeKey = :key", Award.class)
                .setParameter("key", Award.activeKey(badgeId, smeId))
                .getResultStream()
                .findFirst()
                .map(Award::rule);
    }
}
