package org.smeportal.invitations;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an invitation stands (R3.3). Only the moves of {@link #next()} exist. */
public enum InvitationStatus {
    /** The mail waits in the outbox, or the SME stands by for a later wave. */
    QUEUED,
    /** The mail left; no answer yet. */
    SENT,
    /** Holds a seat. */
    ACCEPTED,
    /** Said no, or gave the seat back. */
    DECLINED,
    /** Said maybe; holds no seat. */
    TENTATIVE,
    /** Said yes while no seat was free; has a number in the queue. */
    WAITLISTED,
    /** A seat freed close to the day is held for the first in the queue until a time limit. */
    OFFERED,
    /** Did not answer in time. */
    EXPIRED,
    /** Taken back by a programme manager. */
    WITHDRAWN;

    /** Those that want news, as SQL: {@code status in (...)}. */
    public static final String WANTING_NEWS = Arrays.stream(values())
            .filter(InvitationStatus::wantsNews)
            .map(status -> "'" + status.name() + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    Set<InvitationStatus> next() {
        return switch (this) {
            case QUEUED -> EnumSet.of(SENT, ACCEPTED, DECLINED, TENTATIVE, WAITLISTED, WITHDRAWN);
            case SENT -> EnumSet.of(ACCEPTED, DECLINED, TENTATIVE, WAITLISTED, EXPIRED, WITHDRAWN);
            case TENTATIVE -> EnumSet.of(ACCEPTED, DECLINED, WAITLISTED, EXPIRED, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(DECLINED, TENTATIVE, EXPIRED, WITHDRAWN);
            case WAITLISTED -> EnumSet.of(ACCEPTED, OFFERED, DECLINED, TENTATIVE, WITHDRAWN);
            case OFFERED -> EnumSet.of(ACCEPTED, DECLINED, TENTATIVE, EXPIRED, WITHDRAWN);
            case DECLINED, EXPIRED -> EnumSet.of(ACCEPTED, DECLINED, TENTATIVE, WAITLISTED, QUEUED, WITHDRAWN);
            case WITHDRAWN -> EnumSet.of(QUEUED);
        };
    }

    boolean holdsSeat() {
        return this == ACCEPTED || this == OFFERED;
    }

    /** The SME has heard of the event and counts on it being as told: changes of it are news to them. */
    boolean wantsNews() {
        return this == SENT || this == TENTATIVE || this == WAITLISTED || holdsSeat();
    }

    /** Nothing runs any more; a programme manager may invite again. */
    public boolean isOver() {
        return this == DECLINED || this == EXPIRED || this == WITHDRAWN;
    }
}
