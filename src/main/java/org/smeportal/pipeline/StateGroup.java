package org.smeportal.pipeline;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.smeportal.items.ItemStatus;

/** States that stand in one column of the pipeline. */
public enum StateGroup {
    /** Only counted: their texts are their authors'. */
    DRAFTS(ItemStatus.DRAFT),
    /** Wait for a review. */
    SUBMITTED(ItemStatus.SUBMITTED),
    /** With reviewers, or back with their authors. */
    REVIEW(ItemStatus.IN_REVIEW, ItemStatus.REVISION),
    /** In one of the two quality checks. */
    CHECKS(ItemStatus.QC1, ItemStatus.ALPHA_OK),
    /** Wait for an alpha review or are in one. */
    ALPHA(ItemStatus.ALPHA_READY, ItemStatus.IN_ALPHA, ItemStatus.ALPHA_CALL),
    /** On exam forms without counting, or ready for it. */
    UNSCORED(ItemStatus.UNSCORED_READY, ItemStatus.UNSCORED_LIVE),
    /** Their data are looked at, or they are taken off until somebody did. */
    DATA(ItemStatus.DATA_REVIEW, ItemStatus.SUSPENDED),
    /** They count, or are ready for it. */
    SCORED(ItemStatus.SCORED_READY, ItemStatus.SCORED_LIVE),
    /** Rejected or retired. */
    OVER(ItemStatus.REJECTED, ItemStatus.RETIRED);

    /** The columns of the pipeline: what is over is folded below. */
    public static final List<StateGroup> COLUMNS =
            List.of(DRAFTS, SUBMITTED, REVIEW, CHECKS, ALPHA, UNSCORED, DATA, SCORED);

    private final Set<ItemStatus> states;

    StateGroup(ItemStatus first, ItemStatus... others) {
        states = EnumSet.of(first, others);
    }

    public Set<ItemStatus> states() {
        return EnumSet.copyOf(states);
    }

    /** In the order of an item's life. */
    public List<ItemStatus> inOrder() {
        return List.copyOf(states);
    }

    public static StateGroup of(ItemStatus status) {
        for (StateGroup group : values()) {
            if (group.states.contains(status)) {
                return group;
            }
        }
        throw new IllegalArgumentException("in no column: " + status);
    }

    /** Whether such an item counts for what an exam wants: handed in, and still on its way or there. */
    public boolean counts() {
        return this != DRAFTS && this != OVER;
    }

    /** Handed in and not decided yet: it waits for a review, is in one, or is back with its author. */
    public boolean isOnTheWay() {
        return this == SUBMITTED || this == REVIEW;
    }

    /** It got through the review and stands. */
    public boolean isThrough() {
        return counts() && !isOnTheWay();
    }
}
