package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
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

/**
 * Tells the author what became of an item: not which one, nor what it or its reviewers say (R9.2). The kinds are
 * confidential, so that nobody else learns from a mail who the author is (R6.1).
 */
@Repository
public class AuthorMails implements MailComposer {
    private static final String RETURNED = "item-returned";
    private static final String ENDED = "item-ended";
    private static final String ACCEPTED = "item-accepted";
    private static final String LOOKED_AT = "item-editorial";
    private static final String HANDED_OVER = "item-handed-over";

    private final EntityManager entityManager;
    private final Outbox outbox;
    private final MailTemplates templates;
    private final Text text;
    private final PortalConfig config;

    @Inject
    public AuthorMails(
            EntityManager entityManager, Outbox outbox, MailTemplates templates, Text text, PortalConfig config) {
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.templates = templates;
        this.text = text;
        this.config = config;
    }

    void returned(Item item) {
        tell(item, RETURNED);
    }

    void ended(Item item) {
        tell(item, ENDED);
    }

    void accepted(Item item) {
        tell(item, ACCEPTED);
    }

    /** A second person decided about an editorial change. */
    void lookedAt(Item item) {
        tell(item, LOOKED_AT);
    }

    /** An editor revises it in the author's place. */
    void handedOver(Item item) {
        tell(item, HANDED_OVER);
    }

    private void tell(Item item, String kind) {
        Object[] author = (Object[]) entityManager
                .createNativeQuery(
                        "select s.email, s.name from item_author a join sme s on s.id = a.sme_id where a.item_id = ?1")
                .setParameter(1, item.id())
                .getSingleResult();
        String key = kind + "." + UUID.randomUUID();
        outbox.enqueue(NewMessage.of(kind, item.id(), key, new EmailAddress((String) author[0]), (String) author[1]));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RETURNED, ENDED, ACCEPTED, LOOKED_AT, HANDED_OVER);
    }

    @Override
    public Mail compose(OutboxMessage message) {
        String page = message.kind().equals(ACCEPTED) ? "/app/replies/feedback-list" : "/app/items/my-items";
        return templates.render(
                message.kind(),
                text.of("items.mail." + message.kind()),
                Map.of("name", message.recipientName(), "link", config.url(page)),
                null);
    }
}
