package org.smeportal.years;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventKind;
import org.smeportal.events.Modality;
import org.smeportal.items.OwnItems;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The year of the programme (R8.3), with the one before beside it. An event counts once its attendance is closed. */
@Queries
public class ProgrammeYears {

    /** No zone is further from UTC: what lies beyond cannot belong to the year. */
    private static final int MOST_HOURS = 18;

    private final EntityManager entityManager;

    @Inject
    public ProgrammeYears(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public record Figures(
            int year,
            int events,
            int inPerson,
            List<String> places,
            int seats,
            int taken,
            int smes,
            int countries,
            int newSmes,
            int minutes,
            int badges,
            int written,
            int accepted,
            int verdicts,
            List<MonthRow> months) {

        public int virtual() {
            return events - inPerson;
        }

        public List<MonthRow.KindCount> kinds() {
            return MonthRow.kinds(months);
        }

        public boolean isEmpty() {
            return events == 0 && newSmes == 0 && minutes == 0 && badges == 0;
        }
    }

    /** An event of the year; {@code attended} of those with a seat. */
    public record Held(
            UUID event,
            String title,
            EventKind kind,
            ZoneId zone,
            Instant startsAt,
            Instant endsAt,
            EventPlace place,
            int capacity,
            int taken,
            int attended) {}

    public record Year(Figures figures, Figures before, Page<Held> events) {}

    private record Row(long id, EventKind kind, EventPlace place, LocalDate day, int capacity, int taken) {}

    private record Participation(int smes, int countries, int minutes) {}

    /** The year of the last event whose attendance is closed. */
    public Optional<YearQueries.Count> latest() {
        List<Integer> years = Sql.rows(entityManager.createNativeQuery("""
                        select e.starts_at, e.zone from event e where e.status = 'COMPLETED' and e.starts_at >
                            (select max(x.starts_at) from event x where x.status = 'COMPLETED') - interval 368 day
                        order by e.starts_at desc, e.id desc"""))
                .map(row ->
                        Sql.instant(row[0]).atZone(ZoneId.of((String) row[1])).getYear())
                .toList();
        return years.stream()
                .findFirst()
                .map(last -> new YearQueries.Count(
                        last, (int) years.stream().filter(last::equals).count()));
    }

    public Year of(int year, PageRequest page) {
        List<Row> rows = rows(year - 1, year);
        List<Row> now = in(year, rows);
        Map<String, Integer> others = others(year - 1, year);
        return new Year(
                figures(year, now, others),
                figures(year - 1, in(year - 1, rows), others),
                new Page<>(held(now, page), now.size(), page.number(), page.size()));
    }

    private Figures figures(int year, List<Row> events, Map<String, Integer> others) {
        Participation participation = participation(events);
        return new Figures(
                year,
                events.size(),
                (int) events.stream()
                        .filter(event -> !event.place().isVirtual())
                        .count(),
                events.stream()
                        .map(event -> event.place().name())
                        .filter(place -> place != null)
                        .distinct()
                        .toList(),
                events.stream().mapToInt(Row::capacity).sum(),
                events.stream().mapToInt(Row::taken).sum(),
                participation.smes(),
                participation.countries(),
                others.getOrDefault("NEW " + year, 0),
                participation.minutes() + others.getOrDefault("TASKS " + year, 0),
                others.getOrDefault("BADGES " + year, 0),
                others.getOrDefault("WRITTEN " + year, 0),
                others.getOrDefault("ACCEPTED " + year, 0),
                others.getOrDefault("VERDICTS " + year, 0),
                MonthRow.of(events.stream()
                        .map(event -> new MonthRow.Entry(event.day().getMonth(), event.kind()))
                        .toList()));
    }

    private static List<Row> in(int year, List<Row> rows) {
        return rows.stream().filter(row -> row.day().getYear() == year).toList();
    }

    /** Every event that may belong to the years; which does, says its own zone. */
    private List<Row> rows(int first, int last) {
        return Sql.rows(between("""
                        select e.id, e.kind, e.modality, e.venue_name, e.venue_address, e.starts_at, e.zone,
                            coalesce(sum(p.capacity), 0), coalesce(sum(p.taken), 0)
                        from event e left join seat_pool p on p.event_id = e.id
                        where e.status = 'COMPLETED' and e.starts_at >= ?1 and e.starts_at < ?2
                        group by e.id, e.kind, e.modality, e.venue_name, e.venue_address, e.starts_at, e.zone
                        order by e.starts_at, e.id""", first, last))
                .map(row -> new Row(
                        Sql.number(row[0]),
                        EventKind.valueOf((String) row[1]),
                        EventPlace.of(Modality.valueOf((String) row[2]), null, (String) row[3], (String) row[4]),
                        LocalDate.ofInstant(Sql.instant(row[5]), ZoneId.of((String) row[6])),
                        Sql.integer(row[7]),
                        Sql.integer(row[8])))
                .toList();
    }

    private Participation participation(List<Row> events) {
        if (events.isEmpty()) {
            return new Participation(0, 0, 0);
        }
        Object[] row = (Object[])
                entityManager.createNativeQuery("""
                        select count(distinct r.sme_id), count(distinct s.country), coalesce(sum(r.minutes), 0)
                        from attendance_result r join sme s on s.id = r.sme_id
                        where r.result in ('ATTENDED', 'PARTIAL') and r.event_id in (%s)""".formatted(ids(events))).getSingleResult();
        return new Participation(Sql.integer(row[0]), Sql.integer(row[1]), Sql.integer(row[2]));
    }

    /** New SMEs, minutes of tasks, and badges by the day at the event that earned them; the key is "what year". */
    private Map<String, Integer> others(int first, int last) {
        Map<String, Integer> counts = new HashMap<>();
        Sql.rows(entityManager
                        .createNativeQuery("""
                                select 'NEW' as what, year(joined_on) as in_year, count(*) as number from sme
                                    where joined_on >= ?1 and joined_on < ?2 group by year(joined_on)
                                union all select 'TASKS', year(done_on), sum(minutes) from sme_task
                                    where state = 'DONE' and done_on >= ?1 and done_on < ?2 group by year(done_on)
                                union all select if(m.act = 'SUBMIT', 'WRITTEN', 'ACCEPTED'), year(m.at), count(*)
                                    from item_move m where (m.act = 'SUBMIT' and m.revision = 1 or""" + OwnItems.THROUGH + """
                                    ) and m.at >= ?1 and m.at < ?2
                                    group by if(m.act = 'SUBMIT', 'WRITTEN', 'ACCEPTED'), year(m.at)
                                union all select 'VERDICTS', year(s.closed_at), count(*) from review_session s
                                    join review_entry n on n.session_id = s.id join verdict v on v.entry_id = n.id
                                    where s.state = 'CLOSED' and s.closed_at >= ?1 and s.closed_at < ?2
                                    group by year(s.closed_at)""")
                        .setParameter(1, LocalDate.of(first, 1, 1))
                        .setParameter(2, LocalDate.of(last + 1, 1, 1)))
                .forEach(row -> counts.put(row[0] + " " + row[1], Sql.integer(row[2])));
        Sql.rows(between("""
                        select a.awarded_at, e.zone from award a join event e on e.id = a.qualifying_event_id
                        where a.state = 'ACTIVE' and a.awarded_at >= ?1 and a.awarded_at < ?2""", first, last))
                .map(row -> Sql.instant(row[0]).atZone(ZoneId.of((String) row[1])))
                .forEach(awarded -> counts.merge("BADGES " + awarded.getYear(), 1, Integer::sum));
        return counts;
    }

    private List<Held> held(List<Row> all, PageRequest page) {
        List<Row> shown = all.stream().skip(page.offset()).limit(page.size()).toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        Map<Long, Row> byId = new HashMap<>();
        shown.forEach(row -> byId.put(row.id(), row));
        return Sql.rows(entityManager.createNativeQuery("""
                        select e.id, e.public_id, e.title, e.zone, e.starts_at, e.ends_at,
                            (select count(*) from attendance_result r
                                where r.event_id = e.id and r.result = 'ATTENDED') as attended
                        from event e where e.id in (%s) order by e.starts_at, e.id""".formatted(ids(shown))))
                .map(row -> held(row, byId.get(Sql.number(row[0]))))
                .toList();
    }

    private static Held held(Object[] row, @Nullable Row known) {
        if (known == null) {
            throw new IllegalStateException("an event that was not asked for");
        }
        return new Held(
                Sql.uuid(row[1]),
                (String) row[2],
                known.kind(),
                ZoneId.of((String) row[3]),
                Sql.instant(row[4]),
                Sql.instant(row[5]),
                known.place(),
                known.capacity(),
                known.taken(),
                Sql.integer(row[6]));
    }

    private Query between(String sql, int first, int last) {
        Instant from = LocalDate.of(first, 1, 1).atStartOfDay().toInstant(ZoneOffset.ofHours(MOST_HOURS));
        Instant to = LocalDate.of(last + 1, 1, 1).atStartOfDay().toInstant(ZoneOffset.ofHours(-MOST_HOURS));
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, Sql.parameter(from))
                .setParameter(2, Sql.parameter(to));
    }

    private static String ids(List<Row> rows) {
        return PeopleMet.list(rows.stream().map(Row::id).toList());
    }
}
