package org.smeportal.smes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.accounts.AccountState;
import org.smeportal.kernel.FoldedText;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The directory as programme managers read it: list, one SME, what they were invited to and attended. */
@Queries
public class SmeQueries {
    /** A shorter spelling than this is no word that anybody searches for. */
    private static final int SHORTEST = 3;

    private static final String ATTENDED =
            "(select count(*) from attendance_result r where r.sme_id = s.id and r.result = 'ATTENDED')";
    private static final String LAST_INVITED = "(select max(i.sent_at) from invitation i where i.sme_id = s.id)";

    private static final String ROW = """
            select s.public_id, s.name, s.email, s.country, s.zone, s.employer, s.expertise, s.languages,
                s.visible_to_members, s.state, s.joined_on, s.version, s.id,
                (select group_concat(x.code order by x.code separator ' ') from sme_exam q join exam x on x.id = q.exam_id
                    where q.sme_id = s.id) as exams,
                (select group_concat(q.exam_id) from sme_exam q where q.sme_id = s.id) as exam_ids,
                (select a.state from account a where a.id = s.account_id) as account_state,
                %s as attended,
                %s as last_invited
            from sme s
            """.formatted(ATTENDED, LAST_INVITED);
    private final EntityManager entityManager;

    @Inject
    public SmeQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The orders of the list. */
    public enum Sort {
        NAME("s.name, s.id"),
        JOINED("s.joined_on desc, s.name, s.id"),
        ATTENDED(SmeQueries.ATTENDED + " desc, s.name, s.id"),
        LAST_INVITED(SmeQueries.LAST_INVITED + ", s.name, s.id");

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

    /** What the list can be narrowed by with a click. */
    public enum Facet {
        COUNTRY,
        EXAM,
        STATE,
        ACCOUNT,
        NONE
    }

    /** By facet how many SMEs each of its values has, the most first. */
    public record Facets(Map<Facet, Map<String, Long>> counts) {

        public Map<String, Long> of(Facet facet) {
            return counts.getOrDefault(facet, Map.of());
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
        Conditions all = new Conditions().of(filter, Facet.NONE);
        long total = Sql.number(all.query(entityManager, "select count(*) from sme s " + all.where())
                .getSingleResult());
        String order = "order by " + filter.sort().order;
        String shown = "select s.id from sme s " + all.where() + order
                + " limit %d offset %d".formatted(page.size(), page.offset());
        String rows = ROW + "join (" + shown + ") shown on shown.id = s.id " + order;
        return new Page<>(
                Sql.rows(all.query(entityManager, rows)).map(SmeQueries::row).toList(),
                total,
                page.number(),
                page.size());
    }

    /** All that match, for a file. */
    public List<Row> all(Filter filter) {
        Conditions all = new Conditions().of(filter, Facet.NONE);
        return Sql.rows(all.query(entityManager, ROW + all.where() + "order by " + filter.sort().order))
                .map(SmeQueries::row)
                .toList();
    }

    /** Those of the ids that there are, in the order of their names. */
    public List<Row> some(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String marks = String.join(",", Collections.nCopies(ids.size(), "?"));
        Query query = entityManager.createNativeQuery(
                ROW + "where s.state <> 'FORMER' and s.public_id in (" + marks + ") order by " + Sort.NAME.order);
        int at = 1;
        for (UUID id : ids) {
            query.setParameter(at++, id.toString());
        }
        return Sql.rows(query).map(SmeQueries::row).toList();
    }

    /** How many there are of each value, were it chosen beside the other filters. */
    public Facets facets(Filter filter) {
        Conditions parts = new Conditions();
        String sql = String.join(
                " union all ",
                "select 'COUNTRY' as facet, " + text("s.country") + " as value, count(*) as many from sme s "
                        + parts.of(filter, Facet.COUNTRY).where() + "group by s.country",
                "select 'EXAM', " + text("f.exam_id") + ", count(*) from sme s join sme_exam f on f.sme_id = s.id "
                        + parts.of(filter, Facet.EXAM).where() + "group by f.exam_id",
                "select 'STATE', " + text("s.state") + ", count(*) from sme s "
                        + parts.of(filter, Facet.STATE).where() + "group by s.state",
                "select 'ACCOUNT', " + text("case when s.account_id is null then 'no' else 'yes' end")
                        + ", count(*) from sme s "
                        + parts.of(filter, Facet.ACCOUNT).where() + "group by s.account_id is null");
        Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
        Sql.rows(parts.query(entityManager, sql + " order by many desc, value"))
                .forEach(row -> counts.computeIfAbsent(Facet.valueOf((String) row[0]), facet -> new LinkedHashMap<>())
                        .put((String) row[1], Sql.number(row[2])));
        return new Facets(counts);
    }

    /** Parts of a union have to be texts of one collation. */
    private static String text(String value) {
        return "cast(" + value + " as char(20)) collate utf8mb4_bin";
    }

    /** Attended events that began this year, by SME; a year is cut by the zone of the event (R2.3). */
    public Map<Long, Integer> attendedIn(int year, Collection<Long> smeIds) {
        Map<Long, Integer> attended = new HashMap<>();
        Sql.rows(entityManager
                        .createNativeQuery("""
                                select r.sme_id, e.starts_at, e.zone
                                from attendance_result r join event e on e.id = r.event_id
                                where r.result = 'ATTENDED' and e.starts_at between ?1 and ?2 and r.sme_id in (%s)""".formatted(Sql.numberList(smeIds)))
                        .setParameter(1, LocalDate.of(year, 1, 1).atStartOfDay().minusDays(1))
                        .setParameter(
                                2, LocalDate.of(year + 1, 1, 1).atStartOfDay().plusDays(1)))
                .filter(row ->
                        Sql.instant(row[1]).atZone(ZoneId.of((String) row[2])).getYear() == year)
                .forEach(row -> attended.merge(Sql.number(row[0]), 1, Integer::sum));
        return attended;
    }

    public Optional<Row> one(UUID id) {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + "where s.public_id = ?1")
                        .setParameter(1, id.toString()))
                .map(SmeQueries::row)
                .findFirst();
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

    /** The conditions of a filter and their parameters, which several parts of one statement may number on. */
    private static final class Conditions {
        private final List<Object> parameters = new ArrayList<>();
        private String where = "";

        /** Those of the filter but for one facet, whose other values are to be counted. */
        Conditions of(Filter filter, Facet but) {
            List<String> conditions = new ArrayList<>();
            conditions.add("s.state <> 'FORMER'");
            for (String word : FoldedText.words(filter.search())) {
                String shortened = FoldedText.shortened(word);
                conditions.add(
                        shortened.equals(word) || shortened.length() < SHORTEST
                                ? like(word)
                                : "(" + like(word) + " or " + like(shortened) + ")");
            }
            if (!filter.country().isEmpty() && but != Facet.COUNTRY) {
                conditions.add("s.country = " + parameter(filter.country()));
            }
            if (filter.examId() != 0 && but != Facet.EXAM) {
                conditions.add("exists (select 1 from sme_exam q where q.sme_id = s.id and q.exam_id = "
                        + parameter(filter.examId()) + ")");
            }
            SmeState state = filter.state();
            if (state != null && but != Facet.STATE) {
                conditions.add("s.state = " + parameter(state.name()));
            }
            Boolean hasAccount = filter.hasAccount();
            if (hasAccount != null && but != Facet.ACCOUNT) {
                conditions.add(hasAccount ? "s.account_id is not null" : "s.account_id is null");
            }
            where = "where " + String.join(" and ", conditions) + " ";
            return this;
        }

        /** By bytes, which takes half the time and finds the same: both sides are folded alike. */
        private String like(String word) {
            return "cast(s.search_text as binary) like cast(" + parameter(Sql.contains(word))
                    + " as binary) escape '!'";
        }

        private String parameter(Object value) {
            parameters.add(value);
            return "?" + parameters.size();
        }

        String where() {
            return where;
        }

        Query query(EntityManager entityManager, String sql) {
            Query query = entityManager.createNativeQuery(sql);
            for (int i = 0; i < parameters.size(); i++) {
                query.setParameter(i + 1, parameters.get(i));
            }
            return query;
        }
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
