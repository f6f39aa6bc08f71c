package org.smeportal.invitations;

/** What an SME says to an invitation (R3.4). */
public enum Answer {
    YES,
    MAYBE,
    NO
}
