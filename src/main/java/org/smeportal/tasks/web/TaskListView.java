package org.smeportal.tasks.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.tasks.TaskQueries;
import org.smeportal.tasks.TaskState;

/** All tasks with the hours of those done: SME, state, year and page in the URL. */
@Named
@RequestScoped
public class TaskListView {
    @Inject
    private TaskQueries tasks;

    @Inject
    @Param
    private @Nullable String search;

    @Inject
    @Param
    private @Nullable String state;

    @Inject
    @Param
    private @Nullable Integer year;

    @Inject
    @Param
    private @Nullable Integer page;

    private Page<TaskQueries.Row> rows = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private TaskQueries.Sum sum = new TaskQueries.Sum(0, 0);
    private List<Integer> years = List.of();

    public void load() {
        TaskQueries.Filter filter = new TaskQueries.Filter(getSearch(), getState(), year);
        rows = tasks.page(filter, PageRequest.number(page == null ? 1 : page));
        sum = tasks.sum(filter);
        years = tasks.years();
    }

    public boolean isFiltered() {
        return !getSearch().isBlank() || getState() != null || year != null;
    }

    public Page<TaskQueries.Row> getRows() {
        return rows;
    }

    public TaskQueries.Sum getSum() {
        return sum;
    }

    public List<Integer> getYears() {
        return years;
    }

    public TaskState[] getStates() {
        return TaskState.values();
    }

    public String getSearch() {
        return search == null ? "" : search;
    }

    public @Nullable TaskState getState() {
        return Words.constant(TaskState.class, state);
    }

    public @Nullable Integer getYear() {
        return year;
    }
}
