package org.smeportal.smes;

/** Whether an SME takes part at present. */
public enum SmeState {
    /** Can be invited to events. */
    ACTIVE,
    /** Takes a break: stays in the directory and is offered for no event. */
    PAUSED,
    /** Had their data deleted: the row stays for what it counts, nobody is behind it. */
    FORMER
}
