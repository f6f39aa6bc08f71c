package org.smeportal.accounts;

import jakarta.inject.Inject;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Signs somebody out where they are signed in: their cookies there are dead with the next request. */
@UseCase
@Requires(Permission.CHANGE_OWN_ACCOUNT)
public class EndSessions {
    private final UserSessions sessions;
    private final CurrentUser user;

    @Inject
    public EndSessions(UserSessions sessions, CurrentUser user) {
        this.sessions = sessions;
        this.user = user;
    }

    /** One of the list; of those of others nothing is known here. */
    public record One(long session) {}

    public void one(One chosen) {
        if (!sessions.end(user.accountId(), chosen.session())) {
            throw new Refused("accounts.refused.session");
        }
    }

    /** All but the one of this cookie. */
    public void others(String token) {
        sessions.endOthers(user.accountId(), token);
    }

    public void all() {
        sessions.endAll(user.accountId());
    }
}
