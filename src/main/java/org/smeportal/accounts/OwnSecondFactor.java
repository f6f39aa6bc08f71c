package org.smeportal.accounts;

import jakarta.inject.Inject;
import java.util.List;
import org.smeportal.accounts.AccountNotices.Notice;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** What everybody does with the second factor of their own account; each change is told by mail. */
@UseCase
@Requires(Permission.CHANGE_OWN_ACCOUNT)
public class OwnSecondFactor {
    private final Accounts accounts;
    private final SecondFactors factors;
    private final CodeGuard guard;
    private final PasswordGuard passwords;
    private final Credentials credentials;
    private final UserSessions sessions;
    private final AccountNotices notices;
    private final CurrentUser user;

    @Inject
    public OwnSecondFactor(
            Accounts accounts,
            SecondFactors factors,
            CodeGuard guard,
            PasswordGuard passwords,
            Credentials credentials,
            UserSessions sessions,
            AccountNotices notices,
            CurrentUser user) {
        this.accounts = accounts;
        this.factors = factors;
        this.guard = guard;
        this.passwords = passwords;
        this.credentials = credentials;
        this.sessions = sessions;
        this.notices = notices;
        this.user = user;
    }

    /** A key to be scanned; it changes nothing until its first code was typed. */
    public void begin() {
        if (factors.isOn(user.accountId())) {
            throw new Refused("accounts.refused.factorOn");
        }
        factors.begin(user.accountId());
    }

    /** From now on it is asked for. Other sessions end, this one goes on. Answers the recovery codes, shown once. */
    public List<String> confirm(String code, String session) {
        Account account = accounts.get(user.accountId());
        if (factors.isOn(account.id())) {
            throw new Refused("accounts.refused.factorOn");
        }
        if (!factors.confirm(account.id(), code)) {
            throw new Refused("accounts.refused.firstCode").at("firstCode");
        }
        sessions.endOthers(account.id(), session);
        sessions.noteSecondFactor(session);
        notices.tell(account, Notice.FACTOR_ON);
        return factors.renewRecoveryCodes(account.id());
    }

    /** A code of the app proves who asks. */
    public List<String> renewCodes(String code, String address) {
        Account account = accounts.get(user.accountId());
        guard.check(new CodeGuard.Try("OwnSecondFactor.renewCodes", account, address, "code"), code, false);
        notices.tell(account, Notice.CODES_RENEWED);
        return factors.renewRecoveryCodes(account.id());
    }

    /** The current password or a code of the app proves who asks: six digits are a code. */
    public void switchOff(String proof, String address) {
        Account account = accounts.get(user.accountId());
        if (proof.replaceAll("\\s", "").matches("\\d{6}")) {
            guard.check(new CodeGuard.Try("OwnSecondFactor.switchOff", account, address, "proof"), proof, false);
        } else {
            Credentials.Known own = credentials.of(account.id());
            passwords.check(
                    new PasswordGuard.Try("OwnSecondFactor.switchOff", own.email(), own, address),
                    proof,
                    "accounts.refused.proof");
        }
        if (factors.remove(account.id())) {
            notices.tell(account, Notice.FACTOR_OFF);
        }
    }
}
