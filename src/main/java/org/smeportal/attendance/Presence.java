package org.smeportal.attendance;

/** What is ticked for an SME in a session. */
public enum Presence {
    PRESENT,
    ABSENT,
    EXCUSED
}
