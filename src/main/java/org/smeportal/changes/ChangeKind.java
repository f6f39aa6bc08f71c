package org.smeportal.changes;

/** What happens to the events of a change. */
public enum ChangeKind {
    /** In person, virtual or hybrid from now on. */
    MODALITY,
    /** Will take place at another time, not known yet. */
    POSTPONE,
    /** A postponed event has its new days. */
    NEW_DATE
}
