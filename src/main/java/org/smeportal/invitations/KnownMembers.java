package org.smeportal.invitations;

import java.util.List;

/** Whom of an event's accepted members an SME knows already; the packages that know who was where answer. */
public interface KnownMembers {

    /** Names of those who allow members to see them. */
    List<String> known(long eventId, long smeId);
}
