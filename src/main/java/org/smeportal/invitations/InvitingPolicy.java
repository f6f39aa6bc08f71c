package org.smeportal.invitations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventStatus;

/** Whether an event takes invitations and reminders now (R3.3, R3.7): the key of the refusal, or null when it does. */
public final class InvitingPolicy {

    private InvitingPolicy() {}

    public static @Nullable String againstInviting(EventCard event, Instant now) {
        return switch (event.status()) {
            case DRAFT -> "invitations.refused.draft";
            case PLANNED, INVITING, CONFIRMED ->
                !now.isBefore(event.startsAt())
                        ? "invitations.refused.started"
                        : now.isAfter(event.rsvpDeadline()) ? "invitations.refused.deadline" : null;
            case RUNNING, COMPLETED, POSTPONED, CANCELLED -> "invitations.refused.notInviting";
        };
    }

    public static @Nullable String againstReminding(EventCard event, Instant now) {
        if (event.status() != EventStatus.INVITING && event.status() != EventStatus.CONFIRMED) {
            return "invitations.refused.notReminding";
        }
        return now.isBefore(event.rsvpDeadline()) ? null : "invitations.refused.remindTooLate";
    }
}
