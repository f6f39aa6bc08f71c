package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.parameter.PartStat;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.Modality;
import org.smeportal.events.SessionRow;
import org.smeportal.kernel.TimeText;
import org.smeportal.notifications.CalendarWriter;
import org.smeportal.platform.PortalConfig;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Text;

/** The calendar entries of invitations: made here alone, so that a mail (R3.4) and a feed (R2.6) say the same. */
@Queries
public class InvitationEntries {

    private final EntityManager entityManager;
    private final EventDirectory events;
    private final Text text;
    private final PortalConfig config;

    @Inject
    public InvitationEntries(EntityManager entityManager, EventDirectory events, Text text, PortalConfig config) {
        this.entityManager = entityManager;
        this.events = events;
        this.text = text;
        this.config = config;
    }

    record Invited(
            UUID publicId,
            InvitationStatus status,
            @Nullable Modality seat,
            String name,
            String email) {}

    private record Own(long eventId, Invited invited, int sequence, Instant stamp) {}

    /** The meeting link stands in it after a yes only; {@code answerAt} is where the answer can be changed. */
    InvitationCalendar.Entry entry(
            Invited invited, EventCard event, List<SessionRow> sessions, int sequence, Instant stamp, String answerAt) {
        Modality modality = invited.seat() == null ? event.modality() : invited.seat();
        boolean online = invited.status() == InvitationStatus.ACCEPTED && modality == Modality.VIRTUAL;
        return new InvitationCalendar.Entry(
                invited.publicId() + "@" + config.baseUrl().getHost(),
                sequence,
                stamp,
                event,
                sessions,
                new CalendarWriter.Attendee(invited.email(), invited.name(), partStat(invited.status())),
                (agenda(event, sessions) + "\n\n" + text.of("invitations.calendar.answer", answerAt)).strip(),
                online && event.meetingLink() != null ? event.meetingLink() : where(event, modality));
    }

    /**
     * What an account's own calendar holds of events that end after a moment: invitations that reached the SME and still
     * stand. A no, an invitation withdrawn or ended, and an event without a day any more (postponed) are nothing to keep
     * a day free for, so they are left out. The answer is changed behind the sign-in, not by the link of the mail: who
     * shares their calendar would share it.
     */
    public List<InvitationCalendar.Entry> ofAccount(long accountId, Instant endsAfter, int most) {
        List<Own> own = Sql.rows(entityManager
                        .createNativeQuery("""
                                select i.event_id, i.public_id, i.status, p.modality, s.name, s.email, i.sequence,
                                    coalesce(i.answered_at, i.sent_at, i.created_at) as stamp
                                from sme s join invitation i on i.sme_id = s.id join event e on e.id = i.event_id
                                    left join seat_pool p on p.id = i.seat_pool_id
                                where s.account_id = ?1 and e.ends_at > ?2 and e.status <> 'POSTPONED'
                                  and i.status in ('SENT', 'ACCEPTED', 'TENTATIVE', 'WAITLISTED', 'OFFERED')
                                order by e.starts_at desc, e.id limit ?3""")
                        .setParameter(1, accountId)
                        .setParameter(2, Sql.parameter(endsAfter))
                        .setParameter(3, most))
                .map(InvitationEntries::own)
                .toList();
        List<Long> ids = own.stream().map(Own::eventId).toList();
        Map<Long, EventCard> cards =
                events.cards(ids).stream().collect(Collectors.toMap(EventCard::id, Function.identity()));
        Map<Long, List<SessionRow>> sessions = events.sessions(ids);
        return own.stream()
                .flatMap(one -> Stream.ofNullable(cards.get(one.eventId()))
                        .map(event -> entry(
                                one.invited(),
                                event,
                                sessions.getOrDefault(one.eventId(), List.of()),
                                one.sequence(),
                                one.stamp(),
                                config.url("/app/invitations/my-event/"
                                        + one.invited().publicId()))))
                .toList();
    }

    /** The agenda in the event's zone, a line a session. */
    public static String agenda(EventCard event, List<SessionRow> sessions) {
        return sessions.stream()
                .map(session ->
                        TimeText.dayRange(session.startsAt(), session.endsAt(), event.zone()) + " " + session.title())
                .collect(Collectors.joining("\n"));
    }

    /** Where people meet, without the meeting link. */
    public String where(EventCard event, Modality modality) {
        String place = event.place();
        if (modality == Modality.VIRTUAL || place == null) {
            return text.ofConstant(modality);
        }
        return modality == Modality.HYBRID ? place + " · " + text.ofConstant(Modality.VIRTUAL) : place;
    }

    private static PartStat partStat(InvitationStatus status) {
        return switch (status) {
            case ACCEPTED -> PartStat.ACCEPTED;
            case DECLINED -> PartStat.DECLINED;
            case TENTATIVE, WAITLISTED, OFFERED -> PartStat.TENTATIVE;
            default -> PartStat.NEEDS_ACTION;
        };
    }

    private static Own own(Object[] row) {
        return new Own(
                Sql.number(row[0]),
                new Invited(
                        Sql.uuid(row[1]),
                        InvitationStatus.valueOf((String) row[2]),
                        row[3] == null ? null : Modality.valueOf((String) row[3]),
                        (String) row[4],
                        (String) row[5]),
                Sql.integer(row[6]),
                Sql.instant(row[7]));
    }
}
