package org.smeportal.calendar;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;

/** The rows behind the addresses of feeds: one an account and kind, whatever arrives at once. */
@Repository
class Feeds {

    private static final String ADD = """
            insert into calendar_feed (account_id, kind, nonce, made_at) values (?1, ?2, ?3, ?4)
            on duplicate key update\s""";

    private final EntityManager entityManager;

    @Inject
    Feeds(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** One that is there stays as it is. */
    void add(long accountId, FeedKind kind, String nonce, Instant now) {
        write(ADD + "nonce = nonce", accountId, kind, nonce, now);
    }

    /** The address that was opens nothing any more. */
    void renew(long accountId, FeedKind kind, String nonce, Instant now) {
        write(ADD + "nonce = values(nonce), made_at = values(made_at)", accountId, kind, nonce, now);
    }

    void remove(long accountId, FeedKind kind) {
        entityManager
                .createNativeQuery("delete from calendar_feed where account_id = ?1 and kind = ?2")
                .setParameter(1, accountId)
                .setParameter(2, kind.name())
                .executeUpdate();
    }

    private void write(String sql, long accountId, FeedKind kind, String nonce, Instant now) {
        entityManager
                .createNativeQuery(sql)
                .setParameter(1, accountId)
                .setParameter(2, kind.name())
                .setParameter(3, nonce)
                .setParameter(4, Sql.parameter(now))
                .executeUpdate();
    }
}
