package org.smeportal.calendar;

import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventStatus;

/** What makes a day of an SME no free one, the strongest first. */
public enum DayMark {
    /** They said so themselves. */
    AWAY,
    /** An event that they said yes to. */
    EVENT,
    /** An invitation, or a seat held for a while, that waits for their answer. */
    ASKED,
    /** They said maybe, or stand on the waiting list. */
    MAYBE;

    /** Null for what takes no day: an event that is off. */
    static @Nullable DayMark of(CalendarEvent event) {
        if (event.answer() == null
                || event.status() == EventStatus.CANCELLED
                || event.status() == EventStatus.POSTPONED) {
            return null;
        }
        return switch (event.answer()) {
            case ACCEPTED -> EVENT;
            case SENT, OFFERED -> ASKED;
            case TENTATIVE, WAITLISTED -> MAYBE;
            default -> null;
        };
    }
}
