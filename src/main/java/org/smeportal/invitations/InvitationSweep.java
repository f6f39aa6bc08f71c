package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets the clock do its part, one invitation a transaction. */
@Singleton
public class InvitationSweep {

    private static final Logger LOG = Logger.getLogger(InvitationSweep.class.getName());

    private final ExpireInvitation step;

    @Inject
    InvitationSweep(ExpireInvitation step) {
        this.step = step;
    }

    /** One that fails is tried again at the next time and holds up no other. */
    public void run() {
        List<Long> due = step.due();
        while (due.stream().filter(this::expire).count() > 0) {
            due = step.due();
        }
    }

    private boolean expire(long invitation) {
        try {
            step.expire(invitation);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "Invitation " + invitation + " could not be ended");
            return false;
        }
    }
}
