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
    /** The most rows of one file. */
    public static final int MOST_EXPORTED = 100_000;

    private static final String FILTER = """
             from audit_entry
            where (?1 = '' or actor like ?1 escape '!' or act like ?1 escape '!' or subject like ?1 escape '!'
                or detail like ?1 escape '!' or changes like ?1 escape '!')
              and (?2 = '' or actor like ?2 escape '!') and at >= ?3 and at < ?4
              and (?5 = 0 or act not in ('SignIn.signIn', 'SignIn.confirm', 'SignOut.signOut'))
              and (?6 = '' or act = ?6)
              and (?7 = '' or subject like ?7 escape '!' or substring_index(subject, ':', -1) in (
                select public_id from account where name like ?7 escape '!' or email like ?7 escape '!'
                union all select public_id from sme where name like ?7 escape '!' or email like ?7 escape '!'
                union all select public_id from event where title like ?7 escape '!'))
            """;

    private static final String PAGE = """
            select a.at, a.actor, a.act, a.subject, a.detail, a.changes,
                case when e.id is not null then 'EVENT' when s.id is not null then 'SME'
                    when c.id is not null then 'ACCOUNT' end as about,
                a.public_id, coalesce(e.title, s.name, c.name, si.name) as name
            from (select id, at, actor, act, subject, detail, changes, substring_index(subject, ':', -1) as public_id
                %s order by id desc limit ?8 offset ?9) a
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

    /**
     * Nothing typed means all; {@code about} is part of a subject, or of the name of an account, an SME or an event;
     * {@code until} is the first moment left out. Refused sign-ins stay in the list in any case.
     */
    public record Filter(
            String search,
            String actor,
            String act,
            String about,
            Instant from,
            Instant until,
            boolean withoutSignIns) {}

    /** {@code publicId} and {@code name} are those of what the entry is about, if the portal knows it. */
    public record Row(
            Instant at,
            String actor,
            String act,
            @Nullable String subject,
            @Nullable String detail,
            @Nullable String changes,
            @Nullable About about,
            @Nullable String publicId,
            @Nullable String name) {}

    public Page<Row> page(Filter filter, PageRequest page) {
        long total = Sql.number(filtered("select count(*)" + FILTER, filter).getSingleResult());
        return new Page<>(rows(filter, page.size(), page.offset()), total, page.number(), page.size());
    }

    /** For a file: the newest, at most {@link #MOST_EXPORTED}. */
    List<Row> all(Filter filter) {
        return rows(filter, MOST_EXPORTED, 0);
    }

    private List<Row> rows(Filter filter, int most, int offset) {
        return Sql.rows(filtered(PAGE.formatted(FILTER), filter)
                        .setParameter(8, most)
                        .setParameter(9, offset))
                .map(row -> new Row(
                        Sql.instant(row[0]),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        row[6] == null ? null : About.valueOf((String) row[6]),
                        (String) row[7],
                        (String) row[8]))
                .toList();
    }

    /** Every act that occurs in the trail, by its name in the code. */
    public List<String> acts() {
        return ((List<?>) entityManager
                        .createNativeQuery("select distinct act from audit_entry order by act")
                        .getResultList())
                .stream().map(String.class::cast).toList();
    }

    /** Where the chain ends. */
    public TrailHead head() {
        return TrailHead.of(entityManager, "");
    }

    private Query filtered(String sql, Filter filter) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, filter.search().isBlank() ? "" : Sql.contains(filter.search()))
                .setParameter(2, filter.actor().isBlank() ? "" : Sql.contains(filter.actor()))
                .setParameter(3, Sql.parameter(filter.from()))
                .setParameter(4, Sql.parameter(filter.until()))
                .setParameter(5, filter.withoutSignIns() ? 1 : 0)
                .setParameter(6, filter.act())
                .setParameter(7, filter.about().isBlank() ? "" : Sql.contains(filter.about()));
    }
}
