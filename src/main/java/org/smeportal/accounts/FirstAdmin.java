package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.platform.BackgroundStep;
import org.smeportal.platform.PortalConfig;
import org.smeportal.platform.Sql;
import org.smeportal.security.Role;

/** While no administrator exists, the start mails {@code ADMIN_EMAIL} a link of a single use to set a password. */
@BackgroundStep
public class FirstAdmin {
    private final EntityManager entityManager;
    private final Accounts accounts;
    private final AccountMessages messages;
    private final PortalConfig config;
    private final Clock clock;

    @Inject
    public FirstAdmin(
            EntityManager entityManager,
            Accounts accounts,
            AccountMessages messages,
            PortalConfig config,
            Clock clock) {
        this.entityManager = entityManager;
        this.accounts = accounts;
        this.messages = messages;
        this.config = config;
        this.clock = clock;
    }

    public void invite() {
        if (config.adminEmail().isEmpty() || hasActiveAdmin()) {
            return;
        }
        EmailAddress email = new EmailAddress(config.adminEmail().get());
        Account account = accounts.byEmail(email).orElse(null);
        if (account == null) {
            account = new Account(email, email.value(), ZoneOffset.UTC, Set.of(Role.ADMIN), clock.instant());
            account.change(email.value(), java.time.ZoneId.of("Etc/UTC"));
            accounts.add(account);
        }
        account.grant(Role.ADMIN);
        messages.link(account);
    }

    private boolean hasActiveAdmin() {
        return !Sql.numbers(entityManager.createNativeQuery("""
                        select a.id from account a join account_role r on r.account_id = a.id
                        where r.role = 'ADMIN' and a.state = 'ACTIVE' limit 1""")).isEmpty();
    }
}
