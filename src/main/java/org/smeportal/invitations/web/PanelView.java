package org.smeportal.invitations.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.PoolRow;
import org.smeportal.invitations.GiveSeat;
import org.smeportal.invitations.InvitationStatus;
import org.smeportal.invitations.InviteSmes;
import org.smeportal.invitations.InvitingPolicy;
import org.smeportal.invitations.PanelQueries;
import org.smeportal.invitations.RemindUnanswered;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.web.Messages;

/** Who is on an event: answers, seats, the waves that wait, reminders. */
@Named
@RequestScoped
public class PanelView {
    @Inject
    private EventDirectory events;

    @Inject
    private PanelQueries panel;

    @Inject
    private RemindUnanswered reminder;

    @Inject
    private GiveSeat seat;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable String status;

    @Inject
    @Param
    private @Nullable Integer page;

    private @Nullable EventCard event;
    private Map<InvitationStatus, Integer> counts = Map.of();
    private List<PoolRow> pools = List.of();
    private List<PanelQueries.Standby> standby = List.of();
    private List<PanelQueries.Due> unanswered = List.of();
    private Page<PanelQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    @PostConstruct
    void readForAct() {
        if (Faces.isPostback()) {
            load();
        }
    }

    public void load() {
        EventCard found = events.named(id);
        event = found;
        counts = panel.counts(found.id());
        pools = events.pools(found.id());
        standby = panel.standby(found.id());
        unanswered = InvitingPolicy.againstReminding(found, clock.instant()) == null
                ? panel.unanswered(found.id())
                : List.of();
        rows = panel.panel(found.id(), getStatus(), PageRequest.number(page == null ? 1 : page));
    }

    public void remind() {
        InviteSmes.Invited reminded = reminder.remind(getEvent().publicId());
        messages.note("invitations.panel.reminded", reminded.count());
        reopen();
    }

    public void giveSeats() {
        seat.toTheQueue(getEvent().publicId());
        messages.note("invitations.panel.given");
        reopen();
    }

    private void reopen() {
        Faces.redirect("/app/invitations/panel/" + getEvent().publicId());
    }

    public boolean isInviting() {
        return InvitingPolicy.againstInviting(getEvent(), clock.instant()) == null;
    }

    public EventCard getEvent() {
        return Objects.requireNonNull(event);
    }

    public int count(InvitationStatus one) {
        return counts.getOrDefault(one, 0);
    }

    public int getTotal() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public InvitationStatus[] getStatuses() {
        return InvitationStatus.values();
    }

    public @Nullable InvitationStatus getStatus() {
        return Arrays.stream(InvitationStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElse(null);
    }

    public List<PoolRow> getPools() {
        return pools;
    }

    /** Seats that are free although somebody waits for them, as after a late yes. */
    public int getSeatsToGive() {
        return getEvent().status().isOver()
                ? 0
                : pools.stream()
                        .mapToInt(pool -> Math.min(pool.free(), pool.waiting()))
                        .sum();
    }

    public List<PanelQueries.Standby> getStandby() {
        return standby;
    }

    public List<PanelQueries.Due> getDue() {
        return unanswered.stream().filter(PanelQueries.Due::wanted).toList();
    }

    /** How many get no reminder because they do not want any. */
    public int getUnwilling() {
        return unanswered.size() - getDue().size();
    }

    public Instant getLeavesAt() {
        return panel.leavesAt();
    }

    public Page<PanelQueries.Row> getRows() {
        return rows;
    }
}
