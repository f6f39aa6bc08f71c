package org.smeportal.smes;

import jakarta.inject.Inject;
import java.util.UUID;
import org.smeportal.accounts.AccountOpening;
import org.smeportal.accounts.AccountQueries;
import org.smeportal.accounts.AccountState;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;
import org.smeportal.security.Role;

/** Gives an SME an account and a mailed link to set the password; asked again, the link is a new one. */
@UseCase
@Requires(Permission.INVITE_TO_PORTAL)
public class InviteToPortal {
    private final Smes smes;
    private final AccountOpening opening;
    private final AccountQueries accounts;

    @Inject
    public InviteToPortal(Smes smes, AccountOpening opening, AccountQueries accounts) {
        this.smes = smes;
        this.opening = opening;
        this.accounts = accounts;
    }

    public void invite(UUID smePublicId) {
        Sme sme = smes.getAlone(smePublicId);
        Long known = sme.accountId();
        if (known != null
                && accounts.one(known)
                        .map(account -> account.state() == AccountState.ACTIVE)
                        .orElse(false)) {
            throw new Refused("smes.refused.active", sme.name());
        }
        sme.linkAccount(opening.open(new EmailAddress(sme.email()), sme.name(), sme.zone(), Role.SME));
    }
}
