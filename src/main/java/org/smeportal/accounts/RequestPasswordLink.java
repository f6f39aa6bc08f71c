package org.smeportal.accounts;

import jakarta.inject.Inject;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Anonymous;

/**
 * Someone forgot the password: a link is mailed if the address has an account. The answer is the same either way, and as
 * many rows are written for it.
 */
@UseCase
public class RequestPasswordLink {
    private static final int MOST = 10;

    private final Accounts accounts;
    private final AccountMessages messages;
    private final Throttle throttle;

    @Inject
    public RequestPasswordLink(Accounts accounts, AccountMessages messages, Throttle throttle) {
        this.accounts = accounts;
        this.messages = messages;
        this.throttle = throttle;
    }

    @Anonymous("whoever forgot the password cannot sign in")
    public void request(String email, String address) {
        EmailAddress known = new EmailAddress(email);
        if (!throttle.use("password-link", address, MOST)) {
            throw new Refused("accounts.refused.throttled", Throttle.WINDOW.toMinutes());
        }
        if (!throttle.use("password-link-to", known.value(), MOST)) {
            return;
        }
        accounts.byEmail(known)
                .filter(account -> account.state() != AccountState.CLOSED)
                .ifPresentOrElse(messages::link, () -> messages.nothing(known));
    }
}
