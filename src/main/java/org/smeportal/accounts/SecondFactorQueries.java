package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** How it stands with somebody's own second factor. */
@Queries
public class SecondFactorQueries {
    private static final String ISSUER = "SME Portal";

    private final EntityManager entityManager;
    private final SecondFactors factors;
    private final PendingSignIns pending;

    @Inject
    public SecondFactorQueries(EntityManager entityManager, SecondFactors factors, PendingSignIns pending) {
        this.entityManager = entityManager;
        this.factors = factors;
        this.pending = pending;
    }

    /** Whether the secret that a password was exchanged for waits for a code. */
    public boolean isAwaited(@Nullable String token) {
        return pending.account(token).isPresent();
    }

    /** Confirmed, or begun only; how many recovery codes are left. */
    public record State(@Nullable Instant confirmedAt, long codesLeft) {
        public boolean isOn() {
            return confirmedAt != null;
        }
    }

    /** What is shown to set it up: the key to be typed, and what the QR code says. */
    public record Setup(String key, String uri) {
        /** In groups of four. */
        public String groups() {
            return key.replaceAll("(.{4})(?=.)", "$1 ");
        }

        @Override
        public String toString() {
            return "Setup";
        }
    }

    public Optional<State> of(long account) {
        return Sql.rows(entityManager.createNativeQuery("""
                                select confirmed_at, (select count(*) from recovery_code c
                                    where c.account_id = f.account_id and c.used_at is null) as left_over
                                from second_factor f where account_id = ?1""").setParameter(1, account))
                .map(row -> new State(Sql.optionalInstant(row[0]), Sql.number(row[1])))
                .findFirst();
    }

    /** Only while it is not confirmed: afterwards nobody sees the key again. */
    public Optional<Setup> setup(long account, String email) {
        return factors.unconfirmedKey(account).map(key -> new Setup(Totp.base32(key), Totp.uri(key, ISSUER, email)));
    }
}
