package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.Modality;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.profiles.TravelRadius;

/** Who could be invited to an event, with what helps to choose: past events, last invitation, answers, local time. */
@Queries
public class CandidateQueries {

    private static final String FILTER = """
            from sme s
            where s.state = 'ACTIVE'
              and not exists (select 1 from invitation p where p.event_id = ?1 and p.sme_id = s.id
                              and p.status not in ('DECLINED', 'EXPIRED', 'WITHDRAWN'))
              and (?2 = '' or s.name like ?2 escape '!' or s.email like ?2 escape '!'
                   or s.employer like ?2 escape '!' or s.expertise like ?2 escape '!')
              and (?3 = '' or s.country = ?3)
              and (?4 = 0 or exists (select 1 from sme_exam q where q.sme_id = s.id and q.exam_id = ?4))
              and (?5 = 0 or not exists (select 1 from attendance_result r where r.sme_id = s.id and r.result = 'ATTENDED'))
            """;

    private final EntityManager entityManager;

    @Inject
    public CandidateQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public enum Sort {
        NAME("s.name, s.id"),
        LAST_INVITED("last_invited, s.name, s.id"),
        ATTENDED("attended desc, s.name, s.id");

        private final String order;

        Sort(String order) {
            this.order = order;
        }
    }

    /** {@code examId} 0 asks for no exam. */
    public record Filter(String search, String country, long examId, boolean newcomersOnly, Sort sort) {}

    public record Candidate(
            UUID sme,
            String name,
            String country,
            ZoneId zone,
            @Nullable String employer,
            @Nullable String expertise,
            int attended,
            int invited,
            int accepted,
            int declined,
            @Nullable Instant lastInvited,
            @Nullable InvitationStatus before,
            int eventsThisYear,
            @Nullable Integer mostEvents,
            @Nullable TravelRadius tooFar) {

        /** Has as many events in the year of this one as they want (R1.5). */
        public boolean isFull() {
            return mostEvents != null && eventsThisYear >= mostEvents;
        }
    }

    public Page<Candidate> page(long eventId, Filter filter, PageRequest page) {
        long total = Sql.number(
                filtered("select count(*) " + FILTER, eventId, filter).getSingleResult());
        String sql = """
                select s.public_id, s.name, s.country, s.zone, s.employer, s.expertise,
                    (select count(*) from attendance_result r where r.sme_id = s.id and r.result = 'ATTENDED') as attended,
                    (select count(*) from invitation i where i.sme_id = s.id and i.sent_at is not null) as invited,
                    (select count(*) from invitation i where i.sme_id = s.id and i.status = 'ACCEPTED') as accepted,
                    (select count(*) from invitation i where i.sme_id = s.id and i.status = 'DECLINED') as declined,
                    (select max(i.sent_at) from invitation i where i.sme_id = s.id) as last_invited,
                    (select i.status from invitation i where i.sme_id = s.id and i.event_id = ?1) as former,
                    (select count(*) from invitation i join event o on o.id = i.event_id
                        where i.sme_id = s.id and i.status = 'ACCEPTED' and o.id <> ?1 and o.status <> 'CANCELLED'
                          and year(o.starts_at) = (select year(e.starts_at) from event e where e.id = ?1)) as this_year,
                    (select p.max_events from sme_profile p where p.sme_id = s.id) as most,
                    (select p.travel from sme_profile p where p.sme_id = s.id) as travel,
                    (select concat(e.modality, ' ', e.zone, ' ', coalesce(v.country, ''))
                        from event e left join venue v on v.id = e.venue_id where e.id = ?1) as place
                """ + FILTER + "order by " + filter.sort().order + " limit ?6 offset ?7";
        List<Candidate> rows = Sql.rows(filtered(sql, eventId, filter)
                        .setParameter(6, page.size())
                        .setParameter(7, page.offset()))
                .map(CandidateQueries::candidate)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    private Query filtered(String sql, long eventId, Filter filter) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter(1, eventId)
                .setParameter(2, filter.search().isBlank() ? "" : Sql.contains(filter.search()))
                .setParameter(3, filter.country())
                .setParameter(4, filter.examId())
                .setParameter(5, filter.newcomersOnly() ? 1 : 0);
    }

    private static Candidate candidate(Object[] row) {
        return new Candidate(
                UUID.fromString((String) row[0]),
                (String) row[1],
                (String) row[2],
                ZoneId.of((String) row[3]),
                (String) row[4],
                (String) row[5],
                Sql.integer(row[6]),
                Sql.integer(row[7]),
                Sql.integer(row[8]),
                Sql.integer(row[9]),
                Sql.optionalInstant(row[10]),
                row[11] == null ? null : InvitationStatus.valueOf((String) row[11]),
                Sql.integer(row[12]),
                Sql.optionalInteger(row[13]),
                tooFar(row));
    }

    /** How far they travel, when an event that is only in person is farther; else null. */
    private static @Nullable TravelRadius tooFar(Object[] row) {
        String[] place = ((String) row[15]).split(" ", -1);
        if (row[14] == null || Modality.valueOf(place[0]) != Modality.IN_PERSON) {
            return null;
        }
        TravelRadius travel = TravelRadius.valueOf((String) row[14]);
        TravelRadius.Place home = new TravelRadius.Place((String) row[2], ZoneId.of((String) row[3]));
        TravelRadius.Place event = new TravelRadius.Place(place[2].isEmpty() ? null : place[2], ZoneId.of(place[1]));
        return travel.reaches(home, event) ? null : travel;
    }
}
