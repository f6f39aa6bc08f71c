package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.smeportal.accounts.SecondFactorGate;
import org.smeportal.kernel.Words;
import org.smeportal.platform.PortalConfig;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Gate;

/**
 * While a workshop runs, its authors sit in it together, and the password is enough for their items; before and after, an
 * item opens only for a session with a second factor.
 */
@Singleton
class OutsideGate implements Gate {
    private static final List<String> OF_AUTHORS = List.of("/app/items/", "/app/replies/");

    private final WritingSeats seats;
    private final PortalConfig config;

    @Inject
    OutsideGate(WritingSeats seats, PortalConfig config) {
        this.seats = seats;
        this.config = config;
    }

    /** Whatever is in a folder of authors and names an item: a page that is made tomorrow too. */
    @Override
    public Optional<String> detour(CurrentUser user, String path) {
        boolean asked = config.secondFactorRequired()
                && !user.gaveSecondFactor()
                && OF_AUTHORS.stream().anyMatch(path::startsWith)
                && Arrays.stream(path.split("/"))
                        .map(Words::uuid)
                        .anyMatch(item -> item != null && !seats.isRunning(item));
        return asked ? Optional.of(SecondFactorGate.PAGE) : Optional.empty();
    }
}
