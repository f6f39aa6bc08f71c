package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** Where somebody is signed in now. */
@Queries
public class SessionQueries {
    private static final String LIVE = """
            from user_session where account_id = ?1 and revoked_at is null and expires_at > ?2 and seen_at > ?3
            """;

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public SessionQueries(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    public record Row(
            long id,
            Device device,
            String address,
            Instant since,
            Instant seen,
            boolean secondFactor,
            boolean current) {}

    /** This one first, then by when they were seen last. */
    public Page<Row> own(long account, String token, PageRequest page) {
        long total = Sql.number(live("select count(*) " + LIVE, account).getSingleResult());
        List<Row> rows = Sql.rows(live("""
                                select id, agent, address, created_at, seen_at, second_factor_at is not null as factor,
                                    token_hash = ?4 as this_one
                                """ + LIVE + """
                                order by this_one desc, seen_at desc, id desc limit ?5 offset ?6""", account)
                        .setParameter(4, Throttle.sha256(token))
                        .setParameter(5, page.size())
                        .setParameter(6, page.offset()))
                .map(SessionQueries::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    private Query live(String sql, long account) {
        Instant now = clock.instant();
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, account)
                .setParameter(2, Sql.parameter(now))
                .setParameter(3, Sql.parameter(now.minus(UserSessions.IDLE)));
    }

    private static Row row(Object[] row) {
        return new Row(
                Sql.number(row[0]),
                Device.of((String) row[1]),
                (String) row[2],
                Sql.instant(row[3]),
                Sql.instant(row[4]),
                Sql.truth(row[5]),
                Sql.truth(row[6]));
    }
}
