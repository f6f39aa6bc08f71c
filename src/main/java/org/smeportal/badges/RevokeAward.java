package org.smeportal.badges;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeDirectory;

/** A programme manager takes an award back, with a reason; the award stays, as revoked. */
@UseCase
public class RevokeAward {

    private final Awards awards;
    private final AwardMessages messages;
    private final SmeDirectory smes;
    private final Clock clock;

    @Inject
    public RevokeAward(Awards awards, AwardMessages messages, SmeDirectory smes, Clock clock) {
        this.awards = awards;
        this.messages = messages;
        this.smes = smes;
        this.clock = clock;
    }

    public record Revocation(UUID award, String reason) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "award:" + award;
        }

        @Override
        public @Nullable String auditDetail() {
            return reason;
        }
    }

    @Requires(Permission.MANAGE_AWARDS)
    public void revoke(Revocation revocation) {
        String reason = Words.optionalLine(revocation.reason(), 500);
        if (reason == null) {
            throw new Refused("badges.refused.noReason");
        }
        Award award = awards.locked(revocation.award());
        award.revoke(reason, true, clock.instant());
        messages.revoked(award, smes.card(award.smeId()), reason);
    }
}
