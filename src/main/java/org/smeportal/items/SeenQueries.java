package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Role;
import org.smeportal.security.ViewerMark;

/**
 * Who saw which items (R9.3), of the exams of a programme manager. What authors saw of their own items is left out, whatever
 * they were then: it would tell who wrote them (R6.1).
 */
@Queries
public class SeenQueries {
    private static final int MOST = 20_000;
    private static final String FROM = """
             from exam_duty u join exam x on x.id = u.exam_id join item i on i.exam_id = u.exam_id
                join item_view v on v.item_id = i.id join account a on a.id = v.account_id
                left join event e on e.id = i.event_id
            where u.account_id = ?1 and u.duty = 'PM' and v.kind <> 'WRITE' and
            """ + AuthorGuard.VIEWER_IS_NOT_AUTHOR;
    private static final String FILTER = """
              and (?2 = '' or i.public_id = ?2) and (?3 = '' or x.code = ?3) and (?4 = '' or e.public_id = ?4)
              and (?5 = '' or a.public_id = ?5) and (?6 is null or v.at >= ?6) and (?7 is null or v.at < ?7)
            """;
    private static final String ROWS = """
            select a.public_id as account, a.name, (select group_concat(r.role order by r.role) from account_role r
                    where r.account_id = a.id) as roles, i.public_id as item, i.code, x.code as exam, v.revision, v.kind, v.at
            """ + FROM + FILTER + " order by v.at desc, v.id desc limit ?8 offset ?9";

    private final EntityManager entityManager;
    private final ViewerMark mark;
    private final CurrentUser user;

    @Inject
    public SeenQueries(EntityManager entityManager, ViewerMark mark, CurrentUser user) {
        this.entityManager = entityManager;
        this.mark = mark;
        this.user = user;
    }

    /** Null for all; {@code from} is included, {@code until} is not. */
    public record Filter(
            @Nullable UUID item,
            @Nullable String exam,
            @Nullable UUID event,
            @Nullable UUID account,
            @Nullable Instant from,
            @Nullable Instant until) {
        public static Filter ofItem(UUID item) {
            return new Filter(item, null, null, null, null, null);
        }
    }

    /** {@code roles} are those that the person has now. */
    public record Row(
            UUID account,
            String name,
            List<Role> roles,
            UUID item,
            String code,
            String exam,
            int revision,
            ItemViews.ViewKind kind,
            Instant at) {}

    /** The last views first. */
    public Page<Row> page(Filter filter, PageRequest page) {
        long total =
                Sql.number(filtered("select count(*)" + FROM + FILTER, filter).getSingleResult());
        return new Page<>(rows(filter, page.size(), page.offset()), total, page.number(), page.size());
    }

    /** For a file. */
    public List<Row> all(Filter filter) {
        return rows(filter, MOST, 0);
    }

    public record Viewer(UUID account, String name) {}

    public Optional<Viewer> viewer(UUID account) {
        return Sql.rows(entityManager
                        .createNativeQuery("select public_id, name from account where public_id = ?1")
                        .setParameter(1, account.toString()))
                .findFirst()
                .map(row -> new Viewer(Sql.uuid(row[0]), (String) row[1]));
    }

    /** Whose code stands on a picture or a print that turned up somewhere; among those who saw items of these exams. */
    public Optional<Viewer> marked(String code) {
        return Sql.rows(entityManager
                        .createNativeQuery("select distinct a.id, a.public_id, a.name" + FROM)
                        .setParameter(1, user.accountId()))
                .filter(row -> mark.of(Sql.number(row[0])).equalsIgnoreCase(code.strip()))
                .findFirst()
                .map(row -> new Viewer(Sql.uuid(row[1]), (String) row[2]));
    }

    private List<Row> rows(Filter filter, int most, int offset) {
        return Sql.rows(filtered(ROWS, filter).setParameter(8, most).setParameter(9, offset))
                .map(row -> new Row(
                        Sql.uuid(row[0]),
                        (String) row[1],
                        roles((String) row[2]),
                        Sql.uuid(row[3]),
                        (String) row[4],
                        (String) row[5],
                        Sql.integer(row[6]),
                        ItemViews.ViewKind.valueOf((String) row[7]),
                        Sql.instant(row[8])))
                .toList();
    }

    private static List<Role> roles(@Nullable String names) {
        return names == null
                ? List.of()
                : Arrays.stream(names.split(",")).map(Role::valueOf).toList();
    }

    private Query filtered(String sql, Filter filter) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, user.accountId())
                .setParameter(2, text(filter.item()))
                .setParameter(3, text(filter.exam()))
                .setParameter(4, text(filter.event()))
                .setParameter(5, text(filter.account()))
                .setParameter(6, filter.from() == null ? null : Sql.parameter(filter.from()))
                .setParameter(7, filter.until() == null ? null : Sql.parameter(filter.until()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
