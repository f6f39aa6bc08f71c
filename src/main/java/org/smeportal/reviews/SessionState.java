package org.smeportal.reviews;

/** Where the session of a group stands. */
public enum SessionState {
    PLANNED,
    /** On the screens of its members, who read its items as long (R9.1). */
    OPEN,
    CLOSED
}
