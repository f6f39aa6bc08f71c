package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.smeportal.platform.BackgroundStep;
import org.smeportal.platform.Sql;

/**
 * Counts failures in the database, so that all nodes know them. Guessing is slowed per account and address together and
 * per address alone; from an address where the account was signed in before, the failures of others do not count.
 */
@BackgroundStep
public class Throttle {
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int MOST_TOGETHER = 5;
    static final int MOST_ADDRESS = 50;
    static final int MOST_ACCOUNT = 40;

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public Throttle(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** Counts a try before it is made, so that many at once are counted too; false when it may not be made. */
    public boolean tryOnce(String account, String address) {
        count(together(account, address));
        count(alone(address));
        count(anywhere(account));
        return failures(together(account, address)) <= MOST_TOGETHER
                && failures(alone(address)) <= MOST_ADDRESS
                && (failures(anywhere(account)) <= MOST_ACCOUNT || isKnownAddress(account, address));
    }

    /** A try that succeeded was no guess. */
    public void succeeded(String account, String address) {
        entityManager
                .createNativeQuery("delete from throttle where bucket = ?1")
                .setParameter(1, bucket(together(account, address)))
                .executeUpdate();
        entityManager
                .createNativeQuery(
                        "update throttle set failures = failures - 1 where bucket in (?1, ?2) and failures > 0")
                .setParameter(1, bucket(alone(address)))
                .setParameter(2, bucket(anywhere(account)))
                .executeUpdate();
    }

    /** Forgets what is long over; answers how many counters that were. */
    public int sweep() {
        return entityManager
                .createNativeQuery("delete from throttle where window_start < ?1")
                .setParameter(1, Sql.parameter(windowStart()))
                .executeUpdate();
    }

    /** Counts one use of something rare, such as asking for a link; false when it is too much. */
    public boolean use(String what, String address, int most) {
        String name = what + "\n" + address;
        count(name);
        return failures(name) <= most;
    }

    private static String together(String account, String address) {
        return "both\n" + account + "\n" + address;
    }

    private static String alone(String address) {
        return "address\n" + address;
    }

    private static String anywhere(String account) {
        return "account\n" + account;
    }

    private int failures(String name) {
        List<?> found = entityManager
                .createNativeQuery("select failures from throttle where bucket = ?1 and window_start > ?2")
                .setParameter(1, bucket(name))
                .setParameter(2, Sql.parameter(windowStart()))
                .getResultList();
        return found.isEmpty() ? 0 : Sql.integer(found.get(0));
    }

    private void count(String name) {
        entityManager
                .createNativeQuery("""
                        insert into throttle (bucket, window_start, failures) values (?1, ?2, 1)
                        on duplicate key update
                            failures = case when window_start <= ?3 then 1 else failures + 1 end,
                            window_start = case when window_start <= ?3 then ?2 else window_start end""")
                .setParameter(1, bucket(name))
                .setParameter(2, Sql.parameter(clock.instant()))
                .setParameter(3, Sql.parameter(windowStart()))
                .executeUpdate();
    }

    private boolean isKnownAddress(String account, String address) {
        return !entityManager
                .createNativeQuery("""
                        select s.id from user_session s join account a on a.id = s.account_id
                        where a.email = ?1 and s.address = ?2 limit 1""")
                .setParameter(1, account)
                .setParameter(2, address)
                .getResultList()
                .isEmpty();
    }

    private Instant windowStart() {
        return clock.instant().minus(WINDOW);
    }

    private static String bucket(String name) {
        return sha256(name);
    }

    static String sha256(String value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
