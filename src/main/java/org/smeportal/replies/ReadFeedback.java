package org.smeportal.replies;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.Unaudited;
import org.smeportal.items.ItemStatus;
import org.smeportal.items.ItemViews;
import org.smeportal.items.OwnItems;
import org.smeportal.items.SealedTexts;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.UseCase;
import org.smeportal.reviews.PastReviews;
import org.smeportal.reviews.ReviewComments;
import org.smeportal.reviews.ReviewOutcome;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.wording.ItemDiff;
import org.smeportal.wording.ItemText;

/**
 * The author reads what a group said of an item: as long as they may read the item, and two weeks from an acceptance on;
 * afterwards the lesson of a rejection (R9.1). An editor who revises it in their place reads it too, which counts for nobody.
 */
@UseCase
@Requires(Permission.WRITE_ITEMS)
@Unaudited("the access record holds it, and an entry would name the author")
public class ReadFeedback {
    private final OwnItems items;
    private final PastReviews reviews;
    private final ReviewComments comments;
    private final SealedTexts texts;
    private final ItemViews views;
    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public ReadFeedback(
            OwnItems items,
            PastReviews reviews,
            ReviewComments comments,
            SealedTexts texts,
            ItemViews views,
            EntityManager entityManager,
            Clock clock) {
        this.items = items;
        this.reviews = reviews;
        this.comments = comments;
        this.texts = texts;
        this.views = views;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** {@code number} counts the reviews of the item; null for the last one. */
    public Feedback read(UUID publicId, @Nullable Integer number) {
        OwnItems.Own item = items.one(publicId);
        List<PastReviews.Past> all = reviews.of(publicId);
        int wanted = number == null ? all.size() : number;
        if (wanted < 1 || wanted > all.size()) {
            throw new NotFound();
        }
        PastReviews.Past review = all.get(all.size() - wanted);
        String lesson = review.outcome() == ReviewOutcome.REJECT ? review.reason() : null;
        if (!isOpen(item, all.get(0))) {
            return new Feedback(item, review, wanted, all.size(), null, List.of(), List.of(), false, lesson);
        }
        ItemText voted = texts.text(publicId, review.revision()).orElseThrow(NotFound::new);
        List<ItemDiff.Field> changed = review.isEdited()
                ? ItemDiff.between(voted, texts.text(publicId, review.result()).orElse(voted))
                : List.of();
        boolean answerable = wanted == all.size() && item.status() == ItemStatus.REVISION && item.isDraft();
        List<Feedback.Remark> remarks = comments.of(review.id(), true).stream()
                .map(said -> new Feedback.Remark(said, said.place(voted), answerable && said.resolution() == null))
                .sorted(Comparator.comparing(
                                (Feedback.Remark remark) -> remark.said().aspect())
                        .thenComparing(Feedback.Remark::place))
                .toList();
        views.record(item.id(), review.revision(), item.viewed());
        if (!item.editing()) {
            read(review);
        }
        return new Feedback(item, review, wanted, all.size(), voted, changed, remarks, answerable, lesson);
    }

    private boolean isOpen(OwnItems.Own item, PastReviews.Past last) {
        Instant now = clock.instant();
        return item.mayRead(now) || now.isBefore(last.decidedAt().plus(OwnItems.FEEDBACK));
    }

    private void read(PastReviews.Past review) {
        entityManager
                .createNativeQuery("insert ignore into feedback_read (entry_id) values (?1)")
                .setParameter(1, review.id())
                .executeUpdate();
    }
}
