package org.smeportal.accounts;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.ZoneId;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** What everybody changes of their own account: name, time zone, password. */
@UseCase
@Requires(Permission.CHANGE_OWN_ACCOUNT)
public class ChangeOwnAccount {
    private final Accounts accounts;
    private final Credentials credentials;
    private final PasswordGuard guard;
    private final Passwords passwords;
    private final UserSessions sessions;
    private final AccountNotices notices;
    private final CurrentUser user;
    private final Event<AccountChanged> changed;

    @Inject
    public ChangeOwnAccount(
            Accounts accounts,
            Credentials credentials,
            PasswordGuard guard,
            Passwords passwords,
            UserSessions sessions,
            AccountNotices notices,
            CurrentUser user,
            Event<AccountChanged> changed) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.guard = guard;
        this.passwords = passwords;
        this.sessions = sessions;
        this.notices = notices;
        this.user = user;
        this.changed = changed;
    }

    public void change(String name, String zone) {
        String newName = Words.line(name, 120);
        ZoneId newZone = Words.zone(zone);
        accounts.get(user.accountId()).change(newName, newZone);
        changed.fire(new AccountChanged(user.accountId(), newName, newZone));
    }

    /** Tries count like those to sign in. Every session of the account ends, this one too. */
    public void changePassword(String current, String wanted, String address) {
        Credentials.Known own = credentials.of(user.accountId());
        guard.check(
                new PasswordGuard.Try("ChangeOwnAccount.changePassword", own.email(), own, address),
                current,
                "accounts.refused.currentPassword");
        String hash = passwords.accepted(wanted, own.email(), own.name());
        Account account = accounts.get(own.account());
        account.setPassword(hash);
        sessions.endAll(account.id());
        notices.tell(account, AccountNotices.Notice.PASSWORD);
    }
}
