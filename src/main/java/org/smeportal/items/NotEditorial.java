package org.smeportal.items;

/** Why a change needs a group. */
public enum NotEditorial {
    /** No group voted on it, and it never stood in a check. */
    NEVER_JUDGED,
    /** Another option is right than before. */
    KEY,
    /** An option was added or removed. */
    OPTIONS,
    /** It stands elsewhere in the blueprint. */
    PLACE,
    /** Nothing is different, so nobody has anything to look at. */
    UNCHANGED
}
