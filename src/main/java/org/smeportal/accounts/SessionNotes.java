package org.smeportal.accounts;

import jakarta.inject.Inject;
import org.smeportal.platform.BackgroundStep;

/** Notes now and then that a signed-in user is still here. */
@BackgroundStep
public class SessionNotes {
    private final UserSessions sessions;

    @Inject
    public SessionNotes(UserSessions sessions) {
        this.sessions = sessions;
    }

    public void seen(long session) {
        sessions.note(session);
    }

    public int sweep() {
        return sessions.sweep();
    }
}
