package org.smeportal.items;

/** What a comment on a revision is for. */
public enum CommentKind {
    /** Why it came back to its author, and what to change. */
    RETURN,
    /** Why it did not make it: what its author learns from. */
    REJECTION
}
