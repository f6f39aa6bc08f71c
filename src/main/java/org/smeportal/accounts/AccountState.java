package org.smeportal.accounts;

/** Whether an account can be used. */
public enum AccountState {
    /** Has a link to set its first password, not used yet. */
    INVITED,
    ACTIVE,
    /** Closed by an administrator; nobody can sign in. */
    CLOSED
}
