package org.smeportal.security;

/** What somebody does for one exam, beside their role. */
public enum Duty {
    /** Leads the programme of this exam: its programme manager, who grants the other duties. */
    PM,
    /** Checks language and style. */
    EDITOR,
    /** Checks technical accuracy. */
    TECHNICAL,
    /** Checks fairness and accessibility. */
    FAIRNESS,
    /** Confirms the key of an item a second time. */
    KEY_VERIFIER,
    /** Judges items by their statistics. */
    PSYCHOMETRICIAN
}
