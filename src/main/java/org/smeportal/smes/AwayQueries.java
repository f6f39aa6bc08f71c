package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** When a signed-in SME is away, as only they read it. */
@Queries
public class AwayQueries {

    private final EntityManager entityManager;

    @Inject
    public AwayQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Away(
            UUID id,
            LocalDate first,
            LocalDate last,
            @Nullable String note) {}

    /** What is not over on that day, the next first. */
    public List<Away> own(long accountId, LocalDate today) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                        select b.public_id, b.first_day, b.last_day, b.note
                        from sme s join sme_blackout b on b.sme_id = s.id
                        where s.account_id = ?1 and b.last_day >= ?2 order by b.first_day, b.id limit ?3""")
                        .setParameter(1, accountId)
                        .setParameter(2, today)
                        .setParameter(3, 2 * KeepOwnDays.MOST))
                .map(row -> new Away(Sql.uuid(row[0]), Sql.date(row[1]), Sql.date(row[2]), (String) row[3]))
                .toList();
    }
}
