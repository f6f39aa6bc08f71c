package org.smeportal.replies;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smeportal.audit.Unaudited;
import org.smeportal.items.ItemStatus;
import org.smeportal.items.OwnItems;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.reviews.PastReviews;
import org.smeportal.reviews.ReviewComments;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/**
 * The author, or the editor in their place, answers comments of the last group that reviewed an item, as long as it is back at the desk (R6.3). What the group
 * settled itself needs no answer and takes none.
 */
@UseCase
@Requires(Permission.WRITE_ITEMS)
@Unaudited("answers are their own record, and an entry would tell when the author works")
public class AnswerComments {
    public static final int LONGEST = 2000;

    private final OwnItems items;
    private final PastReviews reviews;
    private final ReviewComments comments;

    @Inject
    public AnswerComments(OwnItems items, PastReviews reviews, ReviewComments comments) {
        this.items = items;
        this.reviews = reviews;
        this.comments = comments;
    }

    /** A blank answer takes the former one away. */
    public void answer(UUID item, Map<UUID, String> answers) {
        OwnItems.Own own = items.one(item);
        List<PastReviews.Past> all = reviews.of(item);
        if (all.isEmpty()) {
            throw new NotFound();
        }
        if (own.status() != ItemStatus.REVISION || !own.isDraft()) {
            throw new Refused("replies.refused.moved", own.status());
        }
        long review = all.get(0).id();
        answers.forEach((comment, answer) -> {
            if (!comments.reply(review, comment, Words.text(answer, LONGEST))) {
                throw new Refused("replies.refused.settled");
            }
        });
    }
}
