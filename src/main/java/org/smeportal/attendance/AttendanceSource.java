package org.smeportal.attendance;

/** Where an entry of the ledger comes from. */
public enum AttendanceSource {
    /** Ticked by a programme manager. */
    BOARD,
    /** Counted by the rule when attendance was closed. */
    RULE,
    /** Decided by a programme manager at closing, with a reason. */
    OVERRULED,
    /** Changed after closing, with a reason. */
    CORRECTED,
    /** Taken from a meeting report. */
    IMPORTED;

    /** Whether the entry speaks of the result of the event after its closing. */
    boolean isFinal() {
        return this == RULE || this == OVERRULED || this == CORRECTED;
    }
}
