package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.TimeText;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.MailComposer;
import org.smeportal.notifications.MailTemplates;
import org.smeportal.notifications.NewMessage;
import org.smeportal.notifications.Outbox;
import org.smeportal.notifications.OutboxMessage;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Text;

/** The mail that asks somebody to apply. */
@Repository
public class InviteMessages implements MailComposer {
    private static final String INVITE = "apply-invite";

    private final EntityManager entityManager;
    private final Outbox outbox;
    private final ApplicationLinks links;
    private final MailTemplates templates;
    private final Text text;

    @Inject
    public InviteMessages(
            EntityManager entityManager, Outbox outbox, ApplicationLinks links, MailTemplates templates, Text text) {
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.links = links;
        this.templates = templates;
        this.text = text;
    }

    void invited(ApplyInvite invite) {
        outbox.enqueue(NewMessage.of(
                INVITE,
                invite.id(),
                INVITE + "." + UUID.randomUUID(),
                new EmailAddress(Objects.requireNonNull(invite.email())),
                invite.recipientName()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(INVITE);
    }

    @Override
    public Mail compose(OutboxMessage message) {
        Object[] row = Sql.rows(entityManager.createNativeQuery("""
                        select coalesce(i.name, i.email), i.note, i.nonce, i.expires_at, a.name as inviter, a.zone
                        from apply_invite i join account a on a.id = i.invited_by where i.id = ?1""").setParameter(1, message.subjectId()))
                .findFirst()
                .orElseThrow();
        Map<String, Object> model = new HashMap<>();
        model.put("name", row[0]);
        model.put("note", row[1] == null ? "" : row[1]);
        model.put("inviter", row[4]);
        model.put("until", TimeText.day(Sql.instant(row[3]), ZoneId.of((String) row[5])));
        model.put("link", links.invited(message.subjectId(), (String) row[2], Sql.instant(row[3])));
        return templates.render(INVITE, text.of("applications.mail.invite", row[4]), model, null);
    }
}
