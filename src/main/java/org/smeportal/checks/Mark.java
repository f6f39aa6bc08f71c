package org.smeportal.checks;

/** The answer to a question of a checklist. */
public enum Mark {
    YES,
    /** With a note that says why it may stay as it is. */
    NO,
    NOT_APPLICABLE
}
