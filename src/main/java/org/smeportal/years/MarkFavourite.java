package org.smeportal.years;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;

/** An SME marks the favourite of a year (R4.7) among the events they were at: one a year, the newest mark counts. */
@UseCase
public class MarkFavourite {

    private final SmeYears years;
    private final YearQueries queries;
    private final SmeDirectory smes;
    private final CurrentUser user;

    @Inject
    public MarkFavourite(SmeYears years, YearQueries queries, SmeDirectory smes, CurrentUser user) {
        this.years = years;
        this.queries = queries;
        this.smes = smes;
        this.user = user;
    }

    /** Without an event the year has no favourite any more. */
    public record Favourite(int year, @Nullable UUID event) implements AuditedCommand {

        @Override
        public String auditSubject() {
            return "year:" + year;
        }

        @Override
        public @Nullable String auditDetail() {
            return event == null ? null : "event:" + event;
        }
    }

    @Requires(Permission.SEE_OWN_WORK)
    public void mark(Favourite favourite) {
        SmeCard sme = smes.byAccount(user.accountId()).orElseThrow(NotFound::new);
        UUID event = favourite.event();
        years.locked(sme.id(), favourite.year())
                .favour(event == null ? null : attended(sme.id(), favourite.year(), event));
    }

    private long attended(long smeId, int year, UUID event) {
        return queries.attended(smeId).stream()
                .filter(one -> one.event().equals(event) && one.day().getYear() == year)
                .map(Attended::id)
                .findFirst()
                .orElseThrow(() -> new Refused("years.refused.favourite", year));
    }
}
