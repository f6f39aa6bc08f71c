package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.security.LinkTokens;
import org.smeportal.security.Role;

/** Who is signed in: a cookie of 256 random bits, of which the row keeps the SHA-256 only. */
@Repository
public class UserSessions {
    static final Duration LASTS = Duration.ofHours(12);
    static final Duration IDLE = Duration.ofHours(3);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public UserSessions(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** What a cookie opened; {@code stale} asks to note that the user is still here. */
    public record Opened(long session, Caller caller, boolean secondFactor, boolean checker, boolean stale) {}

    /** {@code secondFactor}: the user gave it. Without it, no session of an account that has one opens. */
    String begin(long accountId, String address, String agent, boolean secondFactor) {
        String token = LinkTokens.newSecret();
        Instant now = clock.instant();
        entityManager
                .createNativeQuery("""
                        insert into user_session
                            (token_hash, account_id, created_at, seen_at, expires_at, address, agent, second_factor_at)
                        values (?1, ?2, ?3, ?3, ?4, ?5, ?6, case when ?7 then ?3 end)""")
                .setParameter(1, Throttle.sha256(token))
                .setParameter(2, accountId)
                .setParameter(3, Sql.parameter(now))
                .setParameter(4, Sql.parameter(now.plus(LASTS)))
                .setParameter(5, address)
                .setParameter(6, bounded(agent))
                .setParameter(7, secondFactor)
                .executeUpdate();
        return token;
    }

    static String bounded(String agent) {
        return agent.length() > 200 ? agent.substring(0, 200) : agent;
    }

    /** Whether the account was signed in from there with that browser before, or never at all. */
    boolean isFamiliar(long accountId, String address, String agent) {
        List<Object[]> known = Sql.rows(entityManager
                        .createNativeQuery("""
                                select distinct address, agent from user_session where account_id = ?1
                                order by address = ?2 desc limit 500""")
                        .setParameter(1, accountId)
                        .setParameter(2, address))
                .toList();
        Device device = Device.of(agent);
        return known.isEmpty()
                || known.stream()
                        .anyMatch(row -> row[0].equals(address)
                                && Device.of((String) row[1]).equals(device));
    }

    /** The user of this session just proved to have the second factor. */
    void noteSecondFactor(String token) {
        entityManager
                .createNativeQuery("update user_session set second_factor_at = ?1 where token_hash = ?2")
                .setParameter(1, Sql.parameter(clock.instant()))
                .setParameter(2, Throttle.sha256(token))
                .executeUpdate();
    }

    public Optional<Opened> open(String token) {
        Instant now = clock.instant();
        List<Object[]> rows = Sql.rows(entityManager
                        .createNativeQuery("""
                                select s.id, s.seen_at, a.id as account_id, a.name, a.zone,
                                    (select group_concat(r.role) from account_role r where r.account_id = a.id) as roles,
                                    s.second_factor_at,
                                    exists (select 1 from exam_duty d where d.account_id = a.id
                                        and d.duty in ('EDITOR', 'TECHNICAL', 'FAIRNESS')) as checks
                                from user_session s join account a on a.id = s.account_id
                                where s.token_hash = ?1 and s.revoked_at is null and s.expires_at > ?2
                                  and s.seen_at > ?3 and a.state = 'ACTIVE'
                                  and (s.second_factor_at is not null or not exists (select 1 from second_factor f
                                      where f.account_id = a.id and f.confirmed_at is not null))""")
                        .setParameter(1, Throttle.sha256(token))
                        .setParameter(2, Sql.parameter(now))
                        .setParameter(3, Sql.parameter(now.minus(IDLE))))
                .toList();
        return rows.stream().findFirst().map(row -> {
            String roles = row[5] == null ? "" : row[5].toString();
            Caller caller = new Caller(
                    Sql.number(row[2]),
                    (String) row[3],
                    ZoneId.of((String) row[4]),
                    Arrays.stream(roles.split(","))
                            .filter(role -> !role.isEmpty())
                            .map(Role::valueOf)
                            .collect(Collectors.toSet()));
            return new Opened(
                    Sql.number(row[0]),
                    caller,
                    row[6] != null,
                    Sql.truth(row[7]),
                    Sql.instant(row[1]).isBefore(now.minus(NOTED_EVERY)));
        });
    }

    void note(long session) {
        entityManager
                .createNativeQuery("update user_session set seen_at = ?1 where id = ?2")
                .setParameter(1, Sql.parameter(clock.instant()))
                .setParameter(2, session)
                .executeUpdate();
    }

    /** Removes what ended long ago; the address of the last ones is kept for the throttle. */
    int sweep() {
        return entityManager
                .createNativeQuery("delete from user_session where expires_at < ?1")
                .setParameter(1, Sql.parameter(clock.instant().minus(KEPT)))
                .executeUpdate();
    }

    void end(String token) {
        entityManager
                .createNativeQuery(
                        "update user_session set revoked_at = ?1 where token_hash = ?2 and revoked_at is null")
                .setParameter(1, Sql.parameter(clock.instant()))
                .setParameter(2, Throttle.sha256(token))
                .executeUpdate();
    }

    /** One of the account's own; nothing happens to those of others. */
    boolean end(long accountId, long session) {
        return entityManager
                        .createNativeQuery("""
                                update user_session set revoked_at = ?1
                                where id = ?2 and account_id = ?3 and revoked_at is null""")
                        .setParameter(1, Sql.parameter(clock.instant()))
                        .setParameter(2, session)
                        .setParameter(3, accountId)
                        .executeUpdate()
                == 1;
    }

    /** All but the one of this cookie. */
    int endOthers(long accountId, String token) {
        return entityManager
                .createNativeQuery("""
                        update user_session set revoked_at = ?1
                        where account_id = ?2 and token_hash <> ?3 and revoked_at is null""")
                .setParameter(1, Sql.parameter(clock.instant()))
                .setParameter(2, accountId)
                .setParameter(3, Throttle.sha256(token))
                .executeUpdate();
    }

    /** Those that wait for a code, too. */
    void endAll(long accountId) {
        entityManager
                .createNativeQuery("delete from pending_sign_in where account_id = ?1")
                .setParameter(1, accountId)
                .executeUpdate();
        entityManager
                .createNativeQuery(
                        "update user_session set revoked_at = ?1 where account_id = ?2 and revoked_at is null")
                .setParameter(1, Sql.parameter(clock.instant()))
                .setParameter(2, accountId)
                .executeUpdate();
    }
}
