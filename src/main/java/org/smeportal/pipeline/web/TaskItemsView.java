package org.smeportal.pipeline.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.smeportal.exams.ExamQueries;
import org.smeportal.pipeline.PipelineQueries;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;

/** Beside the tasks of an exam: how many items each has, for its programme managers. */
@Named
@RequestScoped
public class TaskItemsView {
    @Inject
    private PipelineQueries queries;

    @Inject
    private CurrentUser user;

    private Set<Long> led = Set.of();
    private List<PipelineQueries.TaskCount> counts = List.of();

    public void load() {
        if (user.may(Permission.MANAGE_ITEMS)) {
            led = queries.exams().stream().map(ExamQueries.Choice::id).collect(Collectors.toSet());
            counts = led.isEmpty() ? List.of() : queries.tasks();
        }
    }

    public boolean leads(long examId) {
        return led.contains(examId);
    }

    public int items(long examId, int domain, int task) {
        return counts.stream()
                .filter(count -> count.examId() == examId && count.domain() == domain && count.task() == task)
                .mapToInt(PipelineQueries.TaskCount::items)
                .sum();
    }
}
