package org.smeportal.accounts;

import jakarta.inject.Inject;
import org.smeportal.platform.Repository;

/** What cannot be undone asks for the password once more; tries count like those to sign in. */
@Repository
public class OwnPassword {
    private final Credentials credentials;
    private final PasswordGuard guard;

    @Inject
    public OwnPassword(Credentials credentials, PasswordGuard guard) {
        this.credentials = credentials;
        this.guard = guard;
    }

    /** {@code act} is the name under which the audit trail keeps a try that failed. */
    public void check(long accountId, String typed, String address, String act) {
        Credentials.Known own = credentials.of(accountId);
        guard.check(new PasswordGuard.Try(act, own.email(), own, address), typed, "accounts.refused.currentPassword");
    }
}
