package org.smeportal.invitations;

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
import org.smeportal.events.Modality;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.notifications.Outbox;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;

/** Who is on an event, as programme managers see it. */
@Queries
public class PanelQueries {

    private final EntityManager entityManager;
    private final EventDirectory events;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public PanelQueries(EntityManager entityManager, EventDirectory events, Outbox outbox, Clock clock) {
        this.entityManager = entityManager;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    public record Row(
            UUID invitation,
            UUID sme,
            String name,
            String country,
            ZoneId zone,
            InvitationStatus status,
            int wave,
            boolean standby,
            @Nullable Integer ticket,
            @Nullable Instant offeredUntil,
            @Nullable Instant sentAt,
            @Nullable Instant answeredAt,
            int reminders,
            @Nullable String reason,
            @Nullable Modality seat,
            @Nullable Instant answerAgainBy) {

        public boolean canBeWithdrawn() {
            return status != InvitationStatus.WITHDRAWN;
        }
    }

    /** One invitation with its event, for an act on it. */
    public record Single(Row row, EventCard event) {}

    /** Somebody who would be reminded now. */
    public record Due(long id, String name, boolean wanted) {}

    /** A wave that stands by: no mail is on its way, the next one is called when a seat frees. */
    public record Standby(UUID batch, int wave, int count) {}

    /** Mails that wait in the outbox: a wave, reminders, or the news of a change. */
    public record Waiting(UUID batch, String kind, int count, Instant leavesAt) {

        /** A change stays when its mails are taken back, and people would not hear of it. */
        public boolean isUndoable() {
            return !kind.equals(MailKind.UPDATE.code());
        }
    }

    private static final String ROW = """
            select i.public_id, s.public_id as sme_public_id, s.name, s.country, s.zone, i.status, i.wave, i.standby,
                i.ticket, i.offered_until, i.sent_at, i.answered_at, i.reminders, i.reason, p.modality, i.event_id,
                i.answer_again_by
            from invitation i join sme s on s.id = i.sme_id left join seat_pool p on p.id = i.seat_pool_id
            """;

    public Page<Row> panel(long eventId, @Nullable InvitationStatus status, PageRequest page) {
        String where = "where i.event_id = ?1 and (?2 = '' or i.status = ?2)";
        String wanted = status == null ? "" : status.name();
        long total = Sql.number(entityManager
                .createNativeQuery("select count(*) from invitation i " + where)
                .setParameter(1, eventId)
                .setParameter(2, wanted)
                .getSingleResult());
        List<Row> rows = Sql.rows(entityManager
                        .createNativeQuery(ROW + where + """
                                 order by field(i.status, 'OFFERED', 'ACCEPTED', 'WAITLISTED', 'TENTATIVE', 'SENT',
                                    'QUEUED', 'DECLINED', 'EXPIRED', 'WITHDRAWN'), i.ticket, s.name, i.id
                                limit ?3 offset ?4""")
                        .setParameter(1, eventId)
                        .setParameter(2, wanted)
                        .setParameter(3, page.size())
                        .setParameter(4, page.offset()))
                .map(PanelQueries::row)
                .toList();
        return new Page<>(rows, total, page.number(), page.size());
    }

    public Optional<Single> one(UUID invitation) {
        return Sql.rows(entityManager
                        .createNativeQuery(ROW + "where i.public_id = ?1")
                        .setParameter(1, invitation.toString()))
                .map(row -> new Single(row(row), events.card(Sql.number(row[15]))))
                .findFirst();
    }

    public Map<InvitationStatus, Integer> counts(long eventId) {
        Map<InvitationStatus, Integer> counts = new EnumMap<>(InvitationStatus.class);
        Sql.rows(entityManager
                        .createNativeQuery(
                                "select status, count(*) from invitation where event_id = ?1 group by status")
                        .setParameter(1, eventId))
                .forEach(row -> counts.put(InvitationStatus.valueOf((String) row[0]), Sql.integer(row[1])));
        return counts;
    }

    /** How many people a change of the event would be told to. */
    int audience(long eventId) {
        return Sql.integer(entityManager
                .createNativeQuery("select count(*) from invitation where event_id = ?1 and status in "
                        + InvitationStatus.WANTING_NEWS)
                .setParameter(1, eventId)
                .getSingleResult());
    }

    public List<Waiting> waiting(long eventId) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                                select batch, kind, count(*), min(not_before) from outbox_message
                                where event_id = ?1 and state = 'QUEUED' and attempts = 0 and batch is not null
                                    and not_before > ?2 and kind in ('invitation-invite', 'invitation-remind', 'invitation-update')
                                group by batch, kind order by min(id)""")
                        .setParameter(1, eventId)
                        .setParameter(2, Sql.parameter(clock.instant())))
                .map(row -> new Waiting(
                        UUID.fromString((String) row[0]), (String) row[1], Sql.integer(row[2]), Sql.instant(row[3])))
                .toList();
    }

    /** When a wave would leave that is made now. */
    public Instant leavesAt() {
        return outbox.undoableUntil();
    }

    /** Waves that stand by, in the order in which they will be called. */
    public List<Standby> standby(long eventId) {
        return Sql.rows(entityManager.createNativeQuery("""
                        select batch, wave, count(*) from invitation
                        where event_id = ?1 and status = 'QUEUED' and standby = true
                        group by batch, wave order by wave""").setParameter(1, eventId))
                .map(row -> new Standby(UUID.fromString((String) row[0]), Sql.integer(row[1]), Sql.integer(row[2])))
                .toList();
    }

    /** Who has not answered and was left in peace long enough (R3.7), and wants reminders (R1.5). */
    public List<Due> toRemind(long eventId) {
        return unanswered(eventId).stream().filter(Due::wanted).toList();
    }

    /** Those, and who gets no reminder only because they do not want any. */
    public List<Due> unanswered(long eventId) {
        return Sql.rows(entityManager
                        .createNativeQuery("""
                        select i.id, s.name, coalesce(p.reminders, true) as wanted
                        from invitation i join sme s on s.id = i.sme_id
                            left join mail_preference p on p.address = s.email
                        where i.event_id = ?1 and i.reminders < ?2
                            and (i.status = 'SENT' or (i.status = 'ACCEPTED' and i.answer_again_by is not null))
                            and coalesce(i.reminded_at, i.sent_at) <= ?3
                            and not exists (select 1 from outbox_message o where o.kind = 'invitation-remind'
                                            and o.subject_id = i.id and o.state in ('QUEUED', 'SENDING'))
                        order by s.name, i.id""")
                        .setParameter(1, eventId)
                        .setParameter(2, ReminderPolicy.MOST)
                        .setParameter(3, Sql.parameter(clock.instant().minus(ReminderPolicy.QUIET))))
                .map(row -> new Due(Sql.number(row[0]), (String) row[1], Sql.truth(row[2])))
                .toList();
    }

    private static Row row(Object[] row) {
        return new Row(
                UUID.fromString((String) row[0]),
                UUID.fromString((String) row[1]),
                (String) row[2],
                (String) row[3],
                ZoneId.of((String) row[4]),
                InvitationStatus.valueOf((String) row[5]),
                Sql.integer(row[6]),
                Sql.truth(row[7]),
                Sql.optionalInteger(row[8]),
                Sql.optionalInstant(row[9]),
                Sql.optionalInstant(row[10]),
                Sql.optionalInstant(row[11]),
                Sql.integer(row[12]),
                (String) row[13],
                row[14] == null ? null : Modality.valueOf((String) row[14]),
                Sql.optionalInstant(row[16]));
    }
}
