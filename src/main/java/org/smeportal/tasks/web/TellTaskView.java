package org.smeportal.tasks.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.security.CurrentUser;
import org.smeportal.tasks.TaskQueries;
import org.smeportal.tasks.TellTask;

/** An SME tells the day and the hours: of a task they were asked for, or of work of their own. */
@Named
@RequestScoped
public class TellTaskView {
    @Inject
    private TellTask tell;

    @Inject
    private TaskQueries tasks;

    @Inject
    private ExamQueries examQueries;

    @Inject
    private CurrentUser user;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private String formKey = UUID.randomUUID().toString();
    private TaskQueries.@Nullable Row asked;
    private List<ExamQueries.Choice> exams = List.of();
    private final TaskForm form = new TaskForm();

    /** Before an act too: which fields there are depends on the task. */
    @PostConstruct
    void open() {
        if (id == null) {
            exams = examQueries.choices();
        } else {
            asked = Optional.ofNullable(Words.uuid(id))
                    .flatMap(task -> tasks.own(task, user.accountId()))
                    .orElse(null);
        }
    }

    public void load() {
        if (id != null && asked == null) {
            throw new NotFound();
        }
        form.setDoneOn(LocalDate.ofInstant(clock.instant(), user.getZone()).toString());
    }

    public String save() {
        LocalDate day = TaskForm.day(form.getDoneOn());
        if (id == null) {
            tell.tell(new TellTask.Told(UUID.fromString(formKey), form.work(), day, form.getHours()));
        } else if (asked == null) {
            throw new NotFound();
        } else {
            tell.done(new TellTask.Done(asked.publicId(), day, form.getHours()));
        }
        messages.note("tasks.tell.done");
        return "/app/tasks/my-tasks?faces-redirect=true";
    }

    public TaskQueries.@Nullable Row getAsked() {
        return asked;
    }

    public List<ExamQueries.Choice> getExams() {
        return exams;
    }

    public String getFormKey() {
        return formKey;
    }

    public void setFormKey(String formKey) {
        UUID known = Words.uuid(formKey);
        this.formKey = known == null ? this.formKey : known.toString();
    }

    public TaskForm getForm() {
        return form;
    }
}
