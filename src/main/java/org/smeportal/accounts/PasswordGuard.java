package org.smeportal.accounts;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.Credentials.Known;
import org.smeportal.audit.RefusedActs;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;

/**
 * Compares a typed password: throttled, and what fails is in the audit trail. Known and unknown addresses take the same
 * steps. Of an unknown one the trail keeps nothing that was typed (people type passwords into the wrong field), and it
 * grows by a bounded number of entries per account, and for all unknown addresses together.
 */
@Repository
class PasswordGuard {
    /** Entries of the trail about one account, or about all unknown addresses, within the throttle's window. */
    static final int MOST_NOTED = 50;

    private final Passwords passwords;
    private final Throttle throttle;
    private final RefusedActs refusedActs;

    @Inject
    PasswordGuard(Passwords passwords, Throttle throttle, RefusedActs refusedActs) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.refusedActs = refusedActs;
    }

    /** A try to do an act that a password permits: whose, as typed and as known, and from where. */
    record Try(String act, String email, @Nullable Known known, String address) {}

    void check(Try typed, String password, String refusal) {
        if (!throttle.tryOnce(typed.email(), typed.address())) {
            note(typed, "too many tries");
            throw new Refused("accounts.refused.throttled", Throttle.WINDOW.toMinutes());
        }
        Known known = typed.known();
        if (!passwords.matches(password, known == null ? null : known.hash())) {
            note(typed, "wrong password");
            throw new Refused(refusal);
        }
        throttle.succeeded(typed.email(), typed.address());
    }

    private void note(Try typed, String why) {
        Known known = typed.known();
        String subject = known == null ? null : "account:" + known.email();
        if (throttle.use("noted", subject == null ? "unknown" : subject, MOST_NOTED)) {
            refusedActs.note(typed.act(), subject, why + ", from " + typed.address());
        }
    }
}
