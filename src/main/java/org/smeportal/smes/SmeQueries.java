package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.AccountState;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The directory as programme managers read it: list, one SME, what they were invited to and attended. */
@Queries
public class SmeQueries {
    private static final String ROW = """
            select s.public_id, s.name, s.email, s.country, s.zone, s.employer, s.expertise, s.languages,
                s.visible_to_members, s.state, s.joined_on, s.version, s.id,
                (select group_concat(x.code order by x.code separator ' ') from sme_exam q join exam x on x.id = q.exam_id
                    where q.sme_id = s.id) as exams,
                (select group_concat(q.exam_id) from sme_exam q where q.sme_id = s.id) as exam_ids,
                (select a.state from account a where a.id = s.account_id) as account_state,
                (select count(*) from attendance_result r where r.sme_id = s.id and r.result = 'ATTENDED') as attended,
                (select max(i.sent_at) from invitation i where i.sme_id = s.id) as last_invited
            from sme s
            """;
    private static final String FILTER = """
            where s.state <> 'FORMER'
              and (?1 = '' or s.name like ?1 escape '!' or s.email like ?1 escape '!' or s.employer like ?1 escape '!'
                   or s.expertise like ?1 escape '!')
              and (?2 = '' or s.country = ?2)
              and (?3 = 0 or exists (select 1 from sme_exam q where q.sme_id = s.id and q.exam_id = ?3))
              and (?4 = '' or s.state = ?4)
              and (?5 = '' or (?5 = 'YES') = (s.account_id is not null))
            """;

    private final EntityManager entityManager;

    @Inject
    public SmeQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The orders of the list. */
    public enum Sort {
        NAME("s.name, s.id"),
        JOINED("s.joined_on desc, s.name, s.id"),
        ATTENDED("attended desc, s.name, s.id"),
        LAST_INVITED("last_invited, s.name, s.id");

        private final String order;

        Sort(String order) {
            this.order = order;
        }
    }

    /** What the list is narrowed to; {@code examId} 0, a null state and a null account ask for nothing. */
    public record Filter(
            String search,
            String country,
            long examId,
            @Nullable SmeState state,
            @Nullable Boolean hasAccount,
            Sort sort) {

        /** From the address of the page: a value that is none asks for nothing. */
        public static Filter of(
                @Nullable String search,
                @Nullable String country,
                @Nullable String exam,
                @Nullable String state,
                @Nullable String account,
                @Nullable String sort) {
            return new Filter(
                    search == null ? "" : search.strip(),
                    country == null ? "" : country.strip(),
                    exam != null && exam.matches("\\d{1,18}") ? Long.parseLong(exam) : 0,
                    constant(SmeState.values(), state),
                    "yes".equals(account) ? Boolean.TRUE : "no".equals(account) ? Boolean.FALSE : null,
                    Objects.requireNonNullElse(constant(Sort.values(), sort), Sort.NAME));
        }

        private static <E extends Enum<E>> @Nullable E constant(E[] all, @Nullable String name) {
            for (E one : all) {
                if (one.name().equals(name)) {
                    return one;
                }
            }
            return null;
        }

        public boolean asksForNothing() {
            return search.isEmpty() && country.isEmpty() && examId == 0 && state == null && hasAccount == null;
        }
    }

    public record Row(
            UUID publicId,
            String name,
            String email,
            String country,
            ZoneId zone,
            @Nullable String employer,
            @Nullable String expertise,
            @Nullable String languages,
            boolean visible,
            SmeState state,
            LocalDate joinedOn,
            int version,
            long id,
            List<String> exams,
            Set<Long> examIds,
            @Nullable AccountState account,
            int attended,
            @Nullable Instant lastInvited) {}

    /** An event that an SME was invited to, with their answer and, once attendance is closed, its result. */
    public record Past(
            UUID event,
            String title,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            @Nullable String answer,
            @Nullable Instant invitedAt,
            @Nullable String result) {}

    public Page<Row> page(Filter filter, PageRequest page) {
        long total = Sql.number(
                filtered("select count(*) from sme s " + FILTER, filter).getSingleResult());
        List<Row> rows = Sql.rows(
                        filtered(ROW + FILTER + "order by " + filter.sort().order + " limit ?6 offset ?7", filter)
                                .setParameter(6, page.size())
                                .setParameter(7, page.offset()))
                .map(SmeQueries::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    /** All that match, for a file. */
    public List<Row> all(Filter filter) {
        return Sql.rows(filtered(ROW + FILTER + "order by " + filter.sort().order, filter))
                .map(SmeQueries::row)
                .toList();
    }

    public Optional<Row> one(UUID id) {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + "where s.public_id = ?1")
                        .setParameter(1, id.toString()))
                .map(SmeQueries::row)
                .findFirst();
    }

    /** The countries that SMEs come from. */
    public List<String> countries() {
        List<?> codes = entityManager
                .createNativeQuery("select distinct country from sme where state <> 'FORMER' order by country")
                .getResultList();
        return codes.stream().map(String.class::cast).toList();
    }

    /** The newest first; attended events without an invitation, such as imported ones, are among them. */
    public List<Past> events(long smeId) {
        return Sql.rows(entityManager.createNativeQuery("""
                        select e.public_id, e.title, e.starts_at, e.ends_at, e.zone, i.status, i.sent_at, r.result
                        from event e
                        left join invitation i on i.event_id = e.id and i.sme_id = ?1
                        left join attendance_result r on r.event_id = e.id and r.sme_id = ?1
                        where e.id in (select event_id from invitation where sme_id = ?1)
                           or e.id in (select event_id from attendance_result where sme_id = ?1)
                        order by e.starts_at desc, e.id desc limit 200""").setParameter(1, smeId))
                .map(row -> new Past(
                        Sql.uuid(row[0]),
                        (String) row[1],
                        Sql.instant(row[2]),
                        Sql.instant(row[3]),
                        ZoneId.of((String) row[4]),
                        (String) row[5],
                        Sql.optionalInstant(row[6]),
                        (String) row[7]))
                .toList();
    }

    private Query filtered(String sql, Filter filter) {
        Boolean hasAccount = filter.hasAccount();
        SmeState state = filter.state();
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, filter.search().isBlank() ? "" : Sql.contains(filter.search()))
                .setParameter(2, filter.country())
                .setParameter(3, filter.examId())
                .setParameter(4, state == null ? "" : state.name())
                .setParameter(5, hasAccount == null ? "" : hasAccount ? "YES" : "NO");
    }

    private static Row row(Object[] row) {
        return new Row(
                Sql.uuid(row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ZoneId.of((String) row[4]),
                (String) row[5],
                (String) row[6],
                (String) row[7],
                Sql.truth(row[8]),
                SmeState.valueOf((String) row[9]),
                Sql.date(row[10]),
                Sql.integer(row[11]),
                Sql.number(row[12]),
                words(row[13], " "),
                words(row[14], ",").stream().map(Long::valueOf).collect(Collectors.toSet()),
                row[15] == null ? null : AccountState.valueOf((String) row[15]),
                Sql.integer(row[16]),
                Sql.optionalInstant(row[17]));
    }

    private static List<String> words(@Nullable Object joined, String separator) {
        return joined == null || joined.toString().isEmpty()
                ? List.of()
                : List.of(joined.toString().split(separator));
    }
}
