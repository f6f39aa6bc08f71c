package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.SecretBox;

/** The second factors of all accounts. A code counts once, whoever types it where: the row's last step only grows. */
@Repository
class SecondFactors {
    private static final String PURPOSE = "second-factor";

    private final EntityManager entityManager;
    private final SecretBox box;
    private final Clock clock;

    @Inject
    SecondFactors(EntityManager entityManager, SecretBox box, Clock clock) {
        this.entityManager = entityManager;
        this.box = box;
        this.clock = clock;
    }

    private record Held(String sealed, long lastStep) {}

    boolean isOn(long account) {
        return !entityManager
                .createNativeQuery("select 1 from second_factor where account_id = ?1 and confirmed_at is not null")
                .setParameter(1, account)
                .getResultList()
                .isEmpty();
    }

    /** The key of a second factor that is being set up: it counts when its first code was typed. */
    Optional<byte[]> unconfirmedKey(long account) {
        return held(account, false).map(held -> key(account, held));
    }

    /** A fresh key in place of one that was begun and never confirmed; one that is confirmed stays as it is. */
    void begin(long account) {
        entityManager
                .createNativeQuery("""
                        insert into second_factor (account_id, sealed_key, begun_at) values (?1, ?2, ?3)
                        on duplicate key update
                            sealed_key = case when confirmed_at is null then ?2 else sealed_key end,
                            begun_at = case when confirmed_at is null then ?3 else begun_at end""")
                .setParameter(1, account)
                .setParameter(2, box.seal(PURPOSE, context(account), Totp.newKey()))
                .setParameter(3, Sql.parameter(clock.instant()))
                .executeUpdate();
    }

    /** Whether the code was that of the key that was shown: from now on it is asked for. */
    boolean confirm(long account, String code) {
        Held held = held(account, false).orElse(null);
        OptionalLong step = held == null ? OptionalLong.empty() : step(account, held, code);
        return held != null
                && step.isPresent()
                && entityManager
                                .createNativeQuery("""
                                        update second_factor set confirmed_at = ?1, last_step = ?2
                                        where account_id = ?3 and sealed_key = ?4 and confirmed_at is null""")
                                .setParameter(1, Sql.parameter(clock.instant()))
                                .setParameter(2, step.getAsLong())
                                .setParameter(3, account)
                                .setParameter(4, held.sealed())
                                .executeUpdate()
                        == 1;
    }

    /**
     * Whether the code counts now; it does so once, also when it is typed twice at the same moment. A key that was sealed
     * with an earlier secret is sealed anew on the way.
     */
    boolean spend(long account, String code) {
        Held held = held(account, true).orElse(null);
        OptionalLong step = held == null ? OptionalLong.empty() : step(account, held, code);
        return held != null
                && step.isPresent()
                && entityManager
                                .createNativeQuery("""
                                        update second_factor set last_step = ?1, sealed_key = ?2
                                        where account_id = ?3 and sealed_key = ?4 and confirmed_at is not null
                                            and last_step < ?1""")
                                .setParameter(1, step.getAsLong())
                                .setParameter(2, box.isOld(held.sealed()) ? sealed(account, held) : held.sealed())
                                .setParameter(3, account)
                                .setParameter(4, held.sealed())
                                .executeUpdate()
                        == 1;
    }

    private String sealed(long account, Held held) {
        return box.seal(PURPOSE, context(account), key(account, held));
    }

    /** Uses a recovery code up; false when it is none of the account, or was used. */
    boolean spendRecoveryCode(long account, String code) {
        return entityManager
                        .createNativeQuery("""
                                update recovery_code set used_at = ?1
                                where account_id = ?2 and code_hash = ?3 and used_at is null""")
                        .setParameter(1, Sql.parameter(clock.instant()))
                        .setParameter(2, account)
                        .setParameter(3, RecoveryCodes.hash(account, code))
                        .executeUpdate()
                == 1;
    }

    /** New recovery codes; those before no longer work. They are not stored and cannot be shown again. */
    List<String> renewRecoveryCodes(long account) {
        entityManager
                .createNativeQuery("delete from recovery_code where account_id = ?1")
                .setParameter(1, account)
                .executeUpdate();
        List<String> codes = RecoveryCodes.fresh();
        Sql.insert(
                entityManager,
                "recovery_code (account_id, code_hash)",
                codes.stream()
                        .map(code -> new Object[] {account, RecoveryCodes.hash(account, code)})
                        .toList());
        return codes;
    }

    /** Whether there was one to remove. */
    boolean remove(long account) {
        return entityManager
                        .createNativeQuery("delete from second_factor where account_id = ?1")
                        .setParameter(1, account)
                        .executeUpdate()
                > 0;
    }

    private Optional<Held> held(long account, boolean confirmed) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select sealed_key, last_step from second_factor
                                where account_id = ?1 and (confirmed_at is not null) = ?2""")
                        .setParameter(1, account)
                        .setParameter(2, confirmed))
                .map(row -> new Held((String) row[0], Sql.number(row[1])))
                .findFirst();
    }

    /** The step of a typed code that counts now. */
    private OptionalLong step(long account, Held held, String typed) {
        return Totp.match(key(account, held), typed, clock.instant(), held.lastStep());
    }

    private byte[] key(long account, Held held) {
        return box.open(PURPOSE, context(account), held.sealed());
    }

    private static String context(long account) {
        return "account:" + account;
    }
}
