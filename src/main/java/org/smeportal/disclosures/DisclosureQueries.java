package org.smeportal.disclosures;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** Who asked and who was shown, by the day of UTC and without the author, for programme managers of the exam and the asker. */
@Queries
public class DisclosureQueries {
    /** Open sessions of the exam {@code ?1}, and those that the account {@code ?2} leads or sits in. */
    static final String RUNNING = """
             from review_session s join review_round r on r.id = s.round_id join event e on e.id = r.event_id
            where s.state = 'OPEN' and (e.exam_id = ?1 or s.lead_id = ?2 or exists (
                select 1 from review_member m where m.session_id = s.id and m.account_id = ?2))""";

    private static final String SHOWN = """
             from exam_duty u join item i on i.exam_id = u.exam_id join author_disclosure d on d.item_id = i.id
                join account a on a.id = d.asked_by left join account o on o.id = d.answered_by
            where u.account_id = ?1 and u.duty = 'PM' and i.public_id = ?2 and d.seen_at is not null""";

    private static final String WAITING = """
            select d.public_id, i.public_id as item, i.code, x.code as exam, a.name, d.asked_at, d.reason
            from exam_duty u join exam x on x.id = u.exam_id join item i on i.exam_id = u.exam_id
                join author_disclosure d on d.item_id = i.id join account a on a.id = d.asked_by
            where u.account_id = ?1 and u.duty = 'PM' and d.waiting and d.asked_by <> ?1
            """;

    private static final int MOST = 50;

    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public DisclosureQueries(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    /** A request that waits for a programme manager of the exam. */
    public record Waiting(UUID id, UUID item, String code, String exam, String by, LocalDate day, String reason) {}

    /** For all items of exams of the user, the longest first. */
    public List<Waiting> waiting() {
        return Sql.rows(entityManager
                        .createNativeQuery(WAITING + " order by d.asked_at, d.id limit ?2")
                        .setParameter(1, user.accountId())
                        .setParameter(2, MOST))
                .map(DisclosureQueries::waiting)
                .toList();
    }

    public List<Waiting> waiting(UUID item) {
        return Sql.rows(entityManager
                        .createNativeQuery(WAITING + " and i.public_id = ?2 order by d.asked_at, d.id limit ?3")
                        .setParameter(1, user.accountId())
                        .setParameter(2, item.toString())
                        .setParameter(3, MOST))
                .map(DisclosureQueries::waiting)
                .toList();
    }

    private static Waiting waiting(Object[] row) {
        return new Waiting(
                Sql.uuid(row[0]),
                Sql.uuid(row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                day(row[5]),
                (String) row[6]);
    }

    /** {@code allowedBy} is null for a programme manager of the exam, who needs nobody. */
    public record Shown(
            String by,
            LocalDate day,
            String reason,
            @Nullable String allowedBy) {}

    /** The last first. */
    public Page<Shown> shown(UUID item, PageRequest page) {
        long total = Sql.number(entityManager
                .createNativeQuery("select count(*)" + SHOWN)
                .setParameter(1, user.accountId())
                .setParameter(2, item.toString())
                .getSingleResult());
        List<Shown> rows = Sql.rows(entityManager
                        .createNativeQuery("select a.name, d.seen_at, d.reason, o.name as allowed_by" + SHOWN
                                + " order by d.seen_at desc, d.id desc limit ?3 offset ?4")
                        .setParameter(1, user.accountId())
                        .setParameter(2, item.toString())
                        .setParameter(3, page.size())
                        .setParameter(4, page.offset()))
                .map(row -> new Shown((String) row[0], day(row[1]), (String) row[2], (String) row[3]))
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    /** {@code until} is the last day on which a yes can be used. */
    public record Own(
            UUID id,
            String code,
            String exam,
            LocalDate day,
            String reason,
            DisclosureState state,
            @Nullable Instant until) {
        public boolean isOpen() {
            return state == DisclosureState.ALLOWED;
        }
    }

    /** What the user asked for, the last first; what needed nobody is not among it. */
    public Page<Own> own(PageRequest page) {
        String from = """
                 from author_disclosure d join item i on i.id = d.item_id join exam x on x.id = i.exam_id
                where d.asked_by = ?1 and (d.waiting or d.answer is not null)""";
        long total = Sql.number(entityManager
                .createNativeQuery("select count(*)" + from)
                .setParameter(1, user.accountId())
                .getSingleResult());
        Instant now = clock.instant();
        List<Own> rows = Sql.rows(entityManager
                        .createNativeQuery("select d.public_id, i.code, x.code as exam, d.asked_at, d.reason, d.answer,"
                                + " d.answered_at, d.seen_at" + from
                                + " order by d.asked_at desc, d.id desc limit ?2 offset ?3")
                        .setParameter(1, user.accountId())
                        .setParameter(2, page.size())
                        .setParameter(3, page.offset()))
                .map(row -> own(row, now))
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    private static Own own(Object[] row, Instant now) {
        Instant answered = Sql.optionalInstant(row[6]);
        Instant until = answered == null ? null : answered.plus(AuthorDisclosure.OPEN);
        DisclosureState state;
        if (until == null) {
            state = DisclosureState.WAITING;
        } else if (Answer.NO.name().equals(row[5])) {
            state = DisclosureState.DECLINED;
        } else if (row[7] != null) {
            state = DisclosureState.SEEN;
        } else {
            state = now.isBefore(until) ? DisclosureState.ALLOWED : DisclosureState.LAPSED;
        }
        return new Own(Sql.uuid(row[0]), (String) row[1], (String) row[2], day(row[3]), (String) row[4], state, until);
    }

    private static LocalDate day(Object at) {
        return LocalDate.ofInstant(Sql.instant(at), ZoneOffset.UTC);
    }
}
