package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.smeportal.platform.Sql;
import org.smeportal.platform.Text;

/** The mails with a link to set a password: to begin with, or because it was forgotten. */
@Repository
public class AccountMessages implements MailComposer {
    private static final String ACTIVATE = "account-activate";
    private static final String RESET = "account-reset";
    private static final Duration ACTIVATION_LASTS = Duration.ofDays(7);
    private static final Duration RESET_LASTS = Duration.ofHours(2);

    private final EntityManager entityManager;
    private final Outbox outbox;
    private final PasswordLinks links;
    private final MailTemplates templates;
    private final Text text;
    private final Clock clock;

    @Inject
    public AccountMessages(
            EntityManager entityManager,
            Outbox outbox,
            PasswordLinks links,
            MailTemplates templates,
            Text text,
            Clock clock) {
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.links = links;
        this.templates = templates;
        this.text = text;
        this.clock = clock;
    }

    /** A new link; earlier ones are void. */
    void newLink(Account account) {
        account.renewLink();
        link(account);
    }

    /** The link, once more: what a stranger asks for must not void the one that was mailed. */
    void link(Account account) {
        String kind = account.state() == AccountState.INVITED ? ACTIVATE : RESET;
        outbox.enqueue(NewMessage.of(
                kind, account.id(), kind + "." + UUID.randomUUID(), new EmailAddress(account.email()), account.name()));
    }

    /** Writes as much as a message and mails none: how long it takes must not tell that the address is unknown. */
    void nothing(EmailAddress unknown) {
        entityManager
                .createNativeQuery("""
                        insert into throttle (bucket, window_start, failures) values (?1, ?2, 0)
                        on duplicate key update window_start = ?2""")
                .setParameter(1, Throttle.sha256("no link to\n" + unknown.value()))
                .setParameter(2, Sql.parameter(clock.instant()))
                .executeUpdate();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ACTIVATE, RESET);
    }

    /** What is mailed about accounts: it goes to whoever has the account, also when somebody’s address is corrected. */
    public Set<String> kindsOfAccounts() {
        return Set.of(ACTIVATE, RESET, AccountNotices.KIND);
    }

    @Override
    public Mail compose(OutboxMessage message) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("select name, email, zone, link_nonce from account where id = ?1")
                .setParameter(1, message.subjectId())
                .getSingleResult();
        Instant expires = message.createdAt().plus(message.kind().equals(ACTIVATE) ? ACTIVATION_LASTS : RESET_LASTS);
        Map<String, Object> model = new HashMap<>();
        model.put("name", row[0]);
        model.put("email", row[1]);
        model.put("link", links.url(message.subjectId(), (String) row[3], expires));
        java.time.ZoneId zone = java.time.ZoneId.of((String) row[2]);
        model.put("until", TimeText.moment(expires, zone) + " " + TimeText.city(zone));
        return templates.render(message.kind(), text.of("accounts.mail." + message.kind()), model, null);
    }
}
