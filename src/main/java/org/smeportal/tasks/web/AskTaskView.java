package org.smeportal.tasks.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;
import org.smeportal.tasks.AskForTask;
import org.smeportal.tasks.Work;

/** A programme manager asks one SME for a task, or records what that SME did. */
@Named
@RequestScoped
public class AskTaskView {
    @Inject
    private AskForTask ask;

    @Inject
    private SmeDirectory smes;

    @Inject
    private ExamQueries examQueries;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    private @Nullable SmeCard sme;
    private List<ExamQueries.Choice> exams = List.of();
    private final TaskForm form = new TaskForm();

    @PostConstruct
    void open() {
        exams = examQueries.choices();
    }

    public void load() {
        getSme();
    }

    public String ask() {
        SmeCard to = getSme();
        ask.ask(new AskForTask.Asked(to.publicId(), form.work(), TaskForm.day(form.getDueOn())));
        messages.note("tasks.ask.done", to.name());
        return "/app/tasks/task-list?faces-redirect=true";
    }

    public String record() {
        SmeCard of = getSme();
        Work work = form.work();
        ask.record(new AskForTask.Recorded(of.publicId(), work, TaskForm.day(form.getDoneOn()), form.getHours()));
        messages.note("tasks.record.done", of.name());
        return "/app/tasks/task-list?faces-redirect=true";
    }

    public SmeCard getSme() {
        if (sme == null) {
            sme = Optional.ofNullable(Words.uuid(id)).flatMap(smes::byPublicId).orElseThrow(NotFound::new);
        }
        return sme;
    }

    public TaskForm getForm() {
        return form;
    }

    public List<ExamQueries.Choice> getExams() {
        return exams;
    }
}
