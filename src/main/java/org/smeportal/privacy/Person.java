package org.smeportal.privacy;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.AccountQueries;
import org.smeportal.smes.SmeCard;

/** Whose data they are: the SME, and the account when there is one; their addresses nearly always are the same. */
public record Person(
        long sme, UUID publicId, @Nullable Long account, String name, String email, String accountEmail, ZoneId zone) {

    static Person of(SmeCard sme, AccountQueries.@Nullable Row account) {
        return new Person(
                sme.id(),
                sme.publicId(),
                sme.accountId(),
                sme.name(),
                sme.email(),
                account == null ? sme.email() : account.email(),
                sme.zone());
    }

    /** For statements: no account has the number 0. */
    public long accountOrNone() {
        return account == null ? 0 : account;
    }

    public Set<String> addresses() {
        Set<String> all = new LinkedHashSet<>();
        all.add(email);
        all.add(accountEmail);
        return all;
    }
}
