package org.smeportal.agreements;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** An administrator writes the next version of the agreement and publishes it; from then on every SME is asked. */
@UseCase
@Requires(Permission.MANAGE_AGREEMENTS)
public class KeepAgreement {
    private final Agreements agreements;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public KeepAgreement(Agreements agreements, CurrentUser user, Clock clock) {
        this.agreements = agreements;
        this.user = user;
        this.clock = clock;
    }

    /** {@code version} is that of the draft as its editor saw it: who saves second is told. */
    public record Change(UUID agreement, int version, Wording wording) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "agreement:" + agreement;
        }

        @Override
        public @Nullable String auditDetail() {
            return wording.title();
        }
    }

    /** {@code version} is that of the draft as it was read before: nobody publishes a text they have not seen. */
    public record Publishing(UUID agreement, int version, String title) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "agreement:" + agreement;
        }

        @Override
        public @Nullable String auditDetail() {
            return title;
        }
    }

    public UUID draft(Wording wording) {
        return agreements.add(wording).publicId();
    }

    public void change(Change change) {
        agreements.locked(change.agreement()).change(change.version(), change.wording());
    }

    public void discard(Publishing draft) {
        Agreement agreement = agreements.locked(draft.agreement());
        agreement.mustBeDraft(draft.version());
        agreements.remove(agreement);
    }

    public void publish(Publishing draft) {
        agreements.locked(draft.agreement()).publish(draft.version(), user.getName(), clock.instant());
    }
}
