package org.smeportal.testing.web;

/** A way to tell who wrote an item without naming anybody. */
public enum PlantedLeak {
    /** How many were counted. */
    TALLY,
    /** What comes first. */
    ORDER,
    /** When it was changed. */
    LAST_MODIFIED,
    /** Who changed it, by an id. */
    CHANGED_BY,
    /** How long the answer is. */
    SIZE,
    /** Changes the answer and tells nothing. */
    NONE
}
