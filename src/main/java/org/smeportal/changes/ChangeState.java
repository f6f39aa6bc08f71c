package org.smeportal.changes;

/** Where a change stands. */
public enum ChangeState {
    /** Planned; nothing happened yet, and it can be undone. */
    WAITING,
    /** Done, and everybody concerned is told. */
    DONE,
    /** Taken back while it waited; nobody noticed. */
    UNDONE
}
