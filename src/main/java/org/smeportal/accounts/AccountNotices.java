package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
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
import org.smeportal.platform.Text;

/** Mails that tell somebody what happened to their account, so that they see when it was not them. No secrets. */
@Repository
public class AccountNotices implements MailComposer {
    static final String KIND = "account-notice";

    private final EntityManager entityManager;
    private final Outbox outbox;
    private final MailTemplates templates;
    private final Text text;

    @Inject
    public AccountNotices(EntityManager entityManager, Outbox outbox, MailTemplates templates, Text text) {
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.templates = templates;
        this.text = text;
    }

    /** What happened. */
    enum Notice {
        SIGN_IN,
        PASSWORD,
        FACTOR_ON,
        FACTOR_OFF,
        FACTOR_REMOVED,
        CODES_RENEWED,
        CODE_USED
    }

    void tell(Account account, Notice notice) {
        enqueue(account, Map.of("notice", notice.name()));
    }

    /** From where and with which browser it happened, too. */
    void tell(Account account, Notice notice, String address, String agent) {
        Map<String, String> parameters = new HashMap<>(Device.of(agent).asParameters());
        parameters.put("notice", notice.name());
        parameters.put("address", address);
        enqueue(account, parameters);
    }

    private void enqueue(Account account, Map<String, String> parameters) {
        outbox.enqueue(NewMessage.of(
                        KIND,
                        account.id(),
                        KIND + "." + UUID.randomUUID(),
                        new EmailAddress(account.email()),
                        account.name())
                .with(parameters));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Mail compose(OutboxMessage message) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("select name, email, zone from account where id = ?1")
                .setParameter(1, message.subjectId())
                .getSingleResult();
        ZoneId zone = ZoneId.of((String) row[2]);
        Map<String, String> told = message.parameters();
        String notice = told.getOrDefault("notice", "");
        Map<String, Object> model = new HashMap<>();
        model.put("name", row[0]);
        model.put("email", row[1]);
        model.put("happened", text.of("accounts.notice.text." + notice));
        model.put("at", TimeText.moment(message.createdAt(), zone) + " " + TimeText.city(zone));
        model.put("address", told.getOrDefault("address", ""));
        model.put("device", new Device(told.getOrDefault("browser", ""), told.getOrDefault("system", "")).words(text));
        return templates.render(KIND, text.of("accounts.notice.subject." + notice), model, null);
    }
}
