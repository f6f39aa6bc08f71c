package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/**
 * Yes or no about who wrote an item, and nothing else (R6.1): its author, and editors who revised it in the author's place. No
 * answer may enter a record that a page shows. Beside it only the author's own reads and acts know the table.
 */
@Repository
public class AuthorGuard {
    /** A condition on {@code item_view v}: whoever looked did not write the item, or did so like anybody else: in a group, or named to revise it. */
    static final String VIEWER_IS_NOT_AUTHOR = """
            (v.kind in ('REVIEW', 'REVISE') or not exists (select 1 from item_author own join sme writer on writer.id = own.sme_id
                where own.item_id = v.item_id and writer.account_id = v.account_id))""";

    /** A condition on {@code item i}: the account of the first parameter did not write it. */
    public static final String NOT_WRITTEN_BY_1 = """
            not exists (select 1 from item_author own join sme writer on writer.id = own.sme_id
                where own.item_id = i.id and writer.account_id = ?1)
            and not exists (select 1 from item_editor revising where revising.item_id = i.id and revising.account_id = ?1)
            """;

    private final EntityManager entityManager;

    @Inject
    public AuthorGuard(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Whoever wrote an item decides nothing about it. */
    public boolean mayDecide(long itemId, long accountId) {
        return !wrote(itemId, accountId);
    }

    /** Whoever wrote an item does not sit it. */
    public boolean maySit(long itemId, long accountId) {
        return !wrote(itemId, accountId);
    }

    /** Whoever wrote an item is not counted among its reviewers. */
    public boolean mayBeCounted(long itemId, long accountId) {
        return !wrote(itemId, accountId);
    }

    private boolean wrote(long itemId, long accountId) {
        return Sql.truth(entityManager
                .createNativeQuery("""
                                select exists (select 1 from item_author a join sme s on s.id = a.sme_id
                                        where a.item_id = ?1 and s.account_id = ?2)
                                    or exists (select 1 from item_editor e where e.item_id = ?1 and e.account_id = ?2)""")
                .setParameter(1, itemId)
                .setParameter(2, accountId)
                .getSingleResult());
    }

    void begunBy(long itemId, long smeId) {
        entityManager
                .createNativeQuery("insert into item_author (item_id, sme_id) values (?1, ?2)")
                .setParameter(1, itemId)
                .setParameter(2, smeId)
                .executeUpdate();
    }

    /** How many items somebody began in a workshop. */
    long begun(long eventId, long smeId) {
        return Sql.number(entityManager
                .createNativeQuery("""
                        select count(*) from item_author a join item i on i.id = a.item_id
                        where i.event_id = ?1 and a.sme_id = ?2""")
                .setParameter(1, eventId)
                .setParameter(2, smeId)
                .getSingleResult());
    }
}
