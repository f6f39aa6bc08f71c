package org.smeportal.tasks.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.tasks.AskForTask;
import org.smeportal.tasks.TaskQueries;

/** A task that is not needed any more. */
@Named
@RequestScoped
public class DropTaskView {
    @Inject
    private TaskQueries tasks;

    @Inject
    private AskForTask ask;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private TaskQueries.@Nullable Row task;

    public void load() {
        getTask();
    }

    public String drop() {
        ask.drop(getTask().publicId());
        messages.note("tasks.drop.done", getTask().title());
        return "/app/tasks/task-list?faces-redirect=true";
    }

    public TaskQueries.Row getTask() {
        if (task == null) {
            task = Optional.ofNullable(Words.uuid(id)).flatMap(tasks::one).orElseThrow(NotFound::new);
        }
        return task;
    }
}
