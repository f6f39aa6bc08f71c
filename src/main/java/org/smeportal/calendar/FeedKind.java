package org.smeportal.calendar;

import org.smeportal.security.Permission;

/** What a feed holds. */
public enum FeedKind {
    /** The events that the account's SME is invited to. */
    OWN(Permission.ANSWER_OWN_INVITATION),
    /** Every event of the programme but drafts. */
    PROGRAMME(Permission.SEE_PROGRAMME);

    private final Permission permission;

    FeedKind(Permission permission) {
        this.permission = permission;
    }

    /** Who loses it loses the feed. */
    public Permission permission() {
        return permission;
    }
}
