package org.smeportal.agreements;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Gate;
import org.smeportal.security.PageAccess;
import org.smeportal.security.Permission;

/**
 * Nothing but the agreement opens before an SME accepted it as it is in force. What is one's own stays open: account,
 * agreement, personal data.
 */
@Singleton
class AgreementGate implements Gate {
    private static final String ACCEPT = "/app/agreements/accept";
    private static final String ACCOUNT = "/app/accounts/";
    private static final Set<Permission> OWN =
            Set.of(Permission.ACCEPT_AGREEMENT, Permission.READ_AGREEMENT, Permission.KEEP_OWN_DATA);

    private final AgreementQueries agreements;

    @Inject
    AgreementGate(AgreementQueries agreements) {
        this.agreements = agreements;
    }

    @Override
    public Optional<String> detour(CurrentUser user, String path) {
        return !user.isSme() || isOpen(path) || !agreements.isDue(user.accountId())
                ? Optional.empty()
                : Optional.of(ACCEPT);
    }

    private static boolean isOpen(String path) {
        return PageAccess.of(path)
                .filter(permission -> OWN.contains(permission)
                        || (permission == Permission.CHANGE_OWN_ACCOUNT && path.startsWith(ACCOUNT)))
                .isPresent();
    }
}
