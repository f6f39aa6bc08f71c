package org.smeportal.audit;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The trail, newest first. */
@Queries
public class AuditQueries {
    private static final String FILTER = """
             from audit_entry
            where (?1 = '' or actor like ?1 escape '!' or act like ?1 escape '!' or subject like ?1 escape '!'
                or detail like ?1 escape '!')
            """;

    private final EntityManager entityManager;

    @Inject
    public AuditQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Row(
            Instant at,
            String actor,
            String act,
            @Nullable String subject,
            @Nullable String detail) {}

    public Page<Row> page(String search, PageRequest page) {
        long total = Sql.number(filtered("select count(*)" + FILTER, search).getSingleResult());
        List<Row> rows = Sql.rows(filtered(
                                "select at, actor, act, subject, detail" + FILTER
                                        + "order by id desc limit ?2 offset ?3",
                                search)
                        .setParameter(2, page.size())
                        .setParameter(3, page.offset()))
                .map(row -> new Row(
                        Sql.instant(row[0]), (String) row[1], (String) row[2], (String) row[3], (String) row[4]))
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    private Query filtered(String sql, String search) {
        return entityManager.createNativeQuery(sql).setParameter(1, search.isBlank() ? "" : Sql.contains(search));
    }
}
