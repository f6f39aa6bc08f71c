package org.smeportal.privacy;

import jakarta.inject.Inject;
import java.time.Clock;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** An SME takes along what the portal holds of them (R1.5); the trail knows that it left. */
@UseCase
@Requires(Permission.KEEP_OWN_DATA)
public class ExportOwnData {
    private final OwnDataQueries data;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public ExportOwnData(OwnDataQueries data, CurrentUser user, Clock clock) {
        this.data = data;
        this.user = user;
        this.clock = clock;
    }

    public String json() {
        return OwnDataFile.json(data.sections(data.ofAccount(user.accountId())), clock.instant());
    }
}
