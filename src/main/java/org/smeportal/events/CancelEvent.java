package org.smeportal.events;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** An event will not take place (R2.2); everybody who counts on it is told. */
@UseCase
public class CancelEvent {

    private final Events events;
    private final jakarta.enterprise.event.Event<EventCancelled> cancelled;

    @Inject
    public CancelEvent(Events events, jakarta.enterprise.event.Event<EventCancelled> cancelled) {
        this.events = events;
        this.cancelled = cancelled;
    }

    public record Cancellation(UUID event, String reason) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return reason;
        }
    }

    @Requires(Permission.PLAN_EVENTS)
    public void cancel(Cancellation cancellation) {
        String reason = Words.line(cancellation.reason(), 500);
        Event event = events.locked(events.byPublicId(cancellation.event()).id());
        event.cancel(reason);
        cancelled.fire(new EventCancelled(event.id(), reason));
    }
}
