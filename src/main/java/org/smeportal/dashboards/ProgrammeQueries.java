package org.smeportal.dashboards;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventStatus;
import org.smeportal.events.Modality;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.programme.ProgrammeSetting;

/** What a programme manager needs to see first (R8.2): what waits for them, the next events, their answers. */
@Queries
public class ProgrammeQueries {
    private static final int MOST = 12;
    private static final Duration SOON = Duration.ofDays(21);
    private static final Duration LAST_DAYS_OF_WRITING = Duration.ofDays(3);
    private static final Duration AHEAD = Duration.ofDays(90);

    private static final String SEATS = """
                (select coalesce(sum(p.capacity), 0) from seat_pool p where p.event_id = e.id) as capacity,
                (select coalesce(sum(p.taken), 0) from seat_pool p where p.event_id = e.id) as taken,
                (select coalesce(sum(p.waiting), 0) from seat_pool p where p.event_id = e.id) as waiting
            """;

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public ProgrammeQueries(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** Why an event or an application waits for a programme manager. */
    public enum Reason {
        /** Somebody asked for help and waits. */
        HELP,
        /** Applicants wait past the promised day. */
        OVERDUE,
        /** It is over, and nobody closed attendance. */
        CLOSE,
        /** It starts soon and has free seats while answers are open. */
        SEATS,
        /** It is postponed, and its people wait for a date. */
        DATE,
        /** It is planned, and nobody was invited. */
        INVITE,
        /** Items were handed in and wait for a review. */
        REVIEW,
        /** The time of drafts of a workshop ends soon. */
        WRITING,
        /** Somebody asks who wrote an item, and waits for a yes or no. */
        AUTHOR,
        /** It starts soon and nobody said that it takes place. */
        CONFIRM,
        /** Applications wait for the score of whoever is signed in. */
        SCORE
    }

    /**
     * {@code startsAt}: when the event starts; for help since when the first waits, for applications the first promised
     * day, for items the day on which the first was handed in; for drafts when their time ends, for authors since
     * when the first asks. Applications and items are of no event.
     */
    public record Need(
            Reason reason,
            @Nullable UUID event,
            String title,
            ZoneId zone,
            Instant startsAt,
            Instant deadline,
            int free) {
        /** Where the one button leads that settles it. */
        public String target() {
            return switch (reason) {
                case HELP -> "/app/online/help/" + event;
                case CLOSE -> "/app/attendance/board/" + event;
                case SEATS, INVITE -> "/app/invitations/invite/" + event;
                case DATE -> "/app/changes/new-date/" + event;
                case REVIEW -> "/app/pipeline/item-list?state=SUBMITTED";
                case AUTHOR -> "/app/disclosures/asked";
                case WRITING -> "/app/pipeline/extend-writing/" + event;
                case CONFIRM -> "/app/events/event/" + event;
                case OVERDUE -> "/app/applications/application-list?overdue=yes";
                case SCORE -> "/app/applications/application-list?mine=yes";
            };
        }
    }

    public record Coming(
            UUID event,
            String title,
            @Nullable String exam,
            EventKind kind,
            EventStatus status,
            Modality modality,
            ZoneId zone,
            Instant startsAt,
            Instant endsAt,
            int capacity,
            int taken,
            int waiting) {}

    /** Answers to the invitations of all events to come. */
    public record Answers(int accepted, int open, int maybe, int declined, int waiting) {
        public int all() {
            return accepted + open + maybe + declined + waiting;
        }
    }

    /** The most pressing first; of applications those that wait for that account's score. */
    public List<Need> needs(long account, ZoneId zone) {
        Instant now = clock.instant();
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select * from (
                                select 'HELP' as reason, 0 as rank_no, e.public_id, e.title, e.zone,
                                    min(h.asked_at) as starts_at, e.rsvp_deadline, count(*) as free
                                  from help_request h join event e on e.id = h.event_id where h.state in ('OPEN', 'TAKEN')
                                    and e.status not in ('COMPLETED', 'CANCELLED', 'POSTPONED') group by e.id
                                union all
                                select 'CLOSE', 1, e.public_id, e.title, e.zone, e.starts_at, e.rsvp_deadline, 0
                                  from event e where e.ends_at < ?1 and e.status in ('INVITING', 'CONFIRMED', 'RUNNING')
                                union all
                                select 'CONFIRM', 3, e.public_id, e.title, e.zone, e.starts_at, e.rsvp_deadline, 0
                                  from event e where e.status = 'INVITING' and e.starts_at > ?1 and e.starts_at < ?2
                                union all
                                select 'SEATS', 4, e.public_id, e.title, e.zone, e.starts_at, e.rsvp_deadline,
                                    (select sum(p.capacity - p.taken) from seat_pool p where p.event_id = e.id)
                                  from event e where e.status in ('INVITING', 'CONFIRMED') and e.rsvp_deadline > ?1
                                    and e.starts_at < ?3
                                    and exists (select 1 from seat_pool p where p.event_id = e.id and p.taken < p.capacity)
                                    and not exists (select 1 from invitation i where i.event_id = e.id
                                                    and i.status in ('QUEUED', 'SENT'))
                                union all
                                select 'DATE', 5, e.public_id, e.title, e.zone, e.starts_at, e.rsvp_deadline,
                                    (select count(*) from invitation i where i.event_id = e.id
                                        and i.status in ('SENT', 'ACCEPTED', 'TENTATIVE', 'WAITLISTED'))
                                  from event e where e.status = 'POSTPONED'
                                union all
                                select 'INVITE', 6, e.public_id, e.title, e.zone, e.starts_at, e.rsvp_deadline, 0
                                  from event e where e.status = 'PLANNED' and e.rsvp_deadline > ?1 and e.starts_at < ?3
                                union all
                                select 'OVERDUE', 2, null, '', 'Etc/UTC', cast(min(a.promised_on) as datetime(6)),
                                    cast(min(a.promised_on) as datetime(6)), count(*)
                                  from application a where a.state in ('SUBMITTED', 'IN_REVIEW') and a.promised_on < ?6
                                  having min(a.promised_on) is not null
                                union all
                                select 'SCORE', 7, null, '', 'Etc/UTC', cast(min(a.promised_on) as datetime(6)),
                                    cast(min(a.promised_on) as datetime(6)), count(*)
                                  from application a where a.state in ('SUBMITTED', 'IN_REVIEW') and a.scores_in < 2
                                    and not exists (select 1 from application_review v where v.application_id = a.id
                                                    and v.reviewer_id = ?5)
                                  having min(a.promised_on) is not null
                                union all
                                select 'REVIEW', 2, null, '', 'Etc/UTC', cast(date(min(i.status_since)) as datetime(6)),
                                    cast(date(min(i.status_since)) as datetime(6)), count(*)
                                  from exam_duty u join item i on i.exam_id = u.exam_id and i.status = 'SUBMITTED'
                                  where u.account_id = ?5 and u.duty = 'PM' having min(i.status_since) is not null
                                union all
                                select 'AUTHOR', 2, null, '', 'Etc/UTC', min(d.asked_at), min(d.asked_at), count(*)
                                  from exam_duty u join item i on i.exam_id = u.exam_id
                                    join author_disclosure d on d.item_id = i.id and d.waiting and d.asked_by <> ?5
                                  where u.account_id = ?5 and u.duty = 'PM' having min(d.asked_at) is not null
                                union all
                                select 'WRITING', 3, e.public_id, e.title, e.zone,
                                    max(greatest(date_add(e.ends_at, interval %1$s day), coalesce(i.write_until, e.ends_at))),
                                    max(greatest(date_add(e.ends_at, interval %1$s day), coalesce(i.write_until, e.ends_at))),
                                    count(*)
                                  from exam_duty u join event e on e.exam_id = u.exam_id
                                    join item i on i.event_id = e.id and i.status = 'DRAFT'
                                  where u.account_id = ?5 and u.duty = 'PM' group by e.id
                                  having max(greatest(date_add(e.ends_at, interval %1$s day),
                                    coalesce(i.write_until, e.ends_at))) between ?1 and ?7
                                ) needs order by rank_no, starts_at, public_id limit ?4""".formatted(ProgrammeSetting.WRITE_DAYS.sql()))
                        .setParameter(1, Sql.parameter(now))
                        .setParameter(2, Sql.parameter(now.plus(SOON)))
                        .setParameter(3, Sql.parameter(now.plus(AHEAD)))
                        .setParameter(4, MOST)
                        .setParameter(5, account)
                        .setParameter(6, LocalDate.ofInstant(now, zone))
                        .setParameter(7, Sql.parameter(now.plus(LAST_DAYS_OF_WRITING))))
                .map(row -> new Need(
                        Reason.valueOf((String) row[0]),
                        Sql.optionalUuid(row[2]),
                        (String) row[3],
                        ZoneId.of((String) row[4]),
                        Sql.instant(row[5]),
                        Sql.instant(row[6]),
                        Sql.integer(row[7])))
                .toList();
    }

    public List<Coming> coming() {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select e.public_id, e.title, x.code, e.kind, e.status, e.modality, e.zone, e.starts_at, e.ends_at,
                                """ + SEATS + """
                                from event e left join exam x on x.id = e.exam_id
                                where e.ends_at > ?1 and e.status not in ('CANCELLED', 'POSTPONED')
                                order by e.starts_at, e.id limit 6""")
                        .setParameter(1, Sql.parameter(clock.instant())))
                .map(row -> new Coming(
                        Sql.uuid(row[0]),
                        (String) row[1],
                        (String) row[2],
                        EventKind.valueOf((String) row[3]),
                        EventStatus.valueOf((String) row[4]),
                        Modality.valueOf((String) row[5]),
                        ZoneId.of((String) row[6]),
                        Sql.instant(row[7]),
                        Sql.instant(row[8]),
                        Sql.integer(row[9]),
                        Sql.integer(row[10]),
                        Sql.integer(row[11])))
                .toList();
    }

    public Answers answers() {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("""
                        select sum(i.status in ('ACCEPTED', 'OFFERED')) as accepted, sum(i.status in ('SENT', 'QUEUED')) as unanswered,
                            sum(i.status = 'TENTATIVE') as maybe, sum(i.status = 'DECLINED') as declined,
                            sum(i.status = 'WAITLISTED') as waiting
                        from invitation i join event e on e.id = i.event_id
                        where e.ends_at > ?1 and e.status not in ('CANCELLED', 'POSTPONED')""")
                .setParameter(1, Sql.parameter(clock.instant()))
                .getSingleResult();
        return new Answers(
                Sql.integer(row[0]),
                Sql.integer(row[1]),
                Sql.integer(row[2]),
                Sql.integer(row[3]),
                Sql.integer(row[4]));
    }
}
