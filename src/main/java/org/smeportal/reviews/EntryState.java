package org.smeportal.reviews;

/** Where an item of an agenda stands. */
public enum EntryState {
    WAITING,
    /** Everybody gives a verdict, and sees no other. */
    VERDICTS,
    /** All see all verdicts and comments; none can be changed any more. */
    REVEALED,
    DECIDED;

    /** All have seen all verdicts. */
    public boolean isRevealed() {
        return this == REVEALED || this == DECIDED;
    }
}
