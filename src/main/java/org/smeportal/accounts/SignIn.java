package org.smeportal.accounts;

import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Anonymous;

/** E-mail address and password for a session. The refusal is the same whether or not the address is known. */
@UseCase
public class SignIn {
    private final Accounts accounts;
    private final Credentials credentials;
    private final Passwords passwords;
    private final UserSessions sessions;
    private final Throttle throttle;
    private final Clock clock;

    @Inject
    public SignIn(
            Accounts accounts,
            Credentials credentials,
            Passwords passwords,
            UserSessions sessions,
            Throttle throttle,
            Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.clock = clock;
    }

    public record Attempt(String email, String password, String address, String agent) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "account:" + email;
        }

        @Override
        public @Nullable String auditDetail() {
            return "from " + address;
        }

        @Override
        public String toString() {
            return "Attempt of " + email;
        }
    }

    /** The secret for the cookie. */
    @Anonymous("the password is the proof")
    public String signIn(Attempt attempt) {
        String email = attempt.email().strip().toLowerCase(java.util.Locale.ROOT);
        if (!throttle.tryOnce(email, attempt.address())) {
            throw new Refused("accounts.refused.throttled", Throttle.WINDOW.toMinutes());
        }
        if (!passwords.matches(attempt.password(), credentials.hash(email).orElse(null))) {
            throw new Refused("accounts.refused.signIn");
        }
        throttle.succeeded(email, attempt.address());
        Account account =
                accounts.byEmail(new EmailAddress(email)).orElseThrow(() -> new Refused("accounts.refused.signIn"));
        account.markSignedIn(clock.instant());
        return sessions.begin(account.id(), attempt.address(), attempt.agent());
    }
}
