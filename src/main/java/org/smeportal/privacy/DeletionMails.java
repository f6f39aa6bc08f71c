package org.smeportal.privacy;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.MailComposer;
import org.smeportal.notifications.MailTemplates;
import org.smeportal.notifications.MessageSent;
import org.smeportal.notifications.NewMessage;
import org.smeportal.notifications.Outbox;
import org.smeportal.notifications.OutboxMessage;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Text;

/** The last mail to somebody: their data are deleted. Its row knows whom it goes to until it has left, and no longer. */
@Repository
public class DeletionMails implements MailComposer {
    static final String DELETED = "data-deleted";

    private final Outbox outbox;
    private final MailTemplates templates;
    private final Text text;

    @Inject
    public DeletionMails(Outbox outbox, MailTemplates templates, Text text) {
        this.outbox = outbox;
        this.templates = templates;
        this.text = text;
    }

    void confirm(Person person) {
        outbox.enqueue(NewMessage.of(
                DELETED,
                person.sme(),
                DELETED + "." + UUID.randomUUID(),
                new EmailAddress(person.email()),
                person.name()));
    }

    void onSent(@Observes MessageSent sent) {
        if (sent.kind().equals(DELETED)) {
            outbox.forget(DELETED, sent.subjectId(), text.of("privacy.formerMember"));
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DELETED);
    }

    @Override
    public Mail compose(OutboxMessage message) {
        return templates.render(
                DELETED, text.of("privacy.mail.deleted"), Map.of("name", message.recipientName()), null);
    }
}
