package org.smeportal.accounts;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.Credentials.Known;
import org.smeportal.audit.RefusedActs;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;

/**
 * Compares a typed password: throttled, and what fails is in the audit trail. Known and unknown addresses take the same
 * steps. Of an unknown one the trail keeps nothing that was typed (people type passwords into the wrong field). The trail
 * grows by a bounded number of entries, counted by where tries come from and never by whose account they are: else the
 * time of a refusal would tell which addresses are known once a counter is full.
 */
@Repository
class PasswordGuard {
    /** Entries of the trail from one client within the throttle's window. */
    static final int MOST_NOTED = 50;

    /** The same from all clients together. */
    static final int MOST_NOTED_ALL = 1000;

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
        if (throttle.use("noted", typed.address(), MOST_NOTED) && throttle.use("noted", "all", MOST_NOTED_ALL)) {
            Known known = typed.known();
            refusedActs.note(
                    typed.act(), known == null ? null : "account:" + known.email(), why + ", from " + typed.address());
        }
    }
}
