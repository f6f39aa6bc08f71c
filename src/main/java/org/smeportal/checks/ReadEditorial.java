package org.smeportal.checks;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.Unaudited;
import org.smeportal.items.Baselines;
import org.smeportal.items.CommentKind;
import org.smeportal.items.ItemComment;
import org.smeportal.items.ItemViews;
import org.smeportal.items.RevisionComments;
import org.smeportal.items.SealedTexts;
import org.smeportal.platform.UseCase;
import org.smeportal.reviews.PastReviews;
import org.smeportal.reviews.ReviewComments;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.wording.ItemText;

/**
 * An editor reads an editorial change while it waits (R9.1), with why the item had come back and what its author answered to
 * comments that block it; each time is in the access record.
 */
@UseCase
@Requires(Permission.CHECK_ITEMS)
@Unaudited("the access record is its trail")
public class ReadEditorial {
    private final CheckQueries queries;
    private final Baselines baselines;
    private final SealedTexts texts;
    private final RevisionComments comments;
    private final PastReviews reviews;
    private final ReviewComments said;
    private final ItemViews views;

    @Inject
    public ReadEditorial(
            CheckQueries queries,
            Baselines baselines,
            SealedTexts texts,
            RevisionComments comments,
            PastReviews reviews,
            ReviewComments said,
            ItemViews views) {
        this.queries = queries;
        this.baselines = baselines;
        this.texts = texts;
        this.comments = comments;
        this.reviews = reviews;
        this.said = said;
        this.views = views;
    }

    /** A comment of a group that blocked the item; {@code place} is the letter of an option or the number of a reference. */
    public record Remark(ReviewComments.Said said, String place) {}

    /** {@code reason} is why the item came back to its author, from a group or from a check. */
    public record Sheet(
            CheckQueries.Row item,
            ItemText text,
            Baselines.Baseline baseline,
            @Nullable String reason,
            List<Remark> remarks) {
        public Sheet {
            remarks = List.copyOf(remarks);
        }
    }

    /** Empty when there is no such item, when it is not theirs to decide, and when that is over: nobody learns which. */
    public Optional<Sheet> read(UUID item) {
        return queries.editorial(item).flatMap(row -> baselines.of(item).map(baseline -> sheet(row, baseline)));
    }

    private Sheet sheet(CheckQueries.Row row, Baselines.Baseline baseline) {
        ItemText text = texts.text(row.item(), row.revision()).orElse(ItemText.EMPTY);
        views.record(row.id(), row.revision(), ItemViews.ViewKind.READ);
        if (!baseline.byGroup()) {
            return new Sheet(row, text, baseline, returned(row.item()), List.of());
        }
        PastReviews.Past review = reviews.of(row.item()).get(0);
        List<Remark> remarks = said.of(review.id(), true).stream()
                .filter(ReviewComments.Said::blocking)
                .map(one -> new Remark(one, one.place(baseline.text())))
                .toList();
        return new Sheet(row, text, baseline, review.reason(), remarks);
    }

    private @Nullable String returned(UUID item) {
        return comments.of(item).stream()
                .filter(comment -> comment.kind() == CommentKind.RETURN)
                .findFirst()
                .map(ItemComment::text)
                .orElse(null);
    }
}
