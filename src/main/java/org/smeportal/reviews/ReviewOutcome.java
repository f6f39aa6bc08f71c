package org.smeportal.reviews;

/** What a programme manager decides when the group has talked. */
public enum ReviewOutcome {
    ACCEPT,
    REVISE,
    REJECT
}
