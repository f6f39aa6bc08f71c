package org.smeportal.similarity;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.Unaudited;
import org.smeportal.items.ItemViews;
import org.smeportal.items.SealedTexts;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.wording.ItemText;

/** A programme manager of the exam reads two items beside each other; both are in the access record (R9.3). */
@UseCase
@Requires(Permission.MANAGE_ITEMS)
@Unaudited("the access record is its trail")
public class ComparePair {
    private final AlikeQueries queries;
    private final SimilarityIndex index;
    private final ItemPairs pairs;
    private final SealedTexts texts;
    private final ItemViews views;

    @Inject
    ComparePair(AlikeQueries queries, SimilarityIndex index, ItemPairs pairs, SealedTexts texts, ItemViews views) {
        this.queries = queries;
        this.index = index;
        this.pairs = pairs;
        this.texts = texts;
        this.views = views;
    }

    /** {@code figures} is null when one of them is compared no more. */
    public record Comparison(
            Side one,
            ItemText oneText,
            Side other,
            ItemText otherText,
            @Nullable Figures figures,
            @Nullable Decided decided) {}

    public Comparison of(UUID first, UUID second) {
        List<Side> both = queries.both(first, second);
        Side one = both.get(0);
        Side other = both.get(1);
        return new Comparison(
                one,
                read(one),
                other,
                read(other),
                index.of(one.examId()).figures(one.id(), other.id()),
                pairs.of(one, other).orElse(null));
    }

    private ItemText read(Side side) {
        ItemText text = texts.text(side.publicId(), side.revision()).orElseThrow(NotFound::new);
        views.record(side.id(), side.revision(), ItemViews.ViewKind.COMPARE);
        return text;
    }
}
