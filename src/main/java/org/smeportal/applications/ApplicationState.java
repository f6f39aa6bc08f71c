package org.smeportal.applications;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where an application stands (R1.2); only the moves that {@link #mayBecome} knows exist. */
public enum ApplicationState {
    /** Being filled in, in one browser. */
    DRAFT,
    /** Sent; its e-mail address waits for confirmation, and it counts for nothing. */
    UNCONFIRMED,
    /** Counts; nobody has scored it yet. */
    SUBMITTED,
    /** At least one reviewer scored it. */
    IN_REVIEW,
    /** Good, but there is no place now; can still be accepted or declined. */
    WAITLISTED,
    /** The applicant is an SME. */
    ACCEPTED,
    DECLINED,
    /** Taken back by the applicant. */
    WITHDRAWN;

    private static final Map<ApplicationState, Set<ApplicationState>> NEXT = Map.of(
            DRAFT, EnumSet.of(UNCONFIRMED, SUBMITTED),
            UNCONFIRMED, EnumSet.of(SUBMITTED, WITHDRAWN),
            SUBMITTED, EnumSet.of(IN_REVIEW, WAITLISTED, ACCEPTED, DECLINED, WITHDRAWN),
            IN_REVIEW, EnumSet.of(WAITLISTED, ACCEPTED, DECLINED, WITHDRAWN),
            WAITLISTED, EnumSet.of(ACCEPTED, DECLINED, WITHDRAWN),
            ACCEPTED, EnumSet.noneOf(ApplicationState.class),
            DECLINED, EnumSet.noneOf(ApplicationState.class),
            WITHDRAWN, EnumSet.noneOf(ApplicationState.class));

    boolean mayBecome(ApplicationState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether it waits for the programme: at most one of each address does. */
    public boolean isLive() {
        return this == SUBMITTED || this == IN_REVIEW || this == WAITLISTED;
    }
}
