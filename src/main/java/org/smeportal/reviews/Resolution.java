package org.smeportal.reviews;

/** What became of a comment. */
public enum Resolution {
    /** The item was changed for it. */
    RESOLVED,
    /** It stays as it is, with a reason. */
    OVERRULED
}
