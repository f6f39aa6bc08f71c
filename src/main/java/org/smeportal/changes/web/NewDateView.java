package org.smeportal.changes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.changes.ChangeEvents;
import org.smeportal.changes.ChangeKind;
import org.smeportal.changes.Consequences;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.platform.web.Messages;

/** The new days of a postponed event (R2.2): who keeps the seat, who is asked again. */
@Named
@RequestScoped
public class NewDateView {
    @Inject
    private ChangeEvents changes;

    @Inject
    private Consequences consequences;

    @Inject
    private EventDirectory events;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private @Nullable EventCard event;
    private Consequences.@Nullable Effect effect;
    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate answerDay;
    private boolean again = true;
    private @Nullable String reason;

    public void load() {
        getEffect();
    }

    public void plan() {
        ChangeEvents.Planned planned = changes.plan(change(firstDay));
        messages.note("changes.planned");
        ChangeRoutes.show(planned.id());
    }

    private ChangeEvents.Change change(@Nullable LocalDate day) {
        ChangeEvents.Part part = day == null
                ? ChangeEvents.Part.only(getEvent().id())
                : ChangeEvents.Part.on(getEvent().id(), day);
        return new ChangeEvents.Change(
                ChangeKind.NEW_DATE, null, List.of(part), again && answerDay != null, answerDay, reason);
    }

    public EventCard getEvent() {
        if (event == null) {
            event = events.named(id);
        }
        return event;
    }

    /** Who counts on the event; not whether it can be done, which needs the days first. */
    public Consequences.Effect getEffect() {
        if (effect == null) {
            effect = consequences.of(change(LocalDate.now(clock))).get(0);
        }
        return effect;
    }

    public @Nullable LocalDate getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(@Nullable LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    public @Nullable LocalDate getAnswerDay() {
        return answerDay;
    }

    public void setAnswerDay(@Nullable LocalDate answerDay) {
        this.answerDay = answerDay;
    }

    public boolean isAgain() {
        return again;
    }

    public void setAgain(boolean again) {
        this.again = again;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
