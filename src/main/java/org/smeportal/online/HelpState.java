package org.smeportal.online;

/** Where a call for help stands. */
public enum HelpState {
    /** Nobody looks after it yet. */
    OPEN,
    /** A programme manager looks after it. */
    TAKEN,
    /** There is an answer, or a room to come to. */
    ANSWERED,
    /** The SME needs no answer any more. */
    SETTLED;

    public boolean isWaiting() {
        return this == OPEN || this == TAKEN;
    }
}
