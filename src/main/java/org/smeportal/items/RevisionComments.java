package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.wording.ItemBox;

/** What is said about revisions; sealed like the texts themselves. */
@Repository
public class RevisionComments {
    private final EntityManager entityManager;
    private final ItemBox box;
    private final Clock clock;

    @Inject
    RevisionComments(EntityManager entityManager, ItemBox box, Clock clock) {
        this.entityManager = entityManager;
        this.box = box;
        this.clock = clock;
    }

    static String context(UUID comment) {
        return "comment:" + comment;
    }

    void add(Item item, CommentKind kind, String text) {
        UUID comment = UUID.randomUUID();
        entityManager
                .createNativeQuery("""
                        insert into revision_comment (public_id, revision_id, kind, text, at)
                        select ?1, r.id, ?2, ?3, ?4 from item_revision r where r.item_id = ?5 and r.number = ?6""")
                .setParameter(1, comment.toString())
                .setParameter(2, kind.name())
                .setParameter(3, box.seal(context(comment), text))
                .setParameter(4, Sql.parameter(clock.instant()))
                .setParameter(5, item.id())
                .setParameter(6, item.revision())
                .executeUpdate();
    }

    /** Of all revisions, the newest first. */
    public List<ItemComment> of(UUID item) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select c.public_id, r.number, c.kind, c.text, c.at from revision_comment c
                                    join item_revision r on r.id = c.revision_id join item i on i.id = r.item_id
                                where i.public_id = ?1 order by c.id desc""").setParameter(1, item.toString()))
                .map(row -> new ItemComment(
                        Sql.integer(row[1]),
                        CommentKind.valueOf((String) row[2]),
                        box.open(context(Sql.uuid(row[0])), (String) row[3]),
                        Sql.instant(row[4])))
                .toList();
    }
}
