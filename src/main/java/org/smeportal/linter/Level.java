package org.smeportal.linter;

/** How much a finding matters. */
public enum Level {
    /** Stops the submission. */
    ERROR,
    /** Is fixed, or waived with a reason, before the submission. */
    WARNING,
    /** Worth a look. */
    INFO
}
