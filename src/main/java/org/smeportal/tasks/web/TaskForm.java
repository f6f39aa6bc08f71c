package org.smeportal.tasks.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.tasks.Work;

/** What is typed about a task. */
public class TaskForm {
    private @Nullable String title;
    private @Nullable String details;
    private @Nullable Long exam;
    private @Nullable String dueOn;
    private @Nullable String doneOn;
    private @Nullable String hours;

    Work work() {
        return new Work(title == null ? "" : title, details, exam);
    }

    /** As the date field of a browser writes it. */
    static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new Refused("tasks.refused.day", typed);
        }
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getDetails() {
        return details;
    }

    public void setDetails(@Nullable String details) {
        this.details = details;
    }

    public @Nullable Long getExam() {
        return exam;
    }

    public void setExam(@Nullable Long exam) {
        this.exam = exam;
    }

    public @Nullable String getDueOn() {
        return dueOn;
    }

    public void setDueOn(@Nullable String dueOn) {
        this.dueOn = dueOn;
    }

    public @Nullable String getDoneOn() {
        return doneOn;
    }

    public void setDoneOn(@Nullable String doneOn) {
        this.doneOn = doneOn;
    }

    public @Nullable String getHours() {
        return hours;
    }

    public void setHours(@Nullable String hours) {
        this.hours = hours;
    }
}
