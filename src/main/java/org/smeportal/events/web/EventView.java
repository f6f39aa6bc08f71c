package org.smeportal.events.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventStatus;
import org.smeportal.events.PlanEvent;
import org.smeportal.events.PoolRow;
import org.smeportal.events.SessionRow;
import org.smeportal.platform.web.Messages;

/** An event at a glance, and what to do next for it. */
@Named
@RequestScoped
public class EventView {
    @Inject
    private EventDirectory directory;

    @Inject
    private PlanEvent plan;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private @Nullable EventCard event;
    private List<PoolRow> pools = List.of();
    private List<AgendaDay> agenda = List.of();

    /** The one step that an event waits for. */
    public enum NextStep {
        READY,
        NEW_DATE,
        INVITE,
        CONFIRM,
        MEET,
        CLOSE,
        RESULT,
        NOTHING
    }

    /** The sessions of a day in the event's zone. */
    public record AgendaDay(Instant at, List<SessionRow> sessions) {}

    public void load() {
        EventCard card = getEvent();
        pools = directory.pools(card.id());
        agenda = directory.sessions(card.id()).stream()
                .collect(Collectors.groupingBy(
                        session -> LocalDate.ofInstant(session.startsAt(), card.zone()),
                        TreeMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(sessions -> new AgendaDay(sessions.get(0).startsAt(), sessions))
                .toList();
    }

    public void markReady() {
        plan.markReady(getEvent().publicId());
        messages.note("events.ready.done");
        EventRoutes.show(getEvent().publicId());
    }

    public void confirm() {
        plan.confirm(getEvent().publicId());
        messages.note("events.confirm.done");
        EventRoutes.show(getEvent().publicId());
    }

    public EventCard getEvent() {
        if (event == null) {
            event = directory.named(id);
        }
        return event;
    }

    public NextStep getNext() {
        EventCard card = getEvent();
        boolean over = !clock.instant().isBefore(card.endsAt());
        return switch (card.status()) {
            case DRAFT -> NextStep.READY;
            case POSTPONED -> NextStep.NEW_DATE;
            case PLANNED -> NextStep.INVITE;
            case INVITING -> over ? NextStep.CLOSE : NextStep.CONFIRM;
            case CONFIRMED -> over ? NextStep.CLOSE : NextStep.MEET;
            case RUNNING -> NextStep.CLOSE;
            case COMPLETED -> NextStep.RESULT;
            case CANCELLED -> NextStep.NOTHING;
        };
    }

    /** People count on it, and it has not begun: how and when it meets is changed with its consequences in view. */
    public boolean isMovable() {
        EventCard card = getEvent();
        boolean planned = card.status() == EventStatus.PLANNED
                || card.status() == EventStatus.INVITING
                || card.status() == EventStatus.CONFIRMED;
        return planned && clock.instant().isBefore(card.startsAt());
    }

    public boolean isAgendaFixed() {
        return getEvent().hasFixedAgenda(clock.instant());
    }

    public List<PoolRow> getPools() {
        return pools;
    }

    public List<AgendaDay> getAgenda() {
        return agenda;
    }
}
