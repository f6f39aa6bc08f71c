package org.smeportal.feedback;

/** How fast an event went. */
public enum Pace {
    TOO_SLOW,
    RIGHT,
    TOO_FAST
}
