package org.smeportal.reviews;

/** What a reviewer would do with an item, from yes to no. */
public enum Verdict {
    ACCEPT,
    /** Yes, once something small is changed. */
    CHANGE,
    REVISE,
    REJECT
}
