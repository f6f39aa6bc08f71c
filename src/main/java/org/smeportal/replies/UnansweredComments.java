package org.smeportal.replies;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.smeportal.items.OpenReplies;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.reviews.PastReviews;

/** Of the last review of an item: comments that the group did not settle itself are for the author. */
@Queries
public class UnansweredComments implements OpenReplies {
    private final EntityManager entityManager;

    @Inject
    public UnansweredComments(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public Asked of(UUID item) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select count(c.id), coalesce(sum(c.blocking and c.answer is null), 0), n.revision
                                from item i join review_entry n on n.id =
                                """ + PastReviews.LAST + """
                                     left join review_comment c on c.entry_id = n.id and c.resolution is null
                                where i.public_id = ?1 and i.status = 'REVISION' group by n.id, n.revision""")
                        .setParameter(1, item.toString()))
                .findFirst()
                .map(row -> new Asked(Sql.integer(row[0]), Sql.integer(row[1]), Sql.integer(row[2])))
                .orElse(Asked.NOTHING);
    }
}
