package org.smeportal.badges;

/** Where an award stands. */
public enum AwardState {
    /** Valid; at most one for each SME and badge. */
    ACTIVE,
    /** Taken back, with a reason. */
    REVOKED,
    /** Replaced by the older award of the same person. */
    SUPERSEDED
}
