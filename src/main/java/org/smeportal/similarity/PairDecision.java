package org.smeportal.similarity;

/** What a programme manager decided about two items. */
public enum PairDecision {
    /** They ask different things, as they stand: a new revision of either asks again. */
    NOT_ALIKE,
    /** They must not stand on one form: one answers the other, or asks the same in another way. */
    ENEMIES
}
