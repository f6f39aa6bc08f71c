package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Lets the clock do its part, one invitation a transaction. */
@Singleton
public class InvitationSweep {

    private final ExpireInvitation step;

    @Inject
    InvitationSweep(ExpireInvitation step) {
        this.step = step;
    }

    public void run() {
        List<Long> due = step.due();
        while (!due.isEmpty()) {
            due.forEach(step::expire);
            due = step.due();
        }
    }
}
