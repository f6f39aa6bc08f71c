package org.smeportal.reviews.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.reviews.RoundQueries;
import org.smeportal.reviews.SessionState;

/** Review sessions of the user's exams: event, state and page in the URL. */
@Named
@RequestScoped
public class RoundListView {
    @Inject
    private RoundQueries rounds;

    @Inject
    @Param
    private @Nullable String event;

    @Inject
    @Param
    private @Nullable String state;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<RoundQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private List<RoundQueries.Event> events = List.of();

    public void load() {
        events = rounds.events();
        rows = rounds.page(
                new RoundQueries.Filter(Words.uuid(event), getState()), PageRequest.number(page == null ? 1 : page));
    }

    public boolean isFiltered() {
        return !getEvent().isEmpty() || getState() != null;
    }

    public Page<RoundQueries.Row> getRows() {
        return rows;
    }

    public List<RoundQueries.Event> getEvents() {
        return events;
    }

    public SessionState[] getStates() {
        return SessionState.values();
    }

    public String getEvent() {
        return event == null ? "" : event;
    }

    public @Nullable SessionState getState() {
        return Words.constant(SessionState.class, state);
    }
}
