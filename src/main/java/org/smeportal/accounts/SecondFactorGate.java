package org.smeportal.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.smeportal.platform.PortalConfig;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Gate;

/**
 * Whoever may see the data of others gives a second factor: where none is set up, every page leads to where that is
 * done. Once there is one, a session without it does not open at all, so what the session says is enough.
 */
@ApplicationScoped
public class SecondFactorGate implements Gate {
    public static final String PAGE = "/app/accounts/second-factor";

    @Inject
    private PortalConfig config;

    @Override
    public Optional<String> detour(CurrentUser user, String path) {
        boolean asked = config.secondFactorRequired() && (user.isPm() || user.isAdmin());
        return asked && !user.gaveSecondFactor() && !comesFirst(path) ? Optional.of(PAGE) : Optional.empty();
    }

    @Override
    public boolean comesFirst(String path) {
        return path.equals(PAGE) || path.equals(PAGE + ".xhtml");
    }
}
