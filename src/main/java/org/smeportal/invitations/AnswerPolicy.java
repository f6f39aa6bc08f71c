package org.smeportal.invitations;

import java.time.Instant;
import java.util.Optional;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventStatus;

/** Whether an invitation can be answered now, and how (R3.4). Pure rules, each with its reason. */
final class AnswerPolicy {

    private AnswerPolicy() {}

    /** The key of the sentence that says why no answer is taken any more; empty while one is. */
    static Optional<String> closed(EventCard event, InvitationStatus status, Instant now) {
        if (event.status() == EventStatus.CANCELLED) {
            return Optional.of("invitations.closed.cancelled");
        }
        if (status == InvitationStatus.WITHDRAWN) {
            return Optional.of("invitations.closed.withdrawn");
        }
        if (event.status() == EventStatus.POSTPONED) {
            return Optional.of("invitations.closed.postponed");
        }
        if (!now.isBefore(event.startsAt())) {
            return Optional.of("invitations.closed.past");
        }
        return Optional.empty();
    }

    /** After the deadline a seat can be given back and a yes goes to the waitlist; a maybe comes too late. */
    static Optional<String> refusal(EventCard event, InvitationStatus status, Answer answer, Instant now) {
        Optional<String> closed = closed(event, status, now);
        if (closed.isPresent()) {
            return closed;
        }
        return answer == Answer.MAYBE && isLate(event, now)
                ? Optional.of("invitations.closed.lateMaybe")
                : Optional.empty();
    }

    static boolean isLate(EventCard event, Instant now) {
        return now.isAfter(event.rsvpDeadline());
    }

    /** Whether the answer is the one already noted. */
    static boolean isSame(InvitationStatus status, Answer answer) {
        return switch (answer) {
            case YES -> status == InvitationStatus.ACCEPTED || status == InvitationStatus.WAITLISTED;
            case MAYBE -> status == InvitationStatus.TENTATIVE;
            case NO -> status == InvitationStatus.DECLINED;
        };
    }
}
