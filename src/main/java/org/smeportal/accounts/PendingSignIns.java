package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.LinkTokens;

/**
 * Sign-ins whose password was right and whose code is still to come. The cookie is one like that of a session, of which
 * the row keeps the SHA-256 only; but it stands in no session, so it opens nothing.
 */
@Repository
class PendingSignIns {
    static final Duration LASTS = Duration.ofMinutes(10);

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    PendingSignIns(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    String begin(long account, String address, String agent) {
        String token = LinkTokens.newSecret();
        entityManager
                .createNativeQuery("""
                        insert into pending_sign_in (token_hash, account_id, address, agent, expires_at)
                        values (?1, ?2, ?3, ?4, ?5)""")
                .setParameter(1, Throttle.sha256(token))
                .setParameter(2, account)
                .setParameter(3, address)
                .setParameter(4, UserSessions.bounded(agent))
                .setParameter(5, Sql.parameter(clock.instant().plus(LASTS)))
                .executeUpdate();
        return token;
    }

    /** Whose code a cookie waits for. */
    Optional<Long> account(@Nullable String token) {
        return token == null
                ? Optional.empty()
                : Sql.numbers(entityManager
                                .createNativeQuery("""
                                        select p.account_id from pending_sign_in p join account a on a.id = p.account_id
                                        where p.token_hash = ?1 and p.expires_at > ?2 and a.state = 'ACTIVE'""")
                                .setParameter(1, Throttle.sha256(token))
                                .setParameter(2, Sql.parameter(clock.instant())))
                        .stream()
                        .findFirst();
    }

    /** Of two at once, one ends it. */
    boolean end(String token) {
        return entityManager
                        .createNativeQuery("delete from pending_sign_in where token_hash = ?1")
                        .setParameter(1, Throttle.sha256(token))
                        .executeUpdate()
                == 1;
    }

    int sweep() {
        return entityManager
                .createNativeQuery("delete from pending_sign_in where expires_at < ?1")
                .setParameter(1, Sql.parameter(clock.instant()))
                .executeUpdate();
    }
}
