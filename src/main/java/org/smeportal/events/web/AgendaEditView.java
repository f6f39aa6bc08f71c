package org.smeportal.events.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.events.Agenda;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventQueries;
import org.smeportal.events.PlanEvent;
import org.smeportal.events.SessionRow;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.web.Messages;

/** The agenda of an event, line by line; lines come and go without losing what was typed in the others. */
@Named
@RequestScoped
public class AgendaEditView {
    @Inject
    private PlanEvent plan;

    @Inject
    private EventDirectory directory;

    @Inject
    private EventQueries events;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable Integer count;

    private final List<AgendaLine> lines = new ArrayList<>();
    private int version;
    private @Nullable EventCard card;
    private @Nullable List<SessionRow> meanwhile;

    @PostConstruct
    void expectLines() {
        int typed = Math.min(Math.max(count == null ? 0 : count, 0), Agenda.MOST + 1);
        for (int i = 0; i < typed; i++) {
            lines.add(new AgendaLine());
        }
    }

    public void load() {
        lines.clear();
        directory
                .sessions(getEvent().id())
                .forEach(session -> lines.add(AgendaLine.of(session, getEvent().zone())));
        version = storedVersion();
    }

    /** Before the page is shown again: whether somebody else saved meanwhile. */
    public void compare() {
        int stored = storedVersion();
        if (version != stored) {
            meanwhile = directory.sessions(getEvent().id());
            version = stored;
        }
    }

    public void add() {
        AgendaLine last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        LocalDate firstDay =
                LocalDate.ofInstant(getEvent().startsAt(), getEvent().zone());
        lines.add(
                last == null
                        ? AgendaLine.after(firstDay.toString(), null)
                        : AgendaLine.after(last.getDay(), last.getTo()));
    }

    public void remove(int line) {
        if (line < lines.size()) {
            lines.remove(line);
        }
    }

    public void save() {
        List<Agenda.Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                entries.add(lines.get(i).entry(i + 1, getEvent().zone()));
            }
        }
        UUID event = getEvent().publicId();
        plan.replaceAgenda(event, version, new Agenda(entries));
        messages.note("events.agenda.saved", entries.size());
        EventRoutes.show(event);
    }

    public EventCard getEvent() {
        if (card == null) {
            card = directory.named(id);
        }
        return card;
    }

    public boolean isFixed() {
        return getEvent().hasFixedAgenda(clock.instant());
    }

    private int storedVersion() {
        return events.stored(getEvent().publicId()).orElseThrow(NotFound::new).version();
    }

    public List<AgendaLine> getLines() {
        return lines;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    /** What somebody else saved since this page was opened; null when nobody did. */
    public @Nullable List<SessionRow> getMeanwhile() {
        return meanwhile;
    }
}
