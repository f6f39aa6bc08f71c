package org.smeportal.audit;

/** What the check of the trail can find. */
public enum TrailFault {
    /** An entry or its seal says something else than when it was sealed. */
    CHANGED,
    /** A seal stands without its entry. */
    DELETED,
    /** A position of the chain is not there. */
    SEAL_MISSING,
    /** The chain ends before the place that it had reached. */
    CUT,
    /** At that position the chain has another hash than it is known to have had: it was written anew. */
    OTHER_HEAD,
    /** An entry that no act wrote: it appeared when its time was long past. */
    ADDED,
    /** The secret that sealed is no longer among those of the installation. */
    UNKNOWN_KEY
}
