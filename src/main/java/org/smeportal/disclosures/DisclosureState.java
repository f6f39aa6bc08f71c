package org.smeportal.disclosures;

/** Where a request stands, as whoever asked sees it. */
public enum DisclosureState {
    WAITING,
    /** It was allowed, and the one look is not taken. */
    ALLOWED,
    SEEN,
    DECLINED,
    /** It was allowed, and nobody looked in time. */
    LAPSED
}
