package org.smeportal.notifications;

/** The fate of a message. */
public enum OutboxState {
    /** Waits for its time or for its next try. */
    QUEUED,
    /** Handed to the mail server right now; after its lease it is tried again under the same Message-ID. */
    SENDING,
    /** Taken by the mail server. */
    SENT,
    /** Kept readable here instead of sent, because no mail server is configured on purpose. */
    KEPT,
    /** Refused by the mail server for good (5xx). */
    BOUNCED,
    /** Could not be composed, or given up after the last try. */
    FAILED;

    /** Whether somebody may ask for another try now: not while it waits for its first, nor when it has left. */
    public boolean canBeRetried(boolean withError) {
        return this == BOUNCED || this == FAILED || (this == QUEUED && withError);
    }
}
