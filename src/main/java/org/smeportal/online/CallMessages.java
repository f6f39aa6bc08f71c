package org.smeportal.online;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.property.Status;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.TimeText;
import org.smeportal.notifications.CalendarWriter;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.MailComposer;
import org.smeportal.notifications.MailTemplates;
import org.smeportal.notifications.NewMessage;
import org.smeportal.notifications.Outbox;
import org.smeportal.notifications.OutboxMessage;
import org.smeportal.platform.PortalConfig;
import org.smeportal.platform.Repository;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Text;
import org.smeportal.smes.SmeCard;

/**
 * The mails about a follow-up call, with its calendar entry: one UID for its life, a higher SEQUENCE each time (RFC 5546).
 * A mail that did not leave yet is taken back by the next one, so nobody reads what is not so any more.
 */
@Repository
public class CallMessages implements MailComposer {

    private static final String BOOKED = "call-booked";
    private static final String MOVED = "call-moved";
    private static final String CANCELLED = "call-cancelled";

    private final EntityManager entityManager;
    private final Outbox outbox;
    private final MailTemplates templates;
    private final CalendarWriter calendar;
    private final Text text;
    private final PortalConfig config;

    @Inject
    public CallMessages(
            EntityManager entityManager,
            Outbox outbox,
            MailTemplates templates,
            CalendarWriter calendar,
            Text text,
            PortalConfig config) {
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.templates = templates;
        this.calendar = calendar;
        this.text = text;
        this.config = config;
    }

    void booked(FollowUpCall call, SmeCard sme) {
        enqueue(BOOKED, call, sme);
    }

    void moved(FollowUpCall call, SmeCard sme) {
        boolean unknown = outbox.removeQueued(BOOKED, call.id()) > 0;
        outbox.removeQueued(MOVED, call.id());
        enqueue(unknown ? BOOKED : MOVED, call, sme);
    }

    /** A call that the SME never heard of is cancelled without a word. */
    void cancelled(FollowUpCall call, SmeCard sme) {
        boolean unknown = outbox.removeQueued(BOOKED, call.id()) > 0;
        outbox.removeQueued(MOVED, call.id());
        if (!unknown) {
            enqueue(CANCELLED, call, sme);
        }
    }

    private void enqueue(String kind, FollowUpCall call, SmeCard sme) {
        String key = "call." + call.publicId() + "." + call.sequence();
        outbox.enqueue(NewMessage.of(kind, call.id(), key, new EmailAddress(sme.email()), sme.name())
                .forEvent(call.eventId())
                .with(Map.of("sequence", Integer.toString(call.sequence()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(BOOKED, MOVED, CANCELLED);
    }

    @Override
    public Mail compose(OutboxMessage message) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("""
                        select c.public_id, c.zone, c.starts_at, c.minutes, c.link, c.reason, e.title, a.name as host,
                            s.name, s.email, s.zone as sme_zone
                        from follow_up_call c join event e on e.id = c.event_id join account a on a.id = c.host_id
                            join sme s on s.id = c.sme_id
                        where c.id = ?1""")
                .setParameter(1, message.subjectId())
                .getSingleResult();
        ZoneId zone = ZoneId.of((String) row[1]);
        ZoneId own = ZoneId.of((String) row[10]);
        Instant start = Sql.instant(row[2]);
        Instant end = start.plusSeconds(60L * Sql.integer(row[3]));
        boolean twice = !TimeText.sameClock(start, own, zone);
        boolean over = message.kind().equals(CANCELLED);
        String mine = TimeText.withZone(start, end, own);
        String theirs = TimeText.withZone(start, end, zone);
        Map<String, Object> model = new HashMap<>();
        model.put("name", row[8]);
        model.put("host", row[7]);
        model.put("event", row[6]);
        model.put("mine", mine);
        model.put("theirs", theirs);
        model.put("twice", twice);
        model.put("link", row[4]);
        model.put("reason", row[5] == null ? "" : row[5]);
        CalendarWriter.Entry entry = new CalendarWriter.Entry(
                row[0] + "@" + config.baseUrl().getHost(),
                Integer.parseInt(message.parameters().getOrDefault("sequence", "0")),
                message.createdAt(),
                over ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED,
                text.of("online.mail.entry", row[7], row[6]),
                mine + (twice ? "\n" + theirs : "") + "\n" + row[4],
                (String) row[4],
                new CalendarWriter.Attendee((String) row[9], (String) row[8], PartStat.ACCEPTED),
                zone,
                event -> calendar.addTimes(event, zone, start, end));
        return templates.render(
                message.kind(),
                text.of("online.mail." + message.kind(), row[7], TimeText.moment(start, own)),
                model,
                calendar.mail(over ? "CANCEL" : "REQUEST", entry));
    }
}
