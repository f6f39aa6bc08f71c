package org.smeportal.notifications.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.notifications.MailHealth;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.notifications.OutboxState;

/** All messages and their fate: state, kind, recipient, event and page in the URL. */
@Named
@RequestScoped
public class OutboxView {
    @Inject
    private OutboxQueries outbox;

    @Inject
    @Param
    private @Nullable String state;

    @Inject
    @Param
    private @Nullable String search;

    @Inject
    @Param
    private @Nullable Long event;

    @Inject
    @Param
    private @Nullable String kind;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<OutboxQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private @Nullable MailHealth health;

    public void load() {
        rows = outbox.page(
                new OutboxQueries.Filter(wanted(), getSearch(), event, getKind()),
                PageRequest.number(page == null ? 1 : page));
        health = outbox.health();
    }

    private @Nullable OutboxState wanted() {
        for (OutboxState known : OutboxState.values()) {
            if (known.name().equals(state)) {
                return known;
            }
        }
        return null;
    }

    public boolean isFiltered() {
        return wanted() != null
                || !getSearch().isBlank()
                || event != null
                || !getKind().isEmpty();
    }

    public Page<OutboxQueries.Row> getRows() {
        return rows;
    }

    public @Nullable MailHealth getHealth() {
        return health;
    }

    public OutboxState[] getStates() {
        return OutboxState.values();
    }

    public String getState() {
        return state == null ? "" : state;
    }

    public String getSearch() {
        return search == null ? "" : search;
    }

    public String getKind() {
        return kind == null ? "" : kind;
    }

    public Set<String> getKinds() {
        return outbox.kinds();
    }

    /** The title of the one event; null when there is none, or none of its messages is shown. */
    public @Nullable String getEventTitle() {
        return event == null || rows.isEmpty() ? null : rows.rows().get(0).eventTitle();
    }

    public @Nullable Long getEvent() {
        return event;
    }
}
