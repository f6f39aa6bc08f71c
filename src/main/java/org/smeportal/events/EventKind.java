package org.smeportal.events;

/** What an event is for. */
public enum EventKind {
    /** Item writing and group review; attended ones count towards the SME badge. */
    WORKSHOP,
    /** Review of items in the group. */
    GROUP_REVIEW,
    /** SMEs sit the form like candidates and discuss it. */
    ALPHA_REVIEW,
    /** The curves of unscored items are looked at together. */
    DATA_REVIEW,
    /** Anything else, such as an orientation. */
    OTHER
}
