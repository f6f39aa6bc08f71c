package org.smeportal.accounts;

import jakarta.inject.Inject;
import java.util.Optional;
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

    Optional<String> hash(String email) {
        return EmailAddress.isValid(email)
                ? accounts.byEmail(new EmailAddress(email)).map(Account::passwordHash)
                : Optional.empty();
    }
}
