package org.smeportal.events.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventQueries;
import org.smeportal.events.EventStatus;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;

/** All events: search, filter, order and page in the URL; the coming ones when nothing is chosen. */
@Named
@RequestScoped
public class EventListView {
    @Inject
    private EventQueries events;

    @Inject
    private ExamQueries examQueries;

    @Inject
    @Param
    private @Nullable String search;

    @Inject
    @Param
    private @Nullable String status;

    @Inject
    @Param
    private @Nullable String kind;

    @Inject
    @Param
    private @Nullable Long exam;

    @Inject
    @Param
    private @Nullable String when;

    @Inject
    @Param
    private @Nullable String sort;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<EventQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private List<ExamQueries.Choice> exams = List.of();

    public void load() {
        exams = examQueries.choices();
        rows = events.page(
                new EventQueries.Filter(getSearch(), getStatus(), getKind(), exam, getWhen()),
                getSort(),
                PageRequest.number(page == null ? 1 : page));
    }

    public Page<EventQueries.Row> getRows() {
        return rows;
    }

    public List<ExamQueries.Choice> getExams() {
        return exams;
    }

    public EventStatus[] getStatuses() {
        return EventStatus.values();
    }

    public EventKind[] getKinds() {
        return EventKind.values();
    }

    public EventQueries.When[] getWhens() {
        return EventQueries.When.values();
    }

    public String getSearch() {
        return search == null ? "" : search;
    }

    public @Nullable EventStatus getStatus() {
        return Words.constant(EventStatus.class, status);
    }

    public @Nullable EventKind getKind() {
        return Words.constant(EventKind.class, kind);
    }

    public @Nullable Long getExam() {
        return exam;
    }

    public EventQueries.When getWhen() {
        EventQueries.When chosen = Words.constant(EventQueries.When.class, when);
        return chosen == null ? EventQueries.When.COMING : chosen;
    }

    public EventQueries.Sort getSort() {
        EventQueries.Sort chosen = Words.constant(EventQueries.Sort.class, sort);
        return chosen == null ? EventQueries.Sort.START : chosen;
    }

    /** Whether something was chosen that an empty list may be due to. */
    public boolean isFiltered() {
        return !getSearch().isBlank() || getStatus() != null || getKind() != null || exam != null;
    }
}
