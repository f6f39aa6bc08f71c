package org.smeportal.smes;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.AccountOpening;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.platform.Repository;
import org.smeportal.security.Role;
import org.smeportal.smes.CreateSme.NewSme;

/** SMEs that other features take in, with an account and its activation link, within their own transaction (R1.4). */
@Repository
public class SmeOpening {
    private final Smes smes;
    private final AccountOpening accounts;
    private final Clock clock;

    @Inject
    public SmeOpening(Smes smes, AccountOpening accounts, Clock clock) {
        this.smes = smes;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What somebody told of themselves who becomes an SME; qualified for no exam yet, and seen by no member. */
    public record Newcomer(
            String email,
            String name,
            String country,
            String zone,
            @Nullable String employer,
            @Nullable String expertise,
            @Nullable String languages) {}

    /** The id of the SME of that address: the one that is known stays as it is, so nobody is an SME twice. */
    public long open(Newcomer newcomer) {
        NewSme facts = new NewSme(
                newcomer.email(),
                newcomer.name(),
                newcomer.country(),
                newcomer.zone(),
                newcomer.employer(),
                newcomer.expertise(),
                newcomer.languages(),
                Set.of(),
                false);
        Optional<Sme> known = smes.byEmail(facts.email());
        if (known.isPresent() && known.get().accountId() != null) {
            return known.get().id();
        }
        long account = accounts.open(new EmailAddress(facts.email()), facts.name(), zone(facts), Role.SME);
        Sme sme = known.orElseGet(() -> new Sme(facts, clock.instant()));
        sme.linkAccount(account);
        if (known.isEmpty()) {
            smes.add(sme);
        }
        return sme.id();
    }

    private static ZoneId zone(NewSme facts) {
        return ZoneId.of(facts.zone());
    }
}
