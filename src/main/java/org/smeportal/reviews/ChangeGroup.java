package org.smeportal.reviews;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** A programme manager changes who sits in a group that has not begun, and what is on its agenda. */
@UseCase
@Requires(Permission.LEAD_REVIEWS)
public class ChangeGroup {
    private final ReviewSessions sessions;

    @Inject
    public ChangeGroup(ReviewSessions sessions) {
        this.sessions = sessions;
    }

    /** {@code to} is another group of the round. */
    public record Move(UUID session, UUID account, UUID to) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "review:" + session;
        }

        @Override
        public @Nullable String auditDetail() {
            return "account:" + account + " to review:" + to;
        }
    }

    public record Seat(UUID session, UUID account) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "review:" + session;
        }

        @Override
        public @Nullable String auditDetail() {
            return "account:" + account;
        }
    }

    public record Off(UUID session, UUID entry) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "review:" + session;
        }

        @Override
        public @Nullable String auditDetail() {
            return "entry:" + entry;
        }
    }

    /** No group gets smaller than four, so that three are independent whoever wrote an item. */
    public void move(Move move) {
        boolean inOrder = move.session().compareTo(move.to()) < 0;
        ReviewSession first = planned(inOrder ? move.session() : move.to());
        ReviewSession second = planned(inOrder ? move.to() : move.session());
        ReviewSession from = inOrder ? first : second;
        ReviewSession to = inOrder ? second : first;
        if (from.roundId() != to.roundId() || from.id() == to.id()) {
            throw new NotFound();
        }
        if (sessions.members(from) <= ScheduleReview.SMALLEST_GROUP) {
            throw new Refused("reviews.refused.smallest", ScheduleReview.SMALLEST_GROUP);
        }
        if (!sessions.move(from, to, move.account())) {
            throw new NotFound();
        }
        from.changed();
        to.changed();
    }

    /** Somebody with a seat in the event, who sits in no group of the round. */
    public void add(Seat seat) {
        ReviewSession group = planned(seat.session());
        if (!sessions.add(group, seat.account())) {
            throw new Refused("reviews.refused.noSeat").at("account");
        }
        group.changed();
    }

    /** The item waits for another group again. */
    public void takeOff(Off off) {
        ReviewSession group = planned(off.session());
        sessions.remove(sessions.entry(group, off.entry()));
        group.changed();
    }

    private ReviewSession planned(UUID session) {
        ReviewSession group = sessions.led(session);
        group.mustBePlanned();
        return group;
    }
}
