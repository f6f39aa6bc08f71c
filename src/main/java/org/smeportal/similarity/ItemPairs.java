package org.smeportal.similarity;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;
import org.smeportal.wording.ItemBox;

/** Decisions about pairs. The reason is sealed like the items, because it may quote them (R9.4). */
@Repository
class ItemPairs {
    private final EntityManager entityManager;
    private final ItemBox box;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    ItemPairs(EntityManager entityManager, ItemBox box, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.box = box;
        this.user = user;
        this.clock = clock;
    }

    void decide(Side one, Side other, PairDecision decision, @Nullable String reason) {
        Side low = one.id() < other.id() ? one : other;
        Side high = one.id() < other.id() ? other : one;
        String sealed = reason == null ? null : box.seal(context(low, high), reason);
        entityManager
                .createNativeQuery("""
                        insert into item_pair (item_low, item_high, decision, revision_low, revision_high, reason, decided_at,
                            decided_by) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        on duplicate key update decision = ?3, revision_low = ?4, revision_high = ?5, reason = ?6,
                            decided_at = ?7, decided_by = ?8""")
                .setParameter(1, low.id())
                .setParameter(2, high.id())
                .setParameter(3, decision.name())
                .setParameter(4, low.revision())
                .setParameter(5, high.revision())
                .setParameter(6, sealed)
                .setParameter(7, Sql.parameter(clock.instant()))
                .setParameter(8, user.accountId())
                .executeUpdate();
    }

    /** Answers whether there was a decision to take back. */
    boolean takeBack(Side one, Side other) {
        return entityManager
                        .createNativeQuery("delete from item_pair where item_low = ?1 and item_high = ?2")
                        .setParameter(1, Math.min(one.id(), other.id()))
                        .setParameter(2, Math.max(one.id(), other.id()))
                        .executeUpdate()
                > 0;
    }

    Optional<Decided> of(Side one, Side other) {
        Side low = one.id() < other.id() ? one : other;
        Side high = one.id() < other.id() ? other : one;
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select p.decision, p.reason, p.decided_at, a.name, p.revision_low, p.revision_high
                                from item_pair p join account a on a.id = p.decided_by
                                where p.item_low = ?1 and p.item_high = ?2""")
                        .setParameter(1, low.id())
                        .setParameter(2, high.id()))
                .findFirst()
                .map(row -> {
                    PairDecision decision = PairDecision.valueOf((String) row[0]);
                    boolean same = Sql.integer(row[4]) == low.revision() && Sql.integer(row[5]) == high.revision();
                    return new Decided(
                            decision,
                            row[1] == null ? null : open(low, high, (String) row[1]),
                            Sql.instant(row[2]),
                            (String) row[3],
                            same || decision == PairDecision.ENEMIES);
                });
    }

    private String open(Side low, Side high, String sealed) {
        return box.open(context(low, high), sealed);
    }

    private static String context(Side low, Side high) {
        return "pair:" + low.publicId() + ":" + high.publicId();
    }
}
