package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.linter.Rule;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** Items of the exams of a programme manager, without text and without author, in an order that tells neither. */
@Queries
public class ItemQueries {
    private static final String FROM = """
             from exam_duty u join exam x on x.id = u.exam_id join item i on i.exam_id = u.exam_id
                left join exam_domain d on d.exam_id = i.exam_id and d.number = i.domain
                left join exam_task t on t.exam_id = i.exam_id and t.domain = i.domain and t.number = i.task
                left join event e on e.id = i.event_id
            where u.account_id = ?1 and u.duty = 'PM'
            """;
    private static final String FILTER = """
              and (?2 = '' or i.code like ?2 escape '!') and (?3 = '' or x.code = ?3) and (?4 = 0 or i.domain = ?4)
              and (?5 = '' or i.status = ?5) and (?6 = '' or e.public_id = ?6) and i.status_since <= ?7
              and (?10 = '' or find_in_set(i.status, ?10)) and (?11 = 0 or i.revision > 0)
              and (?12 = '' or exists (select 1 from item_revision r join revision_finding f on f.revision_id = r.id
                where r.item_id = i.id and r.number = i.revision and f.rule = ?12 and f.waiver is not null))
            """;
    private static final String COLUMNS = """
            select i.id, i.public_id, i.code, x.code as exam, i.domain, d.name, i.task, t.statement, i.status, i.status_since,
                i.ending, i.revision, e.public_id as event, e.title, i.editorial_revision is not null as for_editor,
                i.status = 'REVISION' and
            """ + NamedEditors.REVISED_BY_ANYBODY + " as by_editor";

    private static final int MOST = 5000;

    private final EntityManager entityManager;
    private final CurrentUser user;

    @Inject
    public ItemQueries(EntityManager entityManager, CurrentUser user) {
        this.entityManager = entityManager;
        this.user = user;
    }

    public enum SortField {
        /** The longest in its state first; by days, because the hour would tell who handed several in at once. */
        AGE("date(i.status_since), i.code"),
        CODE("i.code"),
        DOMAIN("x.code, i.domain, i.task, i.code");

        private final String order;

        SortField(String order) {
            this.order = order;
        }
    }

    /**
     * Empty, 0 or null for all; {@code since} are those that stand in their state since then or longer, {@code among} a
     * group of states, {@code handedIn} leaves out what was never handed in, {@code waived} is a rule of the linter that the
     * author of the last revision left as it is.
     */
    public record Filter(
            String code,
            String exam,
            int domain,
            @Nullable ItemStatus status,
            @Nullable UUID event,
            Instant since,
            Set<ItemStatus> among,
            boolean handedIn,
            @Nullable Rule waived) {
        public Filter {
            among = Set.copyOf(among);
        }

        public Filter(
                String code,
                String exam,
                int domain,
                @Nullable ItemStatus status,
                @Nullable UUID event,
                Instant since) {
            this(code, exam, domain, status, event, since, Set.of(), false, null);
        }
    }

    /**
     * {@code forEditor} while it is in revision and waits for a second person, {@code byEditor} while a named editor revises it:
     * it is not with its author then.
     */
    public record Row(
            long id,
            UUID publicId,
            String code,
            String exam,
            @Nullable Integer domain,
            @Nullable String domainName,
            @Nullable Integer task,
            @Nullable String taskStatement,
            ItemStatus status,
            Instant since,
            @Nullable Ending ending,
            int revision,
            @Nullable UUID event,
            @Nullable String eventTitle,
            boolean forEditor,
            boolean byEditor) {
        /** At the desk after a review: its author goes on, or an editor in the author's place. */
        public boolean isWithAuthorAgain() {
            return status == ItemStatus.REVISION && !forEditor;
        }

        /** Only what was handed in can be read. */
        public boolean isReadable() {
            return revision > 0;
        }
    }

    public Page<Row> page(Filter filter, SortField sort, PageRequest page) {
        long total =
                Sql.number(filtered("select count(*)" + FROM + FILTER, filter).getSingleResult());
        List<Row> rows = Sql.rows(
                        filtered(COLUMNS + FROM + FILTER + " order by " + sort.order + " limit ?8 offset ?9", filter)
                                .setParameter(8, page.size())
                                .setParameter(9, page.offset()))
                .map(ItemQueries::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    /** For a file; at most some thousand. */
    public List<Row> all(Filter filter, SortField sort) {
        return Sql.rows(filtered(COLUMNS + FROM + FILTER + " order by " + sort.order + " limit " + MOST, filter))
                .map(ItemQueries::row)
                .toList();
    }

    public Row one(UUID publicId) {
        return Sql.rows(entityManager
                        .createNativeQuery(COLUMNS + FROM + " and i.public_id = ?2")
                        .setParameter(1, user.accountId())
                        .setParameter(2, publicId.toString()))
                .findFirst()
                .map(ItemQueries::row)
                .orElseThrow(NotFound::new);
    }

    /** What was handed in once; a draft is its author's alone, and not found. */
    public Row handedIn(UUID publicId) {
        Row row = one(publicId);
        if (!row.isReadable()) {
            throw new NotFound();
        }
        return row;
    }

    /** A step in the life of an item; by whom is not known. */
    public record Step(@Nullable ItemStatus from, ItemStatus to, int revision, Instant at) {}

    /** The first step first. */
    public List<Step> steps(long itemId) {
        return Sql.rows(entityManager
                        .createNativeQuery(
                                "select from_status, to_status, revision, at from item_move where item_id = ?1 order by id")
                        .setParameter(1, itemId))
                .map(row -> new Step(
                        row[0] == null ? null : ItemStatus.valueOf((String) row[0]),
                        ItemStatus.valueOf((String) row[1]),
                        Sql.integer(row[2]),
                        Sql.instant(row[3])))
                .toList();
    }

    private Query filtered(String sql, Filter filter) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, user.accountId())
                .setParameter(2, filter.code().isBlank() ? "" : Sql.contains(filter.code()))
                .setParameter(3, filter.exam())
                .setParameter(4, filter.domain())
                .setParameter(5, filter.status() == null ? "" : filter.status().name())
                .setParameter(6, filter.event() == null ? "" : filter.event().toString())
                .setParameter(7, Sql.parameter(filter.since()))
                .setParameter(10, filter.among().stream().map(Enum::name).collect(Collectors.joining(",")))
                .setParameter(11, filter.handedIn() ? 1 : 0)
                .setParameter(12, filter.waived() == null ? "" : filter.waived().name());
    }

    private static Row row(Object[] row) {
        return new Row(
                Sql.number(row[0]),
                Sql.uuid(row[1]),
                (String) row[2],
                (String) row[3],
                Sql.optionalInteger(row[4]),
                (String) row[5],
                Sql.optionalInteger(row[6]),
                (String) row[7],
                ItemStatus.valueOf((String) row[8]),
                Sql.instant(row[9]),
                row[10] == null ? null : Ending.valueOf((String) row[10]),
                Sql.integer(row[11]),
                Sql.optionalUuid(row[12]),
                (String) row[13],
                Sql.truth(row[14]),
                Sql.truth(row[15]));
    }
}
