package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.EventPlace;
import org.smeportal.events.EventStatus;
import org.smeportal.events.Modality;
import org.smeportal.events.SessionRow;
import org.smeportal.kernel.TimeText;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.MailComposer;
import org.smeportal.notifications.MailTemplates;
import org.smeportal.notifications.OutboxMessage;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Text;
import org.smeportal.security.LinkTokens;

/** The mails about an invitation (R3.4): times in the SME's own zone first, the personal link, the calendar entry. */
@Queries
public class InvitationMails implements MailComposer {

    private final EntityManager entityManager;
    private final EventDirectory events;
    private final MailTemplates templates;
    private final InvitationCalendar calendar;
    private final InvitationEntries entries;
    private final RsvpLinks links;
    private final Text text;

    @Inject
    public InvitationMails(
            EntityManager entityManager,
            EventDirectory events,
            MailTemplates templates,
            InvitationCalendar calendar,
            InvitationEntries entries,
            RsvpLinks links,
            Text text) {
        this.entityManager = entityManager;
        this.events = events;
        this.templates = templates;
        this.calendar = calendar;
        this.entries = entries;
        this.links = links;
        this.text = text;
    }

    private record Facts(
            UUID publicId,
            String nonce,
            InvitationStatus status,
            @Nullable Integer ticket,
            int ahead,
            @Nullable Modality seat,
            @Nullable Instant offeredUntil,
            @Nullable Instant answerAgainBy,
            long eventId,
            ZoneId zone,
            String name,
            String email) {

        Facts withNonce(String other) {
            return new Facts(
                    publicId,
                    other,
                    status,
                    ticket,
                    ahead,
                    seat,
                    offeredUntil,
                    answerAgainBy,
                    eventId,
                    zone,
                    name,
                    email);
        }

        Facts withSeat(Modality other) {
            return new Facts(
                    publicId,
                    nonce,
                    status,
                    ticket,
                    ahead,
                    other,
                    offeredUntil,
                    answerAgainBy,
                    eventId,
                    zone,
                    name,
                    email);
        }
    }

    @Override
    public Set<String> kinds() {
        return MailKind.codes();
    }

    @Override
    public Mail compose(OutboxMessage message) {
        MailKind kind = MailKind.of(message.kind());
        Facts facts = facts(message.subjectId(), message.recipient());
        EventCard event = events.card(facts.eventId());
        return compose(kind, facts, event, message.subjectId(), message.parameters(), message.createdAt());
    }

    /** The invitation as it would be mailed, before there is one (R3.7 preview). */
    public Mail preview(EventCard event, String name, String email, ZoneId zone, Instant now) {
        Facts facts = new Facts(
                new UUID(0, 0),
                "preview",
                InvitationStatus.QUEUED,
                null,
                0,
                null,
                null,
                null,
                event.id(),
                zone,
                name,
                email);
        return compose(MailKind.INVITE, facts, event, 0, Map.of("sequence", "0"), now);
    }

    /** What a mail about several invitations says of one: the words for its template, and its calendar entry. */
    public record Told(EventCard event, InvitationStatus status, Map<String, Object> model, Mail.Calendar calendar) {}

    /** The invitation as it stands now; a postponed event is taken out of the calendar. */
    public Told told(long invitation, int sequence, OutboxMessage message) {
        Facts facts = facts(invitation, message.recipient());
        return told(facts, events.card(facts.eventId()), invitation, sequence, message.createdAt());
    }

    /** The same as it would be told if the event took place elsewhere; its link answers nothing. */
    public Told preview(long invitation, EventPlace place, Instant now) {
        Facts facts = facts(invitation, null).withNonce("preview");
        Facts moved =
                facts.seat() == null || place.modality() == Modality.HYBRID ? facts : facts.withSeat(place.modality());
        return told(moved, events.card(facts.eventId()).at(place), invitation, 0, now);
    }

    private Told told(Facts facts, EventCard event, long invitation, int sequence, Instant stamp) {
        List<SessionRow> sessions = events.sessions(event.id());
        Map<String, String> fixed = Map.of("sequence", Integer.toString(sequence));
        String link = links.url(invitation, facts.nonce(), event.endsAt());
        InvitationCalendar.Entry entry = entry(facts, event, sessions, fixed, link, stamp);
        boolean off = event.status() == EventStatus.POSTPONED || event.status() == EventStatus.CANCELLED;
        return new Told(
                event,
                facts.status(),
                model(facts, event, sessions, link, fixed),
                off ? calendar.cancel(entry) : calendar.request(entry));
    }

    private Mail compose(
            MailKind kind, Facts facts, EventCard event, long id, Map<String, String> fixed, Instant stamp) {
        List<SessionRow> sessions = events.sessions(event.id());
        String link = links.url(id, facts.nonce(), event.endsAt());
        Map<String, Object> model = model(facts, event, sessions, link, fixed);
        String subject = text.of(
                "invitations.mail." + kind.name()
                        + (kind == MailKind.ANSWERED ? "." + facts.status().name() : ""),
                event.title(),
                TimeText.shortDay(event.startsAt(), facts.zone()));
        return templates.render(
                kind.code(), subject, model, calendar(kind, facts, event, sessions, fixed, link, stamp));
    }

    private Map<String, Object> model(
            Facts facts, EventCard event, List<SessionRow> sessions, String link, Map<String, String> fixed) {
        Map<String, Object> model = new HashMap<>();
        model.put("name", facts.name());
        model.put("event", event);
        model.put("mine", TimeText.withZone(event.startsAt(), event.endsAt(), facts.zone()));
        model.put("theirs", TimeText.withZone(event.startsAt(), event.endsAt(), event.zone()));
        model.put("twice", !TimeText.sameClock(event.startsAt(), facts.zone(), event.zone()));
        Modality modality = facts.seat() == null ? event.modality() : facts.seat();
        model.put("modality", modality);
        model.put("seat", facts.seat() != null && event.modality() == Modality.HYBRID ? text.ofConstant(modality) : "");
        model.put("where", entries.where(event, modality));
        model.put(
                "agenda",
                sessions.stream()
                        .map(session -> new AgendaLine(
                                TimeText.withZone(session.startsAt(), session.endsAt(), facts.zone()), session.title()))
                        .toList());
        model.put("deadline", TimeText.moment(event.rsvpDeadline(), facts.zone()) + " " + TimeText.city(facts.zone()));
        model.put("link", link);
        model.put("yes", link + "?answer=yes");
        model.put("maybe", link + "?answer=maybe");
        model.put("no", link + "?answer=no");
        model.put("status", facts.status().name());
        model.put("ticket", facts.ticket() == null ? 0 : facts.ticket());
        model.put("ahead", facts.ahead());
        model.put(
                "meetingLink",
                facts.status() == InvitationStatus.ACCEPTED && modality.hasLink() && event.meetingLink() != null
                        ? event.meetingLink()
                        : "");
        model.put(
                "offeredUntil",
                facts.offeredUntil() == null
                        ? ""
                        : TimeText.moment(facts.offeredUntil(), facts.zone()) + " " + TimeText.city(facts.zone()));
        model.put(
                "answerAgainBy",
                facts.answerAgainBy() == null
                        ? ""
                        : TimeText.moment(facts.answerAgainBy(), facts.zone()) + " " + TimeText.city(facts.zone()));
        model.put("reason", fixed.getOrDefault("reason", ""));
        return model;
    }

    /** A line of the agenda in the SME's zone. */
    public record AgendaLine(String when, String title) {}

    private Mail.@Nullable Calendar calendar(
            MailKind kind,
            Facts facts,
            EventCard event,
            List<SessionRow> sessions,
            Map<String, String> fixed,
            String link,
            Instant stamp) {
        InvitationCalendar.Entry entry = entry(facts, event, sessions, fixed, link, stamp);
        return switch (kind) {
            case REMIND -> null;
            case WITHDRAW, CANCEL -> calendar.cancel(entry);
            default -> calendar.request(entry);
        };
    }

    private InvitationCalendar.Entry entry(
            Facts facts,
            EventCard event,
            List<SessionRow> sessions,
            Map<String, String> fixed,
            String link,
            Instant stamp) {
        return entries.entry(
                new InvitationEntries.Invited(
                        facts.publicId(), facts.status(), facts.seat(), facts.name(), facts.email()),
                event,
                sessions,
                Integer.parseInt(fixed.getOrDefault("sequence", "0")),
                stamp,
                link);
    }

    /** A mail that still goes to an address corrected since then has no link that works. */
    private Facts facts(long id, @Nullable String recipient) {
        Object[] row = (Object[])
                entityManager.createNativeQuery("""
                        select i.public_id, i.nonce, i.status, i.ticket, i.offered_until, i.event_id, s.zone, s.name,
                            s.email, p.modality,
                            (select count(*) from invitation w where w.seat_pool_id = i.seat_pool_id
                                and w.status = 'WAITLISTED' and w.ticket < i.ticket) as ahead,
                            i.answer_again_by
                        from invitation i join sme s on s.id = i.sme_id left join seat_pool p on p.id = i.seat_pool_id
                        where i.id = ?1""").setParameter(1, id).getSingleResult();
        boolean current = recipient == null || recipient.equals(row[8]);
        return new Facts(
                UUID.fromString((String) row[0]),
                current ? (String) row[1] : LinkTokens.newNonce(),
                InvitationStatus.valueOf((String) row[2]),
                Sql.optionalInteger(row[3]),
                Sql.integer(row[10]),
                row[9] == null ? null : Modality.valueOf((String) row[9]),
                Sql.optionalInstant(row[4]),
                Sql.optionalInstant(row[11]),
                Sql.number(row[5]),
                ZoneId.of((String) row[6]),
                (String) row[7],
                recipient == null ? (String) row[8] : recipient);
    }
}
