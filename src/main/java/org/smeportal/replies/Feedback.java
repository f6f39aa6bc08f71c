package org.smeportal.replies;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.OwnItems;
import org.smeportal.reviews.PastReviews;
import org.smeportal.reviews.ReviewComments;
import org.smeportal.reviews.Verdict;
import org.smeportal.wording.ItemDiff;
import org.smeportal.wording.ItemText;

/**
 * What a group decided and said about an item, for its author. {@code number} counts the reviews of the item from 1, {@code of}
 * says how many there were; {@code lesson} is what to take along from an item that was rejected. Once it is closed to the
 * author, {@code text} is null and only the lesson remains (R9.1).
 */
public record Feedback(
        OwnItems.Own item,
        PastReviews.Past review,
        int number,
        int of,
        @Nullable ItemText text,
        List<ItemDiff.Field> changed,
        List<Remark> remarks,
        boolean answerable,
        @Nullable String lesson) {
    public Feedback {
        changed = List.copyOf(changed);
        remarks = List.copyOf(remarks);
    }

    /** {@code place} is the letter of the option or the number of the reference, else empty; {@code open} for an answer. */
    public record Remark(ReviewComments.Said said, String place, boolean open) {
        /** The item is not handed in again without it. */
        public boolean isDue() {
            return open && said.blocking() && said.answer() == null;
        }
    }

    public boolean isOpen() {
        return text != null;
    }

    public Map<Verdict, Integer> tally() {
        return review.tally();
    }

    public long due() {
        return remarks.stream().filter(Remark::isDue).count();
    }
}
