package org.smeportal.accounts;

import jakarta.inject.Inject;
import org.smeportal.audit.RefusedActs;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Repository;

/**
 * Compares a typed code with the second factor: each try is counted before it is made, so that six digits cannot be
 * guessed, and what fails is in the audit trail.
 */
@Repository
class CodeGuard {
    private final SecondFactors factors;
    private final Throttle throttle;
    private final RefusedActs refusedActs;

    @Inject
    CodeGuard(SecondFactors factors, Throttle throttle, RefusedActs refusedActs) {
        this.factors = factors;
        this.throttle = throttle;
        this.refusedActs = refusedActs;
    }

    /** A try to do an act that a code permits: whose, from where, and in which field of the page it was typed. */
    record Try(String act, Account account, String address, String field) {}

    void check(Try typed, String code, boolean recovery) {
        String whose = "code of " + typed.account().id();
        if (!throttle.tryOnce(whose, typed.address())) {
            note(typed, "too many codes");
            throw new Refused("accounts.refused.throttled", Throttle.WINDOW.toMinutes()).at(typed.field());
        }
        long account = typed.account().id();
        if (!(recovery ? factors.spendRecoveryCode(account, code) : factors.spend(account, code))) {
            note(typed, recovery ? "wrong recovery code" : "wrong code");
            throw new Refused(recovery ? "accounts.refused.recoveryCode" : "accounts.refused.code").at(typed.field());
        }
        throttle.succeeded(whose, typed.address());
    }

    private void note(Try typed, String why) {
        if (throttle.use("noted", typed.address(), PasswordGuard.MOST_NOTED)
                && throttle.use("noted", "all", PasswordGuard.MOST_NOTED_ALL)) {
            refusedActs.note(typed.act(), "account:" + typed.account().publicId(), why + ", from " + typed.address());
        }
    }
}
