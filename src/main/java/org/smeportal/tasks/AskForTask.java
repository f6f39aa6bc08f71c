package org.smeportal.tasks;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** A programme manager asks an SME for a task, records one that was done, or drops one that is not needed any more. */
@UseCase
@Requires(Permission.MANAGE_TASKS)
public class AskForTask {
    private final SmeTasks tasks;
    private final SmeDirectory smes;
    private final TaskMessages messages;

    @Inject
    public AskForTask(SmeTasks tasks, SmeDirectory smes, TaskMessages messages) {
        this.tasks = tasks;
        this.smes = smes;
        this.messages = messages;
    }

    public record Asked(UUID sme, Work work, @Nullable LocalDate dueOn) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "sme:" + sme;
        }

        @Override
        public @Nullable String auditDetail() {
            return work.title();
        }
    }

    /** {@code hours} as typed. */
    public record Recorded(
            UUID sme,
            Work work,
            @Nullable LocalDate doneOn,
            @Nullable String hours) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "sme:" + sme;
        }

        @Override
        public @Nullable String auditDetail() {
            return work.title();
        }
    }

    public UUID ask(Asked asked) {
        SmeCard sme = smes.byPublicId(asked.sme()).orElseThrow(NotFound::new);
        SmeTask task = tasks.add(sme.id(), asked.work(), tasks.dueOn(asked.dueOn()));
        messages.asked(task, sme);
        return task.publicId();
    }

    public UUID record(Recorded recorded) {
        SmeCard sme = smes.byPublicId(recorded.sme()).orElseThrow(NotFound::new);
        LocalDate day = tasks.doneOn(recorded.doneOn());
        int minutes = Hours.minutes(recorded.hours());
        SmeTask task = tasks.add(sme.id(), recorded.work(), null);
        task.done(day, minutes);
        return task.publicId();
    }

    public void drop(UUID task) {
        tasks.locked(task).drop();
    }
}
