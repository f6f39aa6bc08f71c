package org.smeportal.reviews;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;
import org.smeportal.wording.ItemBox;
import org.smeportal.wording.ItemText;

/** What reviewers say of items, sealed; who said it is never read, but by who asks for their own. */
@Repository
public class ReviewComments {
    private static final int MOST = 30;

    private final EntityManager entityManager;
    private final ItemBox box;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public ReviewComments(EntityManager entityManager, ItemBox box, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.box = box;
        this.user = user;
        this.clock = clock;
    }

    /** {@code spot} is the id of the option or reference, else empty; {@code own} for who wrote the comment. */
    public record Said(
            UUID id,
            Aspect aspect,
            String spot,
            boolean blocking,
            String text,
            boolean own,
            @Nullable Resolution resolution,
            @Nullable String reason,
            @Nullable String answer) {
        /** Stops an acceptance until somebody said what became of it. */
        public boolean isOpen() {
            return blocking && resolution == null;
        }

        /** The letter of the option or the number of the reference that it is about, in the text that was voted on; else empty. */
        public String place(ItemText voted) {
            for (int at = 0; at < voted.options().size(); at++) {
                if (voted.options().get(at).id().equals(spot)) {
                    return ItemText.letter(at);
                }
            }
            for (int at = 0; at < voted.references().size(); at++) {
                if (voted.references().get(at).id().equals(spot)) {
                    return String.valueOf(at + 1);
                }
            }
            return "";
        }

        /** As the group has it: when the author answers is not for those who sit with them (R6.1). */
        Said withoutAnswer() {
            return new Said(id, aspect, spot, blocking, text, own, resolution, reason, null);
        }
    }

    static String context(UUID comment) {
        return "review-comment:" + comment;
    }

    static String reasonContext(UUID comment) {
        return "review-answered:" + comment;
    }

    static String answerContext(UUID comment) {
        return "review-reply:" + comment;
    }

    void add(ReviewEntry entry, Aspect aspect, String spot, boolean blocking, String text) {
        UUID id = UUID.randomUUID();
        entityManager
                .createNativeQuery("""
                        insert into review_comment (public_id, entry_id, account_id, aspect, spot, blocking, text, at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)""")
                .setParameter(1, id.toString())
                .setParameter(2, entry.id())
                .setParameter(3, user.accountId())
                .setParameter(4, aspect.name())
                .setParameter(5, spot)
                .setParameter(6, blocking)
                .setParameter(7, box.seal(context(id), text))
                .setParameter(8, Sql.parameter(clock.instant()))
                .executeUpdate();
    }

    /** One's own, before the others saw it. */
    void remove(ReviewEntry entry, UUID comment) {
        int removed = entityManager
                .createNativeQuery(
                        "delete from review_comment where public_id = ?1 and entry_id = ?2 and account_id = ?3")
                .setParameter(1, comment.toString())
                .setParameter(2, entry.id())
                .setParameter(3, user.accountId())
                .executeUpdate();
        if (removed == 0) {
            throw new NotFound();
        }
    }

    boolean isFull(ReviewEntry entry) {
        return Sql.number(entityManager
                        .createNativeQuery(
                                "select count(*) from review_comment where entry_id = ?1 and account_id = ?2")
                        .setParameter(1, entry.id())
                        .setParameter(2, user.accountId())
                        .getSingleResult())
                >= MOST;
    }

    /** {@code resolution} null opens it again. */
    void resolve(ReviewEntry entry, UUID comment, @Nullable Resolution resolution, @Nullable String reason) {
        int found = entityManager
                .createNativeQuery(
                        "update review_comment set resolution = ?3, reason = ?4 where public_id = ?1 and entry_id = ?2")
                .setParameter(1, comment.toString())
                .setParameter(2, entry.id())
                .setParameter(3, resolution == null ? null : resolution.name())
                .setParameter(4, reason == null ? null : box.seal(reasonContext(comment), reason))
                .executeUpdate();
        if (found == 0) {
            throw new NotFound();
        }
    }

    /**
     * What the author of the item says to it, null for nothing. Only while the item is back at the desk, and of comments that
     * the group did not settle itself; answers whether it was stored.
     */
    public boolean reply(long entryId, UUID comment, @Nullable String answer) {
        return entityManager
                        .createNativeQuery("""
                                update review_comment set answer = ?3
                                where public_id = ?1 and entry_id = ?2 and resolution is null and exists (select 1
                                    from review_entry n join item i on i.id = n.item_id and i.status = 'REVISION'
                                        and i.editorial_revision is null
                                    where n.id = ?2 and n.state = 'DECIDED')""")
                        .setParameter(1, comment.toString())
                        .setParameter(2, entryId)
                        .setParameter(3, answer == null ? null : box.seal(answerContext(comment), answer))
                        .executeUpdate()
                > 0;
    }

    boolean hasOpen(ReviewEntry entry) {
        return Sql.number(entityManager
                        .createNativeQuery("""
                                select count(*) from review_comment
                                where entry_id = ?1 and blocking and resolution is null""")
                        .setParameter(1, entry.id())
                        .getSingleResult())
                > 0;
    }

    /** Before the reveal one's own only. In the order of places and of random ids, which tells nothing of who or when. */
    public List<Said> of(long entryId, boolean revealed) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select public_id, aspect, spot, blocking, text, account_id = ?2, resolution, reason, answer
                                from review_comment where entry_id = ?1 and (?3 = 1 or account_id = ?2)
                                order by field(aspect, 'STEM', 'KEY', 'OPTION', 'REFERENCE', 'LANGUAGE', 'FAIRNESS'),
                                    spot, public_id""")
                        .setParameter(1, entryId)
                        .setParameter(2, user.accountId())
                        .setParameter(3, revealed ? 1 : 0))
                .map(this::said)
                .toList();
    }

    private Said said(Object[] row) {
        UUID id = Sql.uuid(row[0]);
        return new Said(
                id,
                Aspect.valueOf((String) row[1]),
                (String) row[2],
                Sql.truth(row[3]),
                box.open(context(id), (String) row[4]),
                Sql.truth(row[5]),
                row[6] == null ? null : Resolution.valueOf((String) row[6]),
                row[7] == null ? null : box.open(reasonContext(id), (String) row[7]),
                row[8] == null ? null : box.open(answerContext(id), (String) row[8]));
    }
}
