package org.smeportal.agreements;

import jakarta.inject.Inject;
import java.util.UUID;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** An SME accepts the agreement that is in force (R1.4). */
@UseCase
@Requires(Permission.ACCEPT_AGREEMENT)
public class AcceptAgreement {
    private final Agreements agreements;

    @Inject
    public AcceptAgreement(Agreements agreements) {
        this.agreements = agreements;
    }

    /** The version that was shown, whether its reader says to have read it, and the address they came from. */
    public record Acceptance(UUID agreement, boolean read, String address) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "agreement:" + agreement;
        }
    }

    public void accept(Acceptance acceptance) {
        if (!acceptance.read()) {
            throw new Refused("agreements.refused.unread").at("read");
        }
        Agreement shown = agreements.inForce().orElseThrow(NotFound::new);
        if (!shown.publicId().equals(acceptance.agreement())) {
            throw new Refused("agreements.refused.newer", shown.number());
        }
        agreements.accept(shown, acceptance.address());
    }
}
