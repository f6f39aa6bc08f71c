package org.smeportal.accounts;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.audit.AuditNote;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.security.Role;

/** What an administrator does with accounts: open, change roles, mail a new link, remove a lost second factor, close. */
@UseCase
@Requires(Permission.MANAGE_ACCOUNTS)
public class ManageAccount {
    private static final int MOST_REASON = 300;

    private final Accounts accounts;
    private final AccountMessages messages;
    private final UserSessions sessions;
    private final SecondFactors factors;
    private final AccountNotices notices;
    private final CurrentUser user;
    private final AuditNote note;
    private final Clock clock;

    @Inject
    public ManageAccount(
            Accounts accounts,
            AccountMessages messages,
            UserSessions sessions,
            SecondFactors factors,
            AccountNotices notices,
            CurrentUser user,
            AuditNote note,
            Clock clock) {
        this.accounts = accounts;
        this.messages = messages;
        this.sessions = sessions;
        this.factors = factors;
        this.notices = notices;
        this.user = user;
        this.note = note;
        this.clock = clock;
    }

    public record NewAccount(String email, String name, String zone, Set<Role> roles) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "account:" + email;
        }

        @Override
        public @Nullable String auditDetail() {
            return new TreeSet<>(roles).toString();
        }
    }

    public record Roles(UUID account, Set<Role> roles) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "account:" + account;
        }

        @Override
        public @Nullable String auditDetail() {
            return new TreeSet<>(roles).toString();
        }
    }

    /** Somebody lost their phone and their recovery codes; the reason says how it was made sure that it is them. */
    public record Removal(UUID account, String reason) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "account:" + account;
        }

        @Override
        public @Nullable String auditDetail() {
            return reason.strip();
        }
    }

    public UUID create(NewAccount wanted) {
        EmailAddress email = new EmailAddress(wanted.email());
        if (wanted.roles().isEmpty()) {
            throw new Refused("accounts.refused.noRole");
        }
        if (accounts.byEmail(email).isPresent()) {
            throw new Refused("accounts.refused.known", email);
        }
        Account account = new Account(
                email, Words.line(wanted.name(), 120), Words.zone(wanted.zone()), wanted.roles(), clock.instant());
        accounts.add(account);
        messages.link(account);
        return account.publicId();
    }

    /** The account's sessions end, so that a role taken away is gone with the next request. */
    public void changeRoles(Roles change) {
        Account account = accounts.byPublicId(change.account());
        if (account.id() == user.accountId() && !change.roles().contains(Role.ADMIN)) {
            throw new Refused("accounts.refused.ownAdmin");
        }
        if (!change.roles().contains(Role.ADMIN)) {
            mustNotBeTheLast(account);
        }
        Set<Role> before = account.roles();
        account.changeRoles(change.roles());
        note.changed("roles", before, change.roles());
        if (account.id() != user.accountId()) {
            sessions.endAll(account.id());
        }
    }

    public void mailLink(UUID id) {
        Account account = accounts.byPublicId(id);
        if (account.state() == AccountState.CLOSED) {
            throw new Refused("accounts.refused.closed");
        }
        messages.newLink(account);
    }

    /** The account's sessions end; its holder is told, and sets up a new one where it is asked for. */
    public void removeSecondFactor(Removal removal) {
        Account account = accounts.byPublicId(removal.account());
        if (account.id() == user.accountId()) {
            throw new Refused("accounts.refused.ownFactor");
        }
        if (removal.reason().isBlank()) {
            throw new Refused("accounts.refused.reason").at("reason");
        }
        Words.line(removal.reason(), MOST_REASON);
        if (!factors.remove(account.id())) {
            throw new Refused("accounts.refused.noFactor");
        }
        sessions.endAll(account.id());
        notices.tell(account, AccountNotices.Notice.FACTOR_REMOVED);
    }

    public void close(UUID id) {
        Account account = accounts.byPublicId(id);
        if (account.id() == user.accountId()) {
            throw new Refused("accounts.refused.ownClose");
        }
        mustNotBeTheLast(account);
        note.changed("state", account.state(), AccountState.CLOSED);
        account.close();
        sessions.endAll(account.id());
    }

    public void reopen(UUID id) {
        Account account = accounts.byPublicId(id);
        AccountState before = account.state();
        account.reopen();
        note.changed("state", before, account.state());
    }

    private void mustNotBeTheLast(Account account) {
        if (account.roles().contains(Role.ADMIN) && !accounts.othersAdminister(account)) {
            throw new Refused("accounts.refused.lastAdmin", account.name());
        }
    }
}
