package org.smeportal.accounts;

import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.platform.BackgroundStep;

/** Reads a password's hash in a transaction of its own, so that no connection is held while it is compared. */
@BackgroundStep
public class Credentials {
    private final Accounts accounts;

    @Inject
    public Credentials(Accounts accounts) {
        this.accounts = accounts;
    }

    /** An account that is known; without a hash it has no password that counts. */
    record Known(
            long account,
            String email,
            String name,
            @Nullable String hash) {}

    Optional<Known> of(String email) {
        return EmailAddress.isValid(email)
                ? accounts.byEmail(new EmailAddress(email)).map(Credentials::known)
                : Optional.empty();
    }

    Known of(long account) {
        return known(accounts.get(account));
    }

    private static Known known(Account account) {
        return new Known(account.id(), account.email(), account.name(), account.passwordHash());
    }
}
