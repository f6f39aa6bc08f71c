package org.smeportal.feedback;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** The mails that ask for feedback leave now, or not at all (R3.7), while they wait for the undo window. */
@UseCase
public class HoldAsking {

    private final FeedbackQueries queries;
    private final EventDirectory events;
    private final Outbox outbox;

    @Inject
    public HoldAsking(FeedbackQueries queries, EventDirectory events, Outbox outbox) {
        this.queries = queries;
        this.events = events;
        this.outbox = outbox;
    }

    /** The mails as they were seen. */
    public record Mails(UUID event, UUID batch) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return "batch:" + batch;
        }
    }

    /** Answers how many left the queue. The line on the home of who was there stays. */
    @Requires(Permission.READ_FEEDBACK)
    public int takeBack(Mails mails) {
        return outbox.removeQueued(waiting(mails));
    }

    @Requires(Permission.READ_FEEDBACK)
    public int sendNow(Mails mails) {
        return outbox.sendNow(waiting(mails));
    }

    private UUID waiting(Mails mails) {
        EventCard event = events.byPublicId(mails.event()).orElseThrow(NotFound::new);
        return queries.waiting(event.id())
                .map(FeedbackQueries.Waiting::batch)
                .filter(mails.batch()::equals)
                .orElseThrow(() -> new Refused("feedback.refused.left"));
    }
}
