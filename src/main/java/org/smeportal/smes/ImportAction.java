package org.smeportal.smes;

/** What an import does with a row. */
public enum ImportAction {
    /** Nobody has this e-mail address yet. */
    CREATED,
    /** The SME is known, and the file says something else. */
    CHANGED,
    /** The SME is known, and the file says the same. */
    UNCHANGED
}
