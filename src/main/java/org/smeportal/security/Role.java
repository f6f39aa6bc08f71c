package org.smeportal.security;

/** What an account is; one account may have several roles. */
public enum Role {
    /** Writes and reviews; sees what is theirs. */
    SME,
    /** Programme manager: plans events, fills panels, closes attendance. */
    PM,
    /** Accounts, roles, settings, audit trail, mail health; sees no item text. */
    ADMIN
}
