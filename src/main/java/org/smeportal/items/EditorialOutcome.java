package org.smeportal.items;

/** What a second person found of a change that its author called editorial. */
public enum EditorialOutcome {
    /** So it is: on to the quality checks. */
    EDITORIAL,
    /** A group has to see it. */
    GROUP
}
