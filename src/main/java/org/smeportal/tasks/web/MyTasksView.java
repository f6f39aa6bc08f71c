package org.smeportal.tasks.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.security.CurrentUser;
import org.smeportal.tasks.TaskQueries;

/** What an SME is asked for, and what they did with how many hours. */
@Named
@RequestScoped
public class MyTasksView {
    private static final int MOST = 100;

    @Inject
    private TaskQueries tasks;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private @Nullable Integer year;

    @Inject
    @Param
    private @Nullable Integer page;

    private List<TaskQueries.Row> open = List.of();
    private Page<TaskQueries.Row> done = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);
    private TaskQueries.Sum sum = new TaskQueries.Sum(0, 0);
    private List<Integer> years = List.of();

    public void load() {
        long account = user.accountId();
        open = tasks.open(account, MOST);
        done = tasks.done(account, year, PageRequest.number(page == null ? 1 : page));
        sum = tasks.doneSum(account, year);
        years = tasks.doneYears(account);
    }

    public boolean isLate(TaskQueries.Row task) {
        return task.dueOn() != null && task.dueOn().isBefore(LocalDate.ofInstant(clock.instant(), user.getZone()));
    }

    public List<TaskQueries.Row> getOpen() {
        return open;
    }

    public Page<TaskQueries.Row> getDone() {
        return done;
    }

    public TaskQueries.Sum getSum() {
        return sum;
    }

    public List<Integer> getYears() {
        return years;
    }

    public @Nullable Integer getYear() {
        return year;
    }
}
