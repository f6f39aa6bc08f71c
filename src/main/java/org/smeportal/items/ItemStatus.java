package org.smeportal.items;

/** Where an item stands. Only the moves of {@link Lifecycle} exist. */
public enum ItemStatus {
    /** Being written; only its author reads it. */
    DRAFT,
    /** Handed in; waits for a review to be scheduled. */
    SUBMITTED,
    /** A group of SMEs gives verdicts and talks it over. */
    IN_REVIEW,
    /** The author, or an editor whom the PM named, answers comments and changes it; editorial changes wait here. */
    REVISION,
    /** First quality check: language, technical accuracy, fairness. */
    QC1,
    /** Waits for a form of the alpha review. */
    ALPHA_READY,
    /** SMEs sit it like an exam. */
    IN_ALPHA,
    /** The alpha review showed a problem that is talked over. */
    ALPHA_CALL,
    /** Second quality check, after the alpha review. */
    ALPHA_OK,
    /** Waits for an exam form as an unscored item. */
    UNSCORED_READY,
    /** On exam forms, without counting. */
    UNSCORED_LIVE,
    /** Its response data are looked at. */
    DATA_REVIEW,
    /** Waits for an exam form as a scored item. */
    SCORED_READY,
    /** On exam forms, and counts. */
    SCORED_LIVE,
    /** Taken off the exam until somebody looked. */
    SUSPENDED,
    /** At rest for good: the grave. */
    RETIRED,
    /** Did not make it. */
    REJECTED;

    /** With its author, who may change what it says; a live revision never changes. */
    public boolean isWithAuthor() {
        return this == DRAFT || this == REVISION;
    }

    public boolean isOver() {
        return this == RETIRED || this == REJECTED;
    }

    /** Candidates see it: the revision is frozen. */
    public boolean isLive() {
        return this == UNSCORED_LIVE || this == SCORED_LIVE;
    }
}
