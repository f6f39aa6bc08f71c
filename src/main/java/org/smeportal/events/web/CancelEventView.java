package org.smeportal.events.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.events.CancelEvent;
import org.smeportal.events.EventAudience;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.platform.web.Messages;

/** Cancelling an event: the reason, and how many people hear it. */
@Named
@RequestScoped
public class CancelEventView {
    @Inject
    private CancelEvent cancelEvent;

    @Inject
    private EventDirectory directory;

    @Inject
    private Instance<EventAudience> audiences;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private @Nullable EventCard event;
    private @Nullable Integer audience;
    private @Nullable String reason;

    public void load() {
        getEvent();
    }

    public void cancel() {
        UUID publicId = getEvent().publicId();
        int told = getAudience();
        cancelEvent.cancel(new CancelEvent.Cancellation(publicId, reason == null ? "" : reason));
        messages.note("events.cancel.done", told);
        EventRoutes.show(publicId);
    }

    public EventCard getEvent() {
        if (event == null) {
            event = directory.named(id);
        }
        return event;
    }

    public int getAudience() {
        if (audience == null) {
            long eventId = getEvent().id();
            audience = audiences.stream()
                    .mapToInt(people -> people.invited(eventId))
                    .sum();
        }
        return audience;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
