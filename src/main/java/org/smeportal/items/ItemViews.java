package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** The access record (R9.3): who saw the text of which item, when. */
@Repository
public class ItemViews {
    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public ItemViews(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    public enum ViewKind {
        /** Its author, at the desk or afterwards: never in the report, which would tell who wrote it. */
        WRITE,
        READ,
        PRINT,
        /** Beside another item that is like it. */
        COMPARE,
        /** In the review of a group: each member, whoever wrote it, so that nobody is missing in the report. */
        REVIEW,
        /** By an editor in its author's place: in the report whoever it is, the author too, so that nobody is missing. */
        REVISE
    }

    /** Once a session of a group, whose screens ask again at each change. */
    public void recordReview(long itemId, int revision, Instant opened) {
        boolean known = Sql.number(entityManager
                        .createNativeQuery("""
                                select count(*) from item_view where account_id = ?1 and item_id = ?2 and revision = ?3
                                    and kind = 'REVIEW' and at >= ?4""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, itemId)
                        .setParameter(3, revision)
                        .setParameter(4, Sql.parameter(opened))
                        .getSingleResult())
                > 0;
        if (!known) {
            record(itemId, revision, ViewKind.REVIEW);
        }
    }

    public void record(long itemId, int revision, ViewKind kind) {
        entityManager
                .createNativeQuery(
                        "insert into item_view (item_id, revision, account_id, kind, at) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, itemId)
                .setParameter(2, revision)
                .setParameter(3, user.accountId())
                .setParameter(4, kind.name())
                .setParameter(5, Sql.parameter(clock.instant()))
                .executeUpdate();
    }
}
