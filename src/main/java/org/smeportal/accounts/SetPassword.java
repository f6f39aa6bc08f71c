package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Anonymous;
import org.smeportal.security.LinkTokens;

/** Sets the password by a mailed link: the activation of a new account as well as the reset of a forgotten one. */
@UseCase
public class SetPassword {
    private final EntityManager entityManager;
    private final PasswordLinks links;
    private final Passwords passwords;
    private final UserSessions sessions;
    private final AccountNotices notices;

    @Inject
    public SetPassword(
            EntityManager entityManager,
            PasswordLinks links,
            Passwords passwords,
            UserSessions sessions,
            AccountNotices notices) {
        this.entityManager = entityManager;
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.notices = notices;
    }

    /** All sessions of the account end; answers whose it is. */
    @Anonymous("the mailed link is the proof")
    public UUID set(@Nullable String token, String password) {
        Account account = find(token).orElseThrow(() -> new Refused("accounts.refused.link"));
        boolean first = account.state() == AccountState.INVITED;
        account.setPassword(passwords.accepted(password, account.email(), account.name()));
        sessions.endAll(account.id());
        if (!first) {
            notices.tell(account, AccountNotices.Notice.PASSWORD);
        }
        return account.publicId();
    }

    private Optional<Account> find(@Nullable String token) {
        Optional<LinkTokens.Opened> opened = links.open(token);
        return opened.map(link -> entityManager.find(Account.class, link.subject()))
                .filter(account -> account.linkNonce().equals(opened.get().nonce()))
                .filter(account -> account.state() != AccountState.CLOSED);
    }
}
