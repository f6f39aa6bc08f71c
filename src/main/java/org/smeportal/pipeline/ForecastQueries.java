package org.smeportal.pipeline;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        Map<Long, Past> pasts = pasts();
        Past all = pasts.values().stream().reduce(Past.NOTHING, Past::plus);
        Map<Long, List<Forecast.Coming>> coming = coming(examId);
        return places(examId).entrySet().stream()
                .map(exam -> new ExamForecast(
                        exam.getKey().id(),
                        exam.getKey().code(),
                        Forecast.of(
                                exam.getValue().values(),
                                coming.getOrDefault(exam.getKey().id(), List.of()),
                                pasts.getOrDefault(exam.getKey().id(), Past.NOTHING),
                                all)))
                .toList();
    }

    private record Exam(long id, String code) {}

    /** The domains of each exam by their numbers. */
    private Map<Exam, Map<Integer, Forecast.Place>> places(long examId) {
        Map<Exam, Map<Integer, Forecast.Place>> places = new LinkedHashMap<>();
        Sql.rows(entityManager
                        .createNativeQuery("""
                                select x.id, x.code, d.number, d.weight_percent, coalesce(t.items, 0), i.status, count(i.id)
                                from exam_duty u join exam x on x.id = u.exam_id join exam_domain d on d.exam_id = x.id
                                    left join item_target t
                                        on t.exam_id = x.id and t.event_id = 0 and t.domain = d.number
                                    left join item i on i.exam_id = x.id and i.domain = d.number
                                where u.account_id = ?1 and u.duty = 'PM' and (?2 = 0 or x.id = ?2)
                                group by x.id, d.number, i.status order by x.code, d.number, i.status""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, examId))
                .forEach(row -> places.computeIfAbsent(
                                new Exam(Sql.number(row[0]), (String) row[1]), exam -> new LinkedHashMap<>())
                        .merge(Sql.integer(row[2]), place(row), Forecast.Place::plus));
        return places;
    }

    private static Forecast.Place place(Object[] row) {
        @Nullable StateGroup group = row[5] == null ? null : StateGroup.of(ItemStatus.valueOf((String) row[5]));
        int items = Sql.integer(row[6]);
        return new Forecast.Place(
                Sql.integer(row[2]),
                (BigDecimal) row[3],
                Sql.integer(row[4]),
                group == StateGroup.DRAFTS ? items : 0,
                group != null && group.isOnTheWay() ? items : 0,
                group != null && group.isThrough() ? items : 0);
    }

    /**
     * Of every exam of the programme, because one with too few items is measured by all. A line of {@code SEATS} has the seats
     * that were taken in workshops in which nobody writes any more, and the items that they brought.
     */
    private Map<Long, Past> pasts() {
        Map<Long, Past> pasts = new HashMap<>();
        Sql.rows(entityManager.createNativeQuery("""
                                select i.exam_id, i.status, i.revision > 0 as handed_in, count(*) as items, 0 as seats
                                from item i group by i.exam_id, i.status, i.revision > 0
                                union all
                                select w.exam_id, 'SEATS', true, sum(w.items), sum(w.seats) from (
                                    select e.exam_id,
                                        (select count(*) from item i where i.event_id = e.id and i.revision > 0) as items,
                                        (select sum(p.taken) from seat_pool p where p.event_id = e.id) as seats
                                    from event e
                                    where e.kind = 'WORKSHOP' and e.status <> 'CANCELLED' and e.ends_at < ?1
                                        and not exists (select 1 from item d
                                            where d.event_id = e.id and d.status = 'DRAFT' and d.revision = 0)) w
                                where w.items > 0 and w.seats > 0 group by w.exam_id""").setParameter(1, Sql.parameter(clock.instant())))
                .forEach(row -> pasts.merge(Sql.number(row[0]), past(row), Past::plus));
        return pasts;
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

    /** By exams. Seats count while they can still be taken, then those that are. */
    private Map<Long, List<Forecast.Coming>> coming(long examId) {
        Map<Long, List<Forecast.Coming>> coming = new HashMap<>();
        Instant now = clock.instant();
        Sql.rows(entityManager
                        .createNativeQuery("""
                                select e.exam_id, e.id, e.ends_at,
                                    (select coalesce(sum(case when e.rsvp_deadline > ?3 then p.capacity else p.taken end), 0)
                                        from seat_pool p where p.event_id = e.id) as seats,
                                    d.number, coalesce(t.items, 0) as wanted,
                                    (select count(*) from item i where i.event_id = e.id and i.domain = d.number
                                        and i.status <> 'REJECTED') as written
                                from exam_duty u join event e on e.exam_id = u.exam_id
                                    join exam_domain d on d.exam_id = e.exam_id
                                    left join item_target t
                                        on t.exam_id = e.exam_id and t.event_id = e.id and t.domain = d.number
                                where u.account_id = ?1 and u.duty = 'PM' and (?2 = 0 or e.exam_id = ?2)
                                    and e.kind = 'WORKSHOP' and e.status not in ('DRAFT', 'POSTPONED', 'CANCELLED')
                                    and e.ends_at > ?3""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, examId)
                        .setParameter(3, Sql.parameter(now)))
                .forEach(row -> coming.computeIfAbsent(Sql.number(row[0]), exam -> new ArrayList<>())
                        .add(new Forecast.Coming(
                                Sql.number(row[1]),
                                Sql.instant(row[2]),
                                Sql.integer(row[3]),
                                Sql.integer(row[4]),
                                Sql.integer(row[5]),
                                Sql.integer(row[6]))));
        return coming;
    }
}
