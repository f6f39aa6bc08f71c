package org.smeportal.privacy;

import jakarta.inject.Inject;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.BackgroundStep;
import org.smeportal.platform.Text;

/** A last mail that could not be delivered keeps its address no longer than the others. */
@BackgroundStep
public class LastMails {
    private final Outbox outbox;
    private final Text text;

    @Inject
    public LastMails(Outbox outbox, Text text) {
        this.outbox = outbox;
        this.text = text;
    }

    public void sweep() {
        outbox.forgetUndelivered(DeletionMails.DELETED, text.of("privacy.formerMember"));
    }
}
