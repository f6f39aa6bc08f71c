package org.smeportal.years;

import jakarta.inject.Inject;
import java.time.Clock;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** An SME lets everybody who has the link see a year of theirs, or takes that back. */
@UseCase
public class ShareYear {

    private final SmeYears years;
    private final YearQueries queries;
    private final SmeDirectory smes;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public ShareYear(SmeYears years, YearQueries queries, SmeDirectory smes, CurrentUser user, Clock clock) {
        this.years = years;
        this.queries = queries;
        this.smes = smes;
        this.user = user;
        this.clock = clock;
    }

    public record OfYear(int year) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "year:" + year;
        }
    }

    @Requires(Permission.SEE_OWN_WORK)
    public void share(OfYear shared) {
        SmeCard sme = own();
        if (queries.card(sme, shared.year()).isEmpty()) {
            throw new Refused("years.refused.empty", shared.year());
        }
        years.locked(sme.id(), shared.year()).share(clock.instant());
    }

    @Requires(Permission.SEE_OWN_WORK)
    public void end(OfYear shared) {
        years.locked(own().id(), shared.year()).endSharing();
    }

    private SmeCard own() {
        return smes.byAccount(user.accountId()).orElseThrow(NotFound::new);
    }
}
