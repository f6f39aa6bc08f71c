package org.smeportal.reviews;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventKind;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.security.CurrentUser;
import org.smeportal.similarity.AlikeQueries;

/** What a programme manager needs to schedule a review: events, items that wait, and the groups as they would be. */
@Queries
public class PlanQueries {
    /** More wait, and are counted, but are not listed. */
    public static final int MOST = 300;

    private static final int MOST_EVENTS = 100;
    private static final Duration JUST_OVER = Duration.ofDays(14);

    private final EntityManager entityManager;
    private final ReviewQueries panel;
    private final AlikeQueries alike;
    private final CurrentUser user;
    private final Clock clock;

    @Inject
    public PlanQueries(
            EntityManager entityManager, ReviewQueries panel, AlikeQueries alike, CurrentUser user, Clock clock) {
        this.entityManager = entityManager;
        this.panel = panel;
        this.alike = alike;
        this.user = user;
        this.clock = clock;
    }

    /** {@code seats} are people with a seat and an account; {@code rounds} those that were scheduled for it before. */
    public record Event(
            long id,
            UUID publicId,
            String title,
            EventKind kind,
            long examId,
            String exam,
            ZoneId zone,
            Instant startsAt,
            Instant endsAt,
            int seats,
            int rounds) {
        /** So many groups of at least four the seats allow. */
        public int mostGroups() {
            return Groups.most(seats);
        }
    }

    /** Workshops and group reviews of the user's exams that come, run or are just over; the next one first. */
    public List<Event> events() {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select e.id, e.public_id, e.title, e.kind, x.id as exam_id, x.code, e.zone, e.starts_at, e.ends_at,
                                    (select count(*) from invitation i join sme s on s.id = i.sme_id
                                        join account a on a.id = s.account_id and a.state <> 'CLOSED'
                                        where i.event_id = e.id and i.status = 'ACCEPTED') as seats,
                                    (select count(*) from review_round r where r.event_id = e.id) as rounds
                                from exam_duty u join exam x on x.id = u.exam_id join event e on e.exam_id = u.exam_id
                                where u.account_id = ?1 and u.duty = 'PM' and e.kind in ('WORKSHOP', 'GROUP_REVIEW')
                                    and e.status not in ('DRAFT', 'CANCELLED', 'POSTPONED') and e.ends_at > ?2
                                order by e.starts_at, e.id limit ?3""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, Sql.parameter(clock.instant().minus(JUST_OVER)))
                        .setParameter(3, MOST_EVENTS))
                .map(row -> new Event(
                        Sql.number(row[0]),
                        Sql.uuid(row[1]),
                        (String) row[2],
                        EventKind.valueOf((String) row[3]),
                        Sql.number(row[4]),
                        (String) row[5],
                        ZoneId.of((String) row[6]),
                        Sql.instant(row[7]),
                        Sql.instant(row[8]),
                        Sql.integer(row[9]),
                        Sql.integer(row[10])))
                .toList();
    }

    /**
     * An item that waits for a group. {@code since} is the day (UTC) since when; {@code rounds} how many groups had it;
     * {@code alike} while it looks like another one and nobody decided, so that it cannot be scheduled.
     */
    public record Waiting(
            UUID item,
            String code,
            LocalDate since,
            int rounds,
            @Nullable String workshop,
            boolean alike) {}

    /** {@code total} of the domain, of which {@code items} may be the first ones. */
    public record Domain(int number, String name, int total, List<Waiting> items) {
        public List<Waiting> free() {
            return items.stream().filter(item -> !item.alike()).toList();
        }
    }

    /**
     * By domain, the longest waiting first: what was handed in, and what a group left undecided. {@code workshop} null for
     * items of all workshops. For a programme manager of the exam; others find nothing.
     */
    public List<Domain> waiting(long exam, @Nullable UUID workshop) {
        Set<UUID> alike = this.alike.undecided(exam);
        Map<Integer, Domain> domains = new TreeMap<>();
        Sql.rows(entityManager
                        .createNativeQuery("""
                                select i.domain, d.name, i.public_id, i.code, date(i.status_since) as since,
                                    (select count(*) from review_entry n where n.item_id = i.id) as rounds, e.title,
                                    count(*) over (partition by i.domain) as total
                                from exam_duty u join item i on i.exam_id = u.exam_id
                                    join exam_domain d on d.exam_id = i.exam_id and d.number = i.domain
                                    left join event e on e.id = i.event_id
                                where u.account_id = ?1 and u.duty = 'PM' and u.exam_id = ?2 and (?3 = '' or e.public_id = ?3)
                                    and (i.status = 'SUBMITTED' or i.status = 'IN_REVIEW' and not exists (
                                        select 1 from review_entry n join review_session s on s.id = n.session_id
                                        where n.item_id = i.id and n.state <> 'DECIDED' and s.state <> 'CLOSED'))
                                order by since, i.code limit ?4""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, exam)
                        .setParameter(3, workshop == null ? "" : workshop.toString())
                        .setParameter(4, MOST))
                .forEach(row -> domains.computeIfAbsent(
                                Sql.integer(row[0]),
                                number -> new Domain(number, (String) row[1], Sql.integer(row[7]), new ArrayList<>()))
                        .items()
                        .add(new Waiting(
                                Sql.uuid(row[2]),
                                (String) row[3],
                                Sql.date(row[4]),
                                Sql.integer(row[5]),
                                (String) row[6],
                                alike.contains(Sql.uuid(row[2])))));
        return List.copyOf(domains.values());
    }

    /** Where items of an exam were written, the last workshop first. */
    public record Workshop(UUID event, String title) {}

    public List<Workshop> workshops(long exam) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select e.public_id, e.title from exam_duty u join event e on e.exam_id = u.exam_id
                                where u.account_id = ?1 and u.duty = 'PM' and u.exam_id = ?2 and exists (select 1 from item i
                                    where i.event_id = e.id and i.status in ('SUBMITTED', 'IN_REVIEW'))
                                order by e.starts_at desc, e.id desc limit 50""")
                        .setParameter(1, user.accountId())
                        .setParameter(2, exam))
                .map(row -> new Workshop(Sql.uuid(row[0]), (String) row[1]))
                .toList();
    }

    /** A group as it would be; {@code domains} are items by the number of their domain. */
    public record Planned(int number, @Nullable String room, int people, int items, Map<Integer, Integer> domains) {}

    /** {@code seated}: the groups are those of the event's rooms; else people are drawn when it is scheduled. */
    public record Preview(List<Planned> groups, boolean seated, int seats) {
        public boolean isLargeEnough() {
            return !groups.isEmpty()
                    && groups.stream().allMatch(group -> group.people() >= ScheduleReview.SMALLEST_GROUP);
        }
    }

    /** {@code cards} are domains by the codes of items. What is drawn by lot differs then, the numbers do not. */
    public Preview preview(Event event, Map<String, Integer> cards, int wanted) {
        List<ReviewQueries.Seat> seats = panel.seats(event.id());
        if (wanted < 1 || wanted > seats.size()) {
            return new Preview(List.of(), false, seats.size());
        }
        List<Groups.Group> groups = Groups.of(seats, wanted, 0);
        List<List<Deal.Card>> dealt = Deal.items(
                cards.entrySet().stream()
                        .map(card -> new Deal.Card(card.getKey(), card.getValue()))
                        .toList(),
                wanted,
                0);
        Map<Long, String> rooms = rooms(groups.stream()
                .map(Groups.Group::room)
                .filter(room -> room != null)
                .toList());
        List<Planned> planned = new ArrayList<>();
        for (int at = 0; at < wanted; at++) {
            Groups.Group group = groups.get(at);
            planned.add(new Planned(
                    at + 1,
                    group.room() == null ? null : rooms.get(group.room()),
                    group.accounts().size(),
                    dealt.get(at).size(),
                    dealt.get(at).stream()
                            .collect(Collectors.toMap(Deal.Card::domain, card -> 1, Integer::sum, TreeMap::new))));
        }
        return new Preview(planned, Groups.isSeated(seats, wanted), seats.size());
    }

    private Map<Long, String> rooms(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            Sql.rows(entityManager.createNativeQuery(
                            "select id, name from event_room where id in (" + Sql.numberList(ids) + ")"))
                    .forEach(row -> names.put(Sql.number(row[0]), (String) row[1]));
        }
        return names;
    }
}
