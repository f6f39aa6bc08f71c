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
    /** Given up after the last try. */
    FAILED
}
