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

/** The trail, newest first, with the names that its subjects have now. */
@Queries
public class AuditQueries {
    private static final String FILTER = """
             from audit_entry
            where (?1 = '' or actor like ?1 escape '!' or act like ?1 escape '!' or subject like ?1 escape '!'
                or detail like ?1 escape '!')
              and (?2 = '' or actor like ?2 escape '!') and at >= ?3 and at < ?4
              and (?5 = 0 or act not in ('SignIn.signIn', 'SignIn.confirm', 'SignOut.signOut'))
            """;

    private static final String PAGE = """
            select a.at, a.actor, a.act, a.subject, a.detail,
                case when e.id is not null then 'EVENT' when s.id is not null then 'SME'
                    when c.id is not null then 'ACCOUNT' end as about,
                a.public_id, coalesce(e.title, s.name, c.name, si.name) as name
            from (select id, at, actor, act, subject, detail, substring_index(subject, ':', -1) as public_id
                %s order by id desc limit ?6 offset ?7) a
            left join event e on e.public_id = a.public_id
            left join sme s on s.public_id = a.public_id
            left join account c on c.public_id = a.public_id
            left join invitation i on i.public_id = a.public_id
            left join sme si on si.id = i.sme_id
            order by a.id desc""";

    private final EntityManager entityManager;

    @Inject
    public AuditQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** What a subject with a page of its own is. */
    public enum About {
        EVENT,
        SME,
        ACCOUNT
    }

    /** Nothing typed means all; {@code until} is the first moment left out. Refused sign-ins stay in the list in any case. */
    public record Filter(String search, String actor, Instant from, Instant until, boolean withoutSignIns) {}

    /** {@code publicId} and {@code name} are those of what the entry is about, if the portal knows it. */
    public record Row(
            Instant at,
            String actor,
            String act,
            @Nullable String subject,
            @Nullable String detail,
            @Nullable About about,
            @Nullable String publicId,
            @Nullable String name) {}

    public Page<Row> page(Filter filter, PageRequest page) {
        long total = Sql.number(filtered("select count(*)" + FILTER, filter).getSingleResult());
        List<Row> rows = Sql.rows(filtered(PAGE.formatted(FILTER), filter)
                        .setParameter(6, page.size())
                        .setParameter(7, page.offset()))
                .map(row -> new Row(
                        Sql.instant(row[0]),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        row[5] == null ? null : About.valueOf((String) row[5]),
                        (String) row[6],
                        (String) row[7]))
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    private Query filtered(String sql, Filter filter) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, filter.search().isBlank() ? "" : Sql.contains(filter.search()))
                .setParameter(2, filter.actor().isBlank() ? "" : Sql.contains(filter.actor()))
                .setParameter(3, Sql.parameter(filter.from()))
                .setParameter(4, Sql.parameter(filter.until()))
                .setParameter(5, filter.withoutSignIns() ? 1 : 0);
    }
}
