package org.smeportal.notifications;

import java.util.Set;

/** A feature's hand in its mails: composes the kinds it names at the moment they are sent (or shown in the outbox). */
public interface MailComposer {

    Set<String> kinds();

    Mail compose(OutboxMessage message);
}
