package org.smeportal.items;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.MailComposer;
import org.smeportal.notifications.MailTemplates;
import org.smeportal.notifications.NewMessage;
import org.smeportal.notifications.Outbox;
import org.smeportal.notifications.OutboxMessage;
import org.smeportal.platform.PortalConfig;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Text;

/** Tells an editor that an item waits for them, not which one and not what it says (R9.2). */
@Repository
public class EditorMails implements MailComposer {
    private static final String REVISE = "item-revise";

    private final Outbox outbox;
    private final MailTemplates templates;
    private final Text text;
    private final PortalConfig config;

    @Inject
    public EditorMails(Outbox outbox, MailTemplates templates, Text text, PortalConfig config) {
        this.outbox = outbox;
        this.templates = templates;
        this.text = text;
        this.config = config;
    }

    void named(Item item, NamedEditors.Editor editor) {
        String key = REVISE + "." + UUID.randomUUID();
        outbox.enqueue(NewMessage.of(REVISE, item.id(), key, new EmailAddress(editor.email()), editor.name()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(REVISE);
    }

    @Override
    public Mail compose(OutboxMessage message) {
        return templates.render(
                message.kind(),
                text.of("items.mail." + message.kind()),
                Map.of("name", message.recipientName(), "link", config.url("/app/checks/queue")),
                null);
    }
}
