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
    private final PasswordGuard guard;
    private final UserSessions sessions;
    private final Clock clock;

    @Inject
    public SignIn(Accounts accounts, Credentials credentials, PasswordGuard guard, UserSessions sessions, Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.guard = guard;
        this.sessions = sessions;
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
        guard.check(
                new PasswordGuard.Try(
                        "SignIn.signIn", email, credentials.of(email).orElse(null), attempt.address()),
                attempt.password(),
                "accounts.refused.signIn");
        Account account =
                accounts.byEmail(new EmailAddress(email)).orElseThrow(() -> new Refused("accounts.refused.signIn"));
        account.markSignedIn(clock.instant());
        return sessions.begin(account.id(), attempt.address(), attempt.agent());
    }
}
