package org.smeportal.reviews;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.smeportal.audit.Unaudited;
import org.smeportal.items.ItemViews;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/**
 * A programme manager of the exam reads what groups made of an item: verdicts as they were revealed to the group, the
 * author's like any other, and the decision with its reason, which is secret like the item (R9.3).
 */
@UseCase
@Requires(Permission.LEAD_REVIEWS)
@Unaudited("the access record is its trail")
public class ReadRounds {
    private final ItemRounds rounds;
    private final ItemViews views;

    @Inject
    public ReadRounds(ItemRounds rounds, ItemViews views) {
        this.rounds = rounds;
        this.views = views;
    }

    /** The first round first. */
    public List<ItemRounds.Round> of(UUID item) {
        List<ItemRounds.Round> found = rounds.of(item);
        found.stream()
                .filter(round -> round.reason() != null)
                .forEach(round -> views.record(round.itemId(), round.revision(), ItemViews.ViewKind.READ));
        return found;
    }
}
