package org.smeportal.accounts;

import jakarta.inject.Inject;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Anonymous;

/** Ends the session of a cookie: it is dead with the next request. */
@UseCase
public class SignOut {
    private final UserSessions sessions;

    @Inject
    public SignOut(UserSessions sessions) {
        this.sessions = sessions;
    }

    @Anonymous("whoever holds the cookie may end it")
    public void signOut(String token) {
        sessions.end(token);
    }
}
