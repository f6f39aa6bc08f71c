package org.smeportal.pipeline;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smeportal.items.ItemStatus;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;

/** What a forecast is computed from: counts of items and seats, never texts or people. */
@Queries
public class ForecastQueries {
    private static final int MOST_EXAMS = 12;

    private final EntityManager entityManager;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public ForecastQueries(EntityManager entityManager, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.user = user;
        this.clock = clock;
    }

    /** An exam against its targets, now and probably after its coming workshops. */
    public record ExamForecast(long examId, String exam, Forecast forecast) {}

    /** Exams of the caller that want items or have some, by code. */
    public List<ExamForecast> exams() {
        return forecasts(0).stream()
                .filter(exam -> exam.forecast().wanted() + exam.forecast().made() > 0)
                .limit(MOST_EXAMS)
                .toList();
    }

    /** Of an exam of the caller. */
    public Forecast of(long examId) {
        return forecasts(examId).stream()
                .findFirst()
                .map(ExamForecast::forecast)
                .orElseGet(() -> Forecast.of(List.of(), List.of(), Past.NOTHING, Past.NOTHING));
    }

    private List<ExamForecast> forecasts(long examId) {
        Map<Exam, Map<Integer, Forecast.Place>> places = new LinkedHashMap<>();
        Map<Long, List<Forecast.Coming>> coming = new HashMap<>();
        blueprints(examId).forEach(row -> {
            Exam exam = new Exam(Sql.number(row[0]), (String) row[1]);
            places.computeIfAbsent(exam, one -> new LinkedHashMap<>())
                    .putIfAbsent(
                            Sql.integer(row[2]),
                            new Forecast.Place(Sql.integer(row[2]), (BigDecimal) row[3], Sql.integer(row[4]), 0, 0, 0));
            if (row[5] != null) {
                coming.computeIfAbsent(exam.id(), one -> new ArrayList<>()).add(coming(row));
            }
        });
        Map<Long, Past> pasts = new HashMap<>();
        Map<Long, List<Object[]>> items = new HashMap<>();
        items().forEach(row -> {
            pasts.merge(Sql.number(row[0]), past(row), Past::plus);
            items.computeIfAbsent(Sql.number(row[0]), one -> new ArrayList<>()).add(row);
        });
        Past all = pasts.values().stream().reduce(Past.NOTHING, Past::plus);
        List<ExamForecast> forecasts = new ArrayList<>();
        places.forEach((exam, domains) -> {
            items.getOrDefault(exam.id(), List.of())
                    .forEach(row -> domains.computeIfPresent(
                            Sql.integer(row[5]), (number, place) -> place.plus(counted(place, row))));
            forecasts.add(new ExamForecast(
                    exam.id(),
                    exam.code(),
                    Forecast.of(
                            domains.values(),
                            coming.getOrDefault(exam.id(), List.of()),
                            pasts.getOrDefault(exam.id(), Past.NOTHING),
                            all)));
        });
        return forecasts;
    }

    private record Exam(long id, String code) {}

    /**
     * The domains of the caller's exams with what is wanted of each, once for each workshop that is coming. Seats count while
     * they can still be taken, then those that are.
     */
    private List<Object[]> blueprints(long examId) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select x.id, x.code, d.number, d.weight_percent, coalesce(g.items, 0), e.id as event, e.ends_at,
                                    (select coalesce(sum(case when e.rsvp_deadline > ?3 then p.capacity else p.taken end), 0)
                                        from seat_pool p where p.event_id = e.id) as seats,
                                    coalesce(t.items, 0) as wanted,
                                    (select count(*) from item i where i.event_id = e.id and i.domain = d.number
                                        and i.status <> 'REJECTED') as written
                                from exam_duty u join exam x on x.id = u.exam_id join exam_domain d on d.exam_id = x.id
                                    left join item_target g
                                        on g.exam_id = x.id and g.event_id = 0 and g.domain = d.number
                                    left join event e on e.exam_id = x.id and e.kind = 'WORKSHOP' and e.ends_at > ?3
                                        and e.status not in ('DRAFT', 'POSTPONED', 'CANCELLED')
                                    left join item_target t
                                        on t.exam_id = x.id and t.event_id = e.id and t.domain = d.number
                                where u.account_id = ?1 and u.duty = 'PM' and (?2 = 0 or x.id = ?2)
                                order by x.code, d.number, e.id""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, examId)
                        .setParameter(3, Sql.parameter(clock.instant())))
                .toList();
    }

    private static Forecast.Coming coming(Object[] row) {
        return new Forecast.Coming(
                Sql.number(row[5]),
                Sql.instant(row[6]),
                Sql.integer(row[7]),
                Sql.integer(row[2]),
                Sql.integer(row[8]),
                Sql.integer(row[9]));
    }

    /** What a line of items adds to its domain. */
    private static Forecast.Place counted(Forecast.Place place, Object[] row) {
        StateGroup group = StateGroup.of(ItemStatus.valueOf((String) row[1]));
        int items = Sql.integer(row[3]);
        return new Forecast.Place(
                place.domain(),
                place.weight(),
                place.wanted(),
                group == StateGroup.DRAFTS ? items : 0,
                group.isOnTheWay() ? items : 0,
                group.isThrough() ? items : 0);
    }

    /**
     * Of every exam of the programme, because one with too few items is measured by all. A line of {@code SEATS}, which is of
     * no domain, has the seats that were taken in workshops in which nobody writes any more, and the items that they brought.
     */
    private List<Object[]> items() {
        return Sql.rows(entityManager.createNativeQuery("""
                                select i.exam_id, i.status, i.revision > 0 as handed_in, count(*) as items, 0 as seats,
                                    coalesce(i.domain, 0) as domain
                                from item i group by i.exam_id, i.status, i.revision > 0, coalesce(i.domain, 0)
                                union all
                                select w.exam_id, 'SEATS', true, sum(w.items), sum(w.seats), 0 from (
                                    select e.exam_id,
                                        (select count(*) from item i where i.event_id = e.id and i.revision > 0) as items,
                                        (select sum(p.taken) from seat_pool p where p.event_id = e.id) as seats
                                    from event e
                                    where e.kind = 'WORKSHOP' and e.status <> 'CANCELLED' and e.ends_at < ?1
                                        and not exists (select 1 from item d
                                            where d.event_id = e.id and d.status = 'DRAFT' and d.revision = 0)) w
                                where w.items > 0 and w.seats > 0 group by w.exam_id""").setParameter(1, Sql.parameter(clock.instant())))
                .toList();
    }

    private static Past past(Object[] row) {
        int items = Sql.integer(row[3]);
        if (row[1].equals("SEATS")) {
            return new Past(0, 0, 0, 0, Sql.integer(row[4]), items);
        }
        ItemStatus status = ItemStatus.valueOf((String) row[1]);
        boolean handedIn = Sql.truth(row[2]);
        boolean through = StateGroup.of(status).isThrough() || status == ItemStatus.RETIRED;
        return new Past(
                handedIn || status != ItemStatus.DRAFT ? items : 0,
                handedIn ? items : 0,
                through ? items : 0,
                handedIn && status == ItemStatus.REJECTED ? items : 0,
                0,
                0);
    }
}
