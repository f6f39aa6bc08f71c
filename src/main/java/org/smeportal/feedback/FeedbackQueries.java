package org.smeportal.feedback;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** Feedback as its author and as programme managers see it. */
@Queries
public class FeedbackQueries {

    private static final int MOST = 10;
    private static final int MOST_COMMENTS = 200;

    /** Who was there: by the final result, and until attendance is closed by the seat. */
    private static final String WAS_THERE = """
            ((e.status = 'COMPLETED' and exists (select 1 from attendance_result r
                    where r.event_id = e.id and r.sme_id = s.id and r.result in ('ATTENDED', 'PARTIAL')))
                or (e.status in ('INVITING', 'CONFIRMED', 'RUNNING') and exists (select 1 from invitation i
                    where i.event_id = e.id and i.sme_id = s.id and i.status = 'ACCEPTED')))
            """;

    private final EntityManager entityManager;
    private final EventDirectory events;
    private final Clock clock;

    @Inject
    public FeedbackQueries(EntityManager entityManager, EventDirectory events, Clock clock) {
        this.entityManager = entityManager;
        this.events = events;
        this.clock = clock;
    }

    /** What an SME said. */
    public record Given(
            int overall,
            Pace pace,
            boolean again,
            @Nullable String keep,
            @Nullable String change,
            boolean byName,
            Instant givenAt) {

        public Instant changedUntil() {
            return givenAt.plus(FeedbackPolicy.CHANGED_WITHIN);
        }
    }

    /** {@code closed}: the key of the sentence that says why nothing can be said now. */
    public record Own(
            EventCard event,
            long smeId,
            @Nullable Given given,
            @Nullable String closed) {}

    /** An event that waits for the feedback of an SME. */
    public record Due(UUID event, String title, ZoneId zone, Instant startsAt, Instant endsAt) {}

    /** {@code name} only when its author wants it there. */
    public record Comment(
            boolean keep, String words, @Nullable String name) {}

    /** Figures and comments are empty while {@link #isShown()} is false. */
    public record Summary(
            int there,
            int answers,
            Map<Integer, Integer> overall,
            Map<Pace, Integer> pace,
            int again,
            List<Comment> comments) {

        public boolean isShown() {
            return answers >= FeedbackPolicy.SHOWN_FROM;
        }

        /** With one decimal. */
        public String average() {
            int sum = overall.entrySet().stream()
                    .mapToInt(one -> one.getKey() * one.getValue())
                    .sum();
            return String.format(java.util.Locale.ENGLISH, "%.1f", answers == 0 ? 0.0 : (double) sum / answers);
        }

        public List<Comment> of(boolean keep) {
            return comments.stream().filter(one -> one.keep() == keep).toList();
        }
    }

    /** Mails that wait and can still be taken back. */
    public record Waiting(UUID batch, int count, Instant leavesAt) {}

    /** Empty for who was not there. */
    public Optional<Own> own(UUID event, long accountId) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select e.id, s.id as sme, f.overall, f.pace, f.again, f.to_keep, f.to_change, f.by_name,
                                    f.given_at
                                from event e join sme s on s.account_id = ?2
                                    left join feedback f on f.event_id = e.id and f.sme_id = s.id
                                where e.public_id = ?1 and
                                """ + WAS_THERE)
                        .setParameter(1, event.toString())
                        .setParameter(2, accountId))
                .map(this::own)
                .findFirst();
    }

    private Own own(Object[] row) {
        EventCard event = events.card(Sql.number(row[0]));
        Given given = row[2] == null
                ? null
                : new Given(
                        Sql.integer(row[2]),
                        Pace.valueOf((String) row[3]),
                        Sql.truth(row[4]),
                        (String) row[5],
                        (String) row[6],
                        Sql.truth(row[7]),
                        Sql.instant(row[8]));
        return new Own(
                event,
                Sql.number(row[1]),
                given,
                FeedbackPolicy.closed(event.endsAt(), given == null ? null : given.givenAt(), clock.instant())
                        .orElse(null));
    }

    /** Events that wait for the feedback of this account, the last one first. */
    public List<Due> due(long accountId) {
        Instant now = clock.instant();
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select e.public_id, e.title, e.zone, e.starts_at, e.ends_at
                                from sme s join event e on e.id in (
                                    select event_id from attendance_result where sme_id = s.id
                                    union select event_id from invitation where sme_id = s.id and status = 'ACCEPTED')
                                where s.account_id = ?1 and e.ends_at <= ?2 and e.ends_at > ?3
                                    and not exists (select 1 from feedback f where f.event_id = e.id and f.sme_id = s.id)
                                    and
                                """ + WAS_THERE + " order by e.ends_at desc, e.id limit " + MOST)
                        .setParameter(1, accountId)
                        .setParameter(2, Sql.parameter(now))
                        .setParameter(3, Sql.parameter(now.minus(FeedbackPolicy.GIVEN_WITHIN))))
                .map(row -> new Due(
                        Sql.uuid(row[0]),
                        (String) row[1],
                        ZoneId.of((String) row[2]),
                        Sql.instant(row[3]),
                        Sql.instant(row[4])))
                .toList();
    }

    public Summary summary(long eventId) {
        Map<Integer, Integer> overall = new java.util.TreeMap<>();
        Map<Pace, Integer> pace = new EnumMap<>(Pace.class);
        int[] sums = new int[2];
        Sql.rows(entityManager.createNativeQuery("""
                                select overall, pace, again, count(*) from feedback where event_id = ?1
                                group by overall, pace, again""").setParameter(1, eventId)).forEach(row -> {
            int count = Sql.integer(row[3]);
            overall.merge(Sql.integer(row[0]), count, Integer::sum);
            pace.merge(Pace.valueOf((String) row[1]), count, Integer::sum);
            sums[0] += count;
            sums[1] += Sql.truth(row[2]) ? count : 0;
        });
        int there = Sql.integer(entityManager
                .createNativeQuery("""
                        select count(*) from event e join sme s on s.id in (
                            select sme_id from attendance_result where event_id = ?1
                            union select sme_id from invitation where event_id = ?1 and status = 'ACCEPTED')
                        where e.id = ?1 and
                        """ + WAS_THERE)
                .setParameter(1, eventId)
                .getSingleResult());
        if (sums[0] < FeedbackPolicy.SHOWN_FROM) {
            return new Summary(there, sums[0], Map.of(), Map.of(), 0, List.of());
        }
        return new Summary(there, sums[0], overall, pace, sums[1], comments(eventId));
    }

    /** In an order that tells neither who came first nor which two comments belong together. */
    private List<Comment> comments(long eventId) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select c.keeps, c.words, c.name from (
                                    select 1 as keeps, f.to_keep as words, if(f.by_name, s.name, null) as name,
                                        sha1(concat(f.id, '/keep/', f.given_at)) as place
                                    from feedback f join sme s on s.id = f.sme_id
                                    where f.event_id = ?1 and f.to_keep is not null
                                    union all
                                    select 0, f.to_change, if(f.by_name, s.name, null),
                                        sha1(concat(f.id, '/change/', f.given_at))
                                    from feedback f join sme s on s.id = f.sme_id
                                    where f.event_id = ?1 and f.to_change is not null) c
                                order by c.place limit ?2""")
                        .setParameter(1, eventId)
                        .setParameter(2, MOST_COMMENTS))
                .map(row -> new Comment(Sql.truth(row[0]), (String) row[1], (String) row[2]))
                .toList();
    }

    public Optional<Waiting> waiting(long eventId) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select batch, count(*), min(not_before) from outbox_message
                                where event_id = ?1 and state = 'QUEUED' and attempts = 0 and batch is not null
                                    and not_before > ?2 and kind = ?3
                                group by batch order by min(id)""")
                        .setParameter(1, eventId)
                        .setParameter(2, Sql.parameter(clock.instant()))
                        .setParameter(3, FeedbackMails.ASK))
                .map(row -> new Waiting(Sql.uuid(row[0]), Sql.integer(row[1]), Sql.instant(row[2])))
                .findFirst();
    }

    /** Who was there, has an account to answer with, and said nothing yet. */
    List<Long> toAsk(long eventId) {
        return Sql.numbers(entityManager
                .createNativeQuery("""
                        select s.id from event e join sme s on s.id in (
                            select sme_id from attendance_result where event_id = ?1)
                        where e.id = ?1 and s.account_id is not null
                            and not exists (select 1 from feedback f where f.event_id = e.id and f.sme_id = s.id)
                            and
                        """ + WAS_THERE + " order by s.id")
                .setParameter(1, eventId));
    }
}
