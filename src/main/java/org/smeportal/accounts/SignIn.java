package org.smeportal.accounts;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Anonymous;

/**
 * E-mail address and password for a session, then a code where the account has a second factor. The refusal is the same
 * whether or not the address is known.
 */
@UseCase
public class SignIn {
    private final Accounts accounts;
    private final Credentials credentials;
    private final PasswordGuard guard;
    private final CodeGuard codes;
    private final SecondFactors factors;
    private final PendingSignIns pending;
    private final UserSessions sessions;
    private final AccountNotices notices;
    private final Clock clock;

    @Inject
    public SignIn(
            Accounts accounts,
            Credentials credentials,
            PasswordGuard guard,
            CodeGuard codes,
            SecondFactors factors,
            PendingSignIns pending,
            UserSessions sessions,
            AccountNotices notices,
            Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.guard = guard;
        this.codes = codes;
        this.factors = factors;
        this.pending = pending;
        this.sessions = sessions;
        this.notices = notices;
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

    /** The code that follows; {@code token} is the secret that the password was exchanged for. */
    public record Code(String token, String code, boolean recovery, String address, String agent) {
        @Override
        public String toString() {
            return "Code";
        }
    }

    /** The secret for the cookie, and for the trail who signed in by what. */
    public record SignedIn(String secret, String account, boolean recovery) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return account;
        }

        @Override
        public @Nullable String auditDetail() {
            return recovery ? "by a recovery code" : null;
        }

        @Override
        public String toString() {
            return "SignedIn " + account;
        }
    }

    /** The secret for the cookie: that of a session, or one that opens nothing before the code is typed. */
    @Anonymous("the password is the proof")
    public String signIn(Attempt attempt) {
        String email = attempt.email().strip().toLowerCase(Locale.ROOT);
        guard.check(
                new PasswordGuard.Try(
                        "SignIn.signIn", email, credentials.of(email).orElse(null), attempt.address()),
                attempt.password(),
                "accounts.refused.signIn");
        Account account =
                accounts.byEmail(new EmailAddress(email)).orElseThrow(() -> new Refused("accounts.refused.signIn"));
        return factors.isOn(account.id())
                ? pending.begin(account.id(), attempt.address(), attempt.agent())
                : begin(account, attempt.address(), attempt.agent(), false);
    }

    /** Tries are counted before they are made. A new secret, so that the one from before the code is worth nothing. */
    @Anonymous("password and code are the proof")
    public SignedIn confirm(Code typed) {
        Account account = accounts.get(
                pending.account(typed.token()).orElseThrow(() -> new Refused("accounts.refused.codeLate")));
        codes.check(
                new CodeGuard.Try(
                        "SignIn.confirm", account, typed.address(), typed.recovery() ? "recoveryCode" : "code"),
                typed.code(),
                typed.recovery());
        if (!pending.end(typed.token())) {
            throw new Refused("accounts.refused.codeLate");
        }
        if (typed.recovery()) {
            notices.tell(account, AccountNotices.Notice.CODE_USED, typed.address(), typed.agent());
        }
        return new SignedIn(
                begin(account, typed.address(), typed.agent(), true),
                "account:" + account.publicId(),
                typed.recovery());
    }

    private String begin(Account account, String address, String agent, boolean secondFactor) {
        account.markSignedIn(clock.instant());
        if (!sessions.isFamiliar(account.id(), address, agent)) {
            notices.tell(account, AccountNotices.Notice.SIGN_IN, address, agent);
        }
        return sessions.begin(account.id(), address, agent, secondFactor);
    }
}
