package org.smeportal.profiles;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.Qualifying;

/** A programme manager looked at the evidence: a confirmed qualification makes the SME one for that exam. */
@UseCase
@Requires(Permission.MANAGE_SMES)
public class JudgeQualification {
    private final Qualifications qualifications;
    private final Qualifying qualifying;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public JudgeQualification(Qualifications qualifications, Qualifying qualifying, CurrentUser user, Clock clock) {
        this.qualifications = qualifications;
        this.qualifying = qualifying;
        this.user = user;
        this.clock = clock;
    }

    public record Rejection(UUID qualification, String reason) implements AuditedCommand {
        public Rejection {
            reason = Words.line(reason, 500);
        }

        @Override
        public String auditSubject() {
            return "qualification:" + qualification;
        }

        @Override
        public @Nullable String auditDetail() {
            return reason;
        }
    }

    public void confirm(UUID qualification) {
        Qualification judged = qualifications.locked(qualification);
        judged.confirm(user.getName(), clock.instant());
        qualifying.qualify(judged.smeId(), judged.examId());
    }

    public void reject(Rejection rejection) {
        qualifications.locked(rejection.qualification()).reject(rejection.reason(), user.getName(), clock.instant());
    }
}
