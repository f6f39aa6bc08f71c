package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** Who found what of which editorial change, stored once; the author of the item never gets the name. */
@Repository
public class EditorialDecisions {
    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    EditorialDecisions(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    /** {@code baseline} is the revision with which {@code revision} was compared. */
    public record Decision(int revision, int baseline, EditorialOutcome outcome, String by, Instant at) {}

    void add(Item item, int baseline, EditorialOutcome outcome) {
        entityManager
                .createNativeQuery("""
                        insert into editorial_decision (revision_id, baseline_id, outcome, account_id, decided_at)
                        select r.id, b.id, ?3, ?4, ?5 from item_revision r join item_revision b on b.item_id = r.item_id
                        where r.item_id = ?1 and r.number = ?2 and b.number = ?6""")
                .setParameter(1, item.id())
                .setParameter(2, item.revision())
                .setParameter(3, outcome.name())
                .setParameter(4, user.accountId())
                .setParameter(5, Sql.parameter(clock.instant()))
                .setParameter(6, baseline)
                .executeUpdate();
    }

    Optional<EditorialOutcome> of(long itemId, int revision) {
        Optional<?> outcome = entityManager
                .createNativeQuery("""
                        select d.outcome from editorial_decision d join item_revision r on r.id = d.revision_id
                        where r.item_id = ?1 and r.number = ?2""")
                .setParameter(1, itemId)
                .setParameter(2, revision)
                .getResultStream()
                .findFirst();
        return outcome.map(name -> EditorialOutcome.valueOf((String) name));
    }

    /** Of all revisions of an item, the last first. */
    public List<Decision> all(long itemId) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select r.number as revision, b.number, d.outcome, a.name, d.decided_at
                                from editorial_decision d join item_revision r on r.id = d.revision_id
                                    join item_revision b on b.id = d.baseline_id join account a on a.id = d.account_id
                                where r.item_id = ?1 order by d.id desc""").setParameter(1, itemId))
                .map(row -> new Decision(
                        Sql.integer(row[0]),
                        Sql.integer(row[1]),
                        EditorialOutcome.valueOf((String) row[2]),
                        (String) row[3],
                        Sql.instant(row[4])))
                .toList();
    }
}
