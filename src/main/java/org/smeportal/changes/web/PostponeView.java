package org.smeportal.changes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.changes.ChangeEvents;
import org.smeportal.changes.ChangeKind;
import org.smeportal.changes.Consequences;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.platform.web.Messages;

/** Postponing an event (R2.2): the reason, and who hears it. */
@Named
@RequestScoped
public class PostponeView {
    @Inject
    private ChangeEvents changes;

    @Inject
    private Consequences consequences;

    @Inject
    private EventDirectory events;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private @Nullable EventCard event;
    private Consequences.@Nullable Effect effect;
    private @Nullable String reason;

    public void load() {
        getEffect();
    }

    public void postpone() {
        ChangeEvents.Planned planned = changes.plan(change(reason));
        messages.note("changes.planned");
        ChangeRoutes.show(planned.id());
    }

    private ChangeEvents.Change change(@Nullable String why) {
        return new ChangeEvents.Change(
                ChangeKind.POSTPONE,
                null,
                List.of(ChangeEvents.Part.only(getEvent().id())),
                false,
                null,
                why);
    }

    public EventCard getEvent() {
        if (event == null) {
            event = events.named(id);
        }
        return event;
    }

    public Consequences.Effect getEffect() {
        if (effect == null) {
            effect = consequences.of(change(null)).get(0);
        }
        return effect;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
