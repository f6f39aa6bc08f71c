package org.smeportal.profiles;

/** What became of a qualification that an SME told. */
public enum QualificationState {
    /** Told by the SME; a programme manager has not looked at the evidence yet. */
    CLAIMED,
    /** A programme manager saw the evidence: the SME is invited for the exam. */
    CONFIRMED,
    /** The evidence did not do; the reason stands beside it. */
    REJECTED
}
