package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventStatus;
import org.smeportal.events.Modality;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** The events of a signed-in SME: what waits for an answer, what is coming, what was. */
@Queries
public class OwnInvitations {

    private static final int MOST = 200;

    private static final String ROW = """
            select i.public_id, e.public_id as event_public_id, e.title, e.kind, e.modality, e.zone, e.starts_at, e.ends_at,
                e.status as event_status, e.venue_name, e.meeting_link, e.rsvp_deadline, i.status, i.ticket,
                i.offered_until, p.modality as seat,
                (select count(*) from invitation w where w.seat_pool_id = i.seat_pool_id
                    and w.status = 'WAITLISTED' and w.ticket < i.ticket) as ahead,
                i.answer_again_by
            from sme s join invitation i on i.sme_id = s.id join event e on e.id = i.event_id
                left join seat_pool p on p.id = i.seat_pool_id
            where s.account_id = ?1
            """;

    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    public OwnInvitations(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    public record Own(
            UUID invitation,
            UUID event,
            String title,
            EventKind kind,
            Modality modality,
            ZoneId zone,
            Instant startsAt,
            Instant endsAt,
            EventStatus eventStatus,
            @Nullable String venueName,
            @Nullable String meetingLink,
            Instant rsvpDeadline,
            InvitationStatus status,
            @Nullable Integer ticket,
            int ahead,
            @Nullable Instant offeredUntil,
            @Nullable Modality seat,
            @Nullable Instant answerAgainBy) {

        /** Until when an answer is wanted. */
        public Instant answerBy() {
            if (offeredUntil != null) {
                return offeredUntil;
            }
            return answerAgainBy == null ? rsvpDeadline : answerAgainBy;
        }

        boolean waits(Instant now) {
            if (!startsAt.isAfter(now) || eventStatus == EventStatus.POSTPONED) {
                return false;
            }
            return switch (status) {
                case OFFERED -> true;
                case SENT -> !rsvpDeadline.isBefore(now);
                case ACCEPTED -> answerAgainBy != null && !answerAgainBy.isBefore(now);
                default -> false;
            };
        }

        boolean isAnswered() {
            return status != InvitationStatus.SENT && status != InvitationStatus.OFFERED;
        }
    }

    /**
     * {@code open}: without an answer, a held seat to take, or asked again, the most pressing first; {@code coming}:
     * answered with yes or maybe, the next event first.
     */
    public record Current(List<Own> open, List<Own> coming) {}

    /** What is not over yet. */
    public Current current(long accountId) {
        List<Own> all = list(accountId, """
                and (e.ends_at > ?2 or e.status = 'POSTPONED') and e.status <> 'CANCELLED'
                and i.status in ('SENT', 'OFFERED', 'ACCEPTED', 'WAITLISTED', 'TENTATIVE')
                order by e.starts_at, i.id limit ?3""");
        Instant now = clock.instant();
        return new Current(
                all.stream()
                        .filter(own -> own.waits(now))
                        .sorted(Comparator.comparing(Own::answerBy))
                        .toList(),
                all.stream().filter(Own::isAnswered).toList());
    }

    /** Events that are over and had a seat for the SME, the last one first. */
    public List<Own> past(long accountId) {
        return list(accountId, """
                and e.ends_at <= ?2 and e.status not in ('CANCELLED', 'POSTPONED') and i.status = 'ACCEPTED'
                order by e.starts_at desc, i.id limit ?3""");
    }

    private List<Own> list(long accountId, String which) {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + which)
                        .setParameter(1, accountId)
                        .setParameter(2, Sql.parameter(clock.instant()))
                        .setParameter(3, MOST))
                .map(OwnInvitations::own)
                .toList();
    }

    private static Own own(Object[] row) {
        return new Own(
                Sql.uuid(row[0]),
                Sql.uuid(row[1]),
                (String) row[2],
                EventKind.valueOf((String) row[3]),
                Modality.valueOf((String) row[4]),
                ZoneId.of((String) row[5]),
                Sql.instant(row[6]),
                Sql.instant(row[7]),
                EventStatus.valueOf((String) row[8]),
                (String) row[9],
                (String) row[10],
                Sql.instant(row[11]),
                InvitationStatus.valueOf((String) row[12]),
                Sql.optionalInteger(row[13]),
                Sql.integer(row[16]),
                Sql.optionalInstant(row[14]),
                row[15] == null ? null : Modality.valueOf((String) row[15]),
                Sql.optionalInstant(row[17]));
    }
}
