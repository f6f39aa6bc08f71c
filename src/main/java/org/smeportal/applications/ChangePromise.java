package org.smeportal.applications;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Another day by which an applicant gets an answer (R1.2); the mail says it with the reason. */
@UseCase
@Requires(Permission.MANAGE_APPLICATIONS)
public class ChangePromise {
    private static final int MOST_MONTHS = 12;
    private static final int MOST_REASON = 300;

    private final Applications applications;
    private final ApplicationMessages messages;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public ChangePromise(Applications applications, ApplicationMessages messages, CurrentUser user, Clock clock) {
        this.applications = applications;
        this.messages = messages;
        this.user = user;
        this.clock = clock;
    }

    public record NewDay(
            UUID application,
            @Nullable LocalDate day,
            @Nullable String reason) implements AuditedCommand {
        public NewDay {
            reason = Words.optionalLine(reason, MOST_REASON);
        }

        @Override
        public String auditSubject() {
            return "application:" + application;
        }

        @Override
        public @Nullable String auditDetail() {
            return String.valueOf(day);
        }
    }

    public void change(NewDay change) {
        LocalDate day = change.day();
        String reason = change.reason();
        if (day == null) {
            throw new Refused("applications.refused.noDay").at("promisedOn");
        }
        if (reason == null) {
            throw new Refused("applications.refused.noPromiseReason").at("promiseReason");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), user.getZone());
        if (!day.isAfter(today) || day.isAfter(today.plusMonths(MOST_MONTHS))) {
            throw new Refused("applications.refused.promiseDay", MOST_MONTHS).at("promisedOn");
        }
        Application application = applications.locked(change.application());
        application.promise(day);
        messages.promised(application, reason);
    }
}
