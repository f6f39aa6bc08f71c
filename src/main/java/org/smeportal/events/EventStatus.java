package org.smeportal.events;

import java.util.EnumSet;
import java.util.Set;

/** Where an event stands (R2.2). Only the moves of {@link #next()} exist. */
public enum EventStatus {
    /** Being written; nobody but programme managers knows of it. */
    DRAFT,
    /** Complete enough to invite. */
    PLANNED,
    /** The first invitations went out. */
    INVITING,
    /** It will take place, said a programme manager. */
    CONFIRMED,
    /** It takes place right now. */
    RUNNING,
    /** Attendance is closed. */
    COMPLETED,
    /** Will take place at another time, not known yet. */
    POSTPONED,
    /** Will not take place. */
    CANCELLED;

    public Set<EventStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(PLANNED, CANCELLED);
            case PLANNED -> EnumSet.of(INVITING, POSTPONED, CANCELLED);
            case INVITING -> EnumSet.of(CONFIRMED, POSTPONED, CANCELLED);
            case CONFIRMED -> EnumSet.of(RUNNING, POSTPONED, CANCELLED);
            case RUNNING -> EnumSet.of(COMPLETED, CANCELLED);
            case POSTPONED -> EnumSet.of(PLANNED, CANCELLED);
            case COMPLETED, CANCELLED -> EnumSet.noneOf(EventStatus.class);
        };
    }

    public boolean isOver() {
        return this == COMPLETED || this == CANCELLED;
    }
}
