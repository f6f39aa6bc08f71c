package org.smeportal.accounts;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;
import org.smeportal.security.Role;

/** Accounts that other features open for the people they know, within their own transaction. */
@Repository
public class AccountOpening {
    private final Accounts accounts;
    private final AccountMessages messages;
    private final Clock clock;

    @Inject
    public AccountOpening(Accounts accounts, AccountMessages messages, Clock clock) {
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    /** An account with that role, with a mailed link when it has no password yet; answers its id. */
    public long open(EmailAddress email, String name, ZoneId zone, Role role) {
        Optional<Account> existing = accounts.byEmail(email);
        Account account = existing.orElseGet(() -> new Account(email, name, zone, Set.of(role), clock.instant()));
        if (account.state() == AccountState.CLOSED) {
            throw new Refused("accounts.refused.closed");
        }
        if (existing.isEmpty()) {
            accounts.add(account);
        } else {
            account.grant(role);
        }
        if (account.state() == AccountState.INVITED) {
            messages.link(account);
        }
        return account.id();
    }

    /** The SME's own zone changed: the pages of the account follow, unless it is a manager's account as well. */
    public void rename(long accountId, String name, ZoneId zone) {
        Account account = accounts.get(accountId);
        if (account.roles().equals(Set.of(Role.SME))) {
            account.change(name, zone);
        }
    }
}
