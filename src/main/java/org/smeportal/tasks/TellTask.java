package org.smeportal.tasks;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeDirectory;

/** An SME tells what they did for the programme: a task they were asked for, or work of their own. */
@UseCase
@Requires(Permission.TELL_OWN_TASKS)
public class TellTask {
    private final SmeTasks tasks;
    private final SmeDirectory smes;
    private final CurrentUser user;

    @Inject
    public TellTask(SmeTasks tasks, SmeDirectory smes, CurrentUser user) {
        this.tasks = tasks;
        this.smes = smes;
        this.user = user;
    }

    /** {@code hours} as typed. */
    public record Done(
            UUID task, @Nullable LocalDate on, @Nullable String hours) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "task:" + task;
        }

        @Override
        public @Nullable String auditDetail() {
            return hours;
        }
    }

    public record Told(
            Work work, @Nullable LocalDate on, @Nullable String hours) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "own task";
        }

        @Override
        public @Nullable String auditDetail() {
            return work.title();
        }
    }

    public void done(Done done) {
        SmeTask task = tasks.lockedOf(done.task(), me());
        LocalDate day = tasks.doneOn(done.on());
        task.done(day, Hours.minutes(done.hours()));
    }

    public void tell(Told told) {
        LocalDate day = tasks.doneOn(told.on());
        int minutes = Hours.minutes(told.hours());
        tasks.add(me(), told.work(), null).done(day, minutes);
    }

    private long me() {
        return smes.byAccount(user.accountId()).orElseThrow(NotFound::new).id();
    }
}
