package org.smeportal.similarity;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.smeportal.audit.Unaudited;
import org.smeportal.drafts.Drafts;
import org.smeportal.items.OwnItems;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Sql;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.wording.FieldMap;

/**
 * An author asks whether their draft is very similar to another item of the exam. Yes or no, a few times an hour: with more,
 * drafts would feel for what others wrote (R5.4).
 */
@UseCase
@Requires(Permission.WRITE_ITEMS)
@Unaudited("nothing changes, and an entry would name the author")
public class CheckLikeness {
    static final int MOST_ASKS = 10;
    static final Duration WINDOW = Duration.ofHours(1);

    private final OwnItems own;
    private final Drafts drafts;
    private final SimilarityIndex index;
    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public CheckLikeness(OwnItems own, Drafts drafts, SimilarityIndex index, EntityManager entityManager, Clock clock) {
        this.own = own;
        this.drafts = drafts;
        this.index = index;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    public boolean ofDraft(UUID item) {
        OwnItems.Own mine = own.one(item);
        if (!mine.isDraft()) {
            throw new Refused("items.refused.notWritable", mine.status());
        }
        count(mine.id());
        ItemWords text = ItemWords.of(FieldMap.text(drafts.content(mine.draft()).values()));
        return index.of(mine.examId()).like(text, mine.id()).stream()
                .anyMatch(other -> other.figures().isDuplicate());
    }

    /** Questions about one draft wait for each other, so that many at once are counted too. */
    private void count(long item) {
        entityManager
                .createNativeQuery("select id from item where id = ?1 for update")
                .setParameter(1, item)
                .getSingleResult();
        Instant now = clock.instant();
        long asked = Sql.number(entityManager
                .createNativeQuery("select count(*) from similarity_ask where item_id = ?1 and asked_at > ?2")
                .setParameter(1, item)
                .setParameter(2, Sql.parameter(now.minus(WINDOW)))
                .getSingleResult());
        if (asked >= MOST_ASKS) {
            throw new Refused("similarity.refused.tooOften", MOST_ASKS);
        }
        entityManager
                .createNativeQuery("insert into similarity_ask (item_id, asked_at) values (?1, ?2)")
                .setParameter(1, item)
                .setParameter(2, Sql.parameter(now))
                .executeUpdate();
    }
}
