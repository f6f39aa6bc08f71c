package org.smeportal.agreements;

/** A version of the agreement. */
public enum AgreementState {
    /** Being written; only administrators see it. */
    DRAFT,
    /** In force until the next one is; never changed again. */
    PUBLISHED
}
