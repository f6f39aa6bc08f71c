package org.smeportal.tasks;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeDirectory;

/** An SME tells what they did for the programme: a task they were asked for, or work of their own. */
@UseCase
@Requires(Permission.TELL_OWN_TASKS)
public class TellTask {
    /** More than anybody did in a day; for who writes down a year at once. */
    static final int MOST_A_DAY = 50;

    private final SmeTasks tasks;
    private final SmeDirectory smes;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public TellTask(SmeTasks tasks, SmeDirectory smes, CurrentUser user, Clock clock) {
        this.tasks = tasks;
        this.smes = smes;
        this.user = user;
        this.clock = clock;
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

    /** {@code formKey} was made when the form was shown: sending it twice tells once. */
    public record Told(
            UUID formKey,
            Work work,
            @Nullable LocalDate on,
            @Nullable String hours) implements AuditedCommand {
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
        long me = me();
        tasks.lock(me);
        if (tasks.isTold(me, told.formKey())) {
            return;
        }
        LocalDate day = tasks.doneOn(told.on());
        int minutes = Hours.minutes(told.hours());
        if (tasks.toldSince(me, clock.instant().minus(1, ChronoUnit.DAYS)) >= MOST_A_DAY) {
            throw new Refused("tasks.refused.many", MOST_A_DAY);
        }
        SmeTask task = tasks.add(me, told.work(), null);
        task.toldBy(told.formKey());
        task.done(day, minutes);
    }

    private long me() {
        return smes.byAccount(user.accountId()).orElseThrow(NotFound::new).id();
    }
}
