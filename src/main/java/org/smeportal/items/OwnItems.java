package org.smeportal.items;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.drafts.Drafts;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.programme.ProgrammeSetting;
import org.smeportal.programme.ProgrammeSettings;
import org.smeportal.security.CurrentUser;

/**
 * What an author sees of their own items; those of others are not found, but for one that an editor was named to revise in its
 * author's place.
 */
@Queries
public class OwnItems {
    /** How long an author reads what was decided about an item that did not make it. */
    public static final Duration FEEDBACK = Duration.ofDays(14);

    /** A condition on {@code item_move m}: an item came through its review for the first time. */
    public static final String THROUGH = """
            (m.to_status = 'QC1'
                and not exists (select 1 from item_move b where b.item_id = m.item_id and b.to_status = 'QC1' and b.id < m.id))""";

    private static final String FROM = """
            from sme s join item_author a on a.sme_id = s.id join item i on i.id = a.item_id
                join exam x on x.id = i.exam_id left join event e on e.id = i.event_id
                left join exam_domain d on d.exam_id = i.exam_id and d.number = i.domain
                left join exam_task t on t.exam_id = i.exam_id and t.domain = i.domain and t.number = i.task
            where s.account_id = ?1
            """;
    private static final String ROW =
            """
            select i.id, i.public_id, i.code, x.id as exam_id, x.code as exam, x.name, e.id as event_id, e.public_id as event,
                e.title, i.domain, d.name as domain_name, i.task, t.statement, i.status, i.status_since, i.ending, i.revision,
                i.write_until, e.starts_at, e.ends_at,
                e.status <> 'CANCELLED' and exists (select 1 from invitation v
                    where v.event_id = i.event_id and v.sme_id = s.id and v.status = 'ACCEPTED') as seated,
                i.editorial_revision is not null as for_editor,
            """ + NamedEditors.REVISED_BY_ANOTHER + " as handed_over, false as editing " + FROM;
    /** The workshop is left out: an editor has nothing to do with it, and it would tell who may be the author. */
    private static final String REVISED = """
            select i.id, i.public_id, i.code, x.id, x.code, x.name, null, null, null, i.domain, d.name, i.task, t.statement,
                i.status, i.status_since, i.ending, i.revision, null, null, null, false, i.editorial_revision is not null, false,
                true
            from item i join exam x on x.id = i.exam_id
                left join exam_domain d on d.exam_id = i.exam_id and d.number = i.domain
                left join exam_task t on t.exam_id = i.exam_id and t.domain = i.domain and t.number = i.task
            where i.public_id = ?2 and
            """ + NamedEditors.REVISED_BY_1;

    private final EntityManager entityManager;
    private final ProgrammeSettings settings;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public OwnItems(EntityManager entityManager, ProgrammeSettings settings, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.settings = settings;
        this.user = user;
        this.clock = clock;
    }

    /**
     * {@code time} is null for an item that belongs to no workshop; {@code seated} while the author has a seat in it;
     * {@code forEditor} while it waits as an editorial change for a second person; {@code handedOver} while an editor revises it
     * in the author's place, {@code editing} for that editor.
     */
    public record Own(
            long id,
            UUID publicId,
            String code,
            long examId,
            String exam,
            String examName,
            @Nullable Long eventId,
            @Nullable UUID event,
            @Nullable String eventTitle,
            @Nullable Integer domain,
            @Nullable String domainName,
            @Nullable Integer task,
            @Nullable String taskStatement,
            ItemStatus status,
            Instant since,
            @Nullable Ending ending,
            int revision,
            @Nullable WritingTime time,
            boolean seated,
            boolean forEditor,
            boolean handedOver,
            boolean editing) {

        public boolean mayWrite(Instant now) {
            return isDraft() && (editing || (seated && time != null && time.isOpen(now)));
        }

        /** As long as the talk about it goes on; afterwards code, state and lesson remain (R9.1). */
        public boolean mayRead(Instant now) {
            return switch (status) {
                case DRAFT, SUBMITTED, IN_REVIEW, REVISION -> true;
                case REJECTED -> now.isBefore(since.plus(FEEDBACK));
                default -> false;
            };
        }

        public boolean isDraft() {
            return status.isWithAuthor() && !forEditor && !handedOver;
        }

        /** How it is in the access record that the text was seen. */
        public ItemViews.ViewKind viewed() {
            return editing ? ItemViews.ViewKind.REVISE : ItemViews.ViewKind.WRITE;
        }

        public Drafts.Of draft() {
            return new Drafts.Of(id, publicId);
        }
    }

    public Own one(UUID publicId) {
        return Sql.rows(entityManager
                        .createNativeQuery(
                                ROW + " and i.public_id = ?2 union all " + REVISED + " order by editing desc")
                        .setParameter(1, user.accountId())
                        .setParameter(2, publicId.toString()))
                .findFirst()
                .map(row -> own(row, settings.of(ProgrammeSetting.WRITE_DAYS)))
                .orElseThrow(NotFound::new);
    }

    /** For writing in it now; says why not. */
    Own writable(UUID publicId) {
        Own item = one(publicId);
        if (!item.isDraft()) {
            throw new Refused("items.refused.notWritable", item.status());
        }
        if (!item.editing() && !item.seated()) {
            throw new Refused("items.refused.noSeat");
        }
        if (!item.mayWrite(clock.instant())) {
            throw new Refused("items.refused.timeOver");
        }
        return item;
    }

    /** Those that need their author first, then the last that moved; {@code status} null for all. */
    public Page<Own> page(@Nullable ItemStatus status, PageRequest page) {
        String filter = " and (?2 = '' or i.status = ?2)";
        String wanted = status == null ? "" : status.name();
        long total = Sql.number(entityManager
                .createNativeQuery("select count(*) " + FROM + filter)
                .setParameter(1, user.accountId())
                .setParameter(2, wanted)
                .getSingleResult());
        int days = settings.of(ProgrammeSetting.WRITE_DAYS);
        List<Own> rows = Sql.rows(entityManager
                        .createNativeQuery(ROW + filter + """
                                 order by case when i.editorial_revision is not null or handed_over then 2
                                        when i.status = 'REVISION' then 0 when i.status = 'DRAFT' then 1 else 2 end,
                                    i.status_since desc, i.id desc limit ?3 offset ?4""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, wanted)
                        .setParameter(3, page.size())
                        .setParameter(4, page.offset()))
                .map(row -> own(row, days))
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    /** Drafts that can be written now, those first that came back. */
    public List<Own> waiting(int most) {
        int days = settings.of(ProgrammeSetting.WRITE_DAYS);
        Instant now = clock.instant();
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + """
                                 and i.status in ('DRAFT', 'REVISION') and i.editorial_revision is null
                                and not
                                """ + NamedEditors.REVISED_BY_ANOTHER + """
                                 and (i.write_until > ?2 or e.ends_at > ?3)
                                order by i.revision desc, i.id limit ?4""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, Sql.parameter(now))
                        .setParameter(3, Sql.parameter(now.minus(Duration.ofDays(days))))
                        .setParameter(4, most))
                .map(row -> own(row, days))
                .toList();
    }

    /** How many are in each state. */
    public Map<ItemStatus, Long> counts() {
        return Sql.rows(entityManager.createNativeQuery("""
                                select i.status, count(*) from sme s join item_author a on a.sme_id = s.id
                                    join item i on i.id = a.item_id
                                where s.account_id = ?1 group by i.status""").setParameter(1, user.accountId()))
                .collect(Collectors.toMap(
                        row -> ItemStatus.valueOf((String) row[0]),
                        row -> Sql.number(row[1]),
                        Long::sum,
                        () -> new java.util.EnumMap<>(ItemStatus.class)));
    }

    /**
     * Items that were handed in for the first time in a year (UTC), and those that came through their review in it for the first
     * time: accepted, or after an editorial change.
     */
    public record Written(int handedIn, int accepted) {}

    public Written written(int year) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("""
                        select coalesce(sum(m.act = 'SUBMIT' and m.revision = 1), 0),
                            coalesce(sum(""" + THROUGH + """
                                ), 0)
                        from sme s join item_author a on a.sme_id = s.id join item_move m on m.item_id = a.item_id
                        where s.account_id = ?1 and (m.act = 'SUBMIT' or m.to_status = 'QC1') and year(m.at) = ?2""")
                .setParameter(1, user.accountId())
                .setParameter(2, year)
                .getSingleResult();
        return new Written(Sql.integer(row[0]), Sql.integer(row[1]));
    }

    private static Own own(Object[] row, int days) {
        return new Own(
                Sql.number(row[0]),
                Sql.uuid(row[1]),
                (String) row[2],
                Sql.number(row[3]),
                (String) row[4],
                (String) row[5],
                Sql.optionalNumber(row[6]),
                Sql.optionalUuid(row[7]),
                (String) row[8],
                Sql.optionalInteger(row[9]),
                (String) row[10],
                Sql.optionalInteger(row[11]),
                (String) row[12],
                ItemStatus.valueOf((String) row[13]),
                Sql.instant(row[14]),
                row[15] == null ? null : Ending.valueOf((String) row[15]),
                Sql.integer(row[16]),
                row[18] == null
                        ? null
                        : WritingTime.of(
                                Sql.instant(row[18]), Sql.instant(row[19]), days, Sql.optionalInstant(row[17])),
                Sql.truth(row[20]),
                Sql.truth(row[21]),
                Sql.truth(row[22]),
                Sql.truth(row[23]));
    }
}
