package org.smeportal.items;

/** Why an item is REJECTED. */
public enum Ending {
    /** Its author took it back. */
    WITHDRAWN,
    /** Nobody went on with it while there was time. */
    ABANDONED,
    /** Another item asks the same. */
    DUPLICATE,
    /** The group of reviewers did not want it. */
    DECLINED
}
