package org.smeportal.accounts;

import jakarta.inject.Inject;
import org.smeportal.platform.BackgroundStep;

/** Notes now and then that a signed-in user is still here. */
@BackgroundStep
public class SessionNotes {
    private final UserSessions sessions;
    private final PendingSignIns pending;

    @Inject
    public SessionNotes(UserSessions sessions, PendingSignIns pending) {
        this.sessions = sessions;
        this.pending = pending;
    }

    public void seen(long session) {
        sessions.note(session);
    }

    public int sweep() {
        return sessions.sweep() + pending.sweep();
    }
}
