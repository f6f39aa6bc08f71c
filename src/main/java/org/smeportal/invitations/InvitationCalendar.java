package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Status;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.SessionRow;
import org.smeportal.notifications.CalendarWriter;
import org.smeportal.notifications.Mail;

/**
 * The calendar entry of an invitation (R3.4; RFC 5545, RFC 5546), and of an event in a feed (R2.6): the UID is the
 * invitation's for its whole life, the SEQUENCE rises with each change, times stand in the event's zone with its
 * VTIMEZONE.
 */
@Singleton
public class InvitationCalendar {

    /** How often a calendar may ask again for a feed. */
    private static final Duration REFRESH = Duration.ofHours(1);

    private final CalendarWriter writer;

    @Inject
    public InvitationCalendar(CalendarWriter writer) {
        this.writer = writer;
    }

    /** Without an attendee it is an event as its planners see it. */
    public record Entry(
            String uid,
            int sequence,
            Instant stamp,
            EventCard event,
            List<SessionRow> sessions,
            CalendarWriter.@Nullable Attendee attendee,
            String description,
            String location) {}

    Mail.Calendar request(Entry entry) {
        return writer.mail("REQUEST", written(entry, Status.VALUE_CONFIRMED));
    }

    Mail.Calendar cancel(Entry entry) {
        return writer.mail("CANCEL", written(entry, Status.VALUE_CANCELLED));
    }

    /** A feed to subscribe to: every entry with its status. */
    public String publish(String name, List<Entry> entries) {
        return writer.publish(
                name,
                REFRESH,
                entries.stream().map(entry -> written(entry, status(entry))).toList());
    }

    /** Who said yes reads the same as in the mail; for planners an event is tentative until it is confirmed. */
    private static String status(Entry entry) {
        return switch (entry.event().status()) {
            case CANCELLED -> Status.VALUE_CANCELLED;
            case CONFIRMED, RUNNING, COMPLETED -> Status.VALUE_CONFIRMED;
            default -> entry.attendee() == null ? Status.VALUE_TENTATIVE : Status.VALUE_CONFIRMED;
        };
    }

    private CalendarWriter.Entry written(Entry entry, String status) {
        return new CalendarWriter.Entry(
                entry.uid(),
                entry.sequence(),
                entry.stamp(),
                status,
                entry.event().title(),
                entry.description(),
                entry.location(),
                entry.attendee(),
                entry.event().zone(),
                event -> addTimes(event, entry));
    }

    private void addTimes(VEvent event, Entry entry) {
        ZoneId zone = entry.event().zone();
        Optional<EventDays> days = EventDays.repeating(entry.sessions(), zone);
        if (days.isEmpty() || !writer.knows(zone)) {
            writer.addTimes(event, zone, entry.event().startsAt(), entry.event().endsAt());
            return;
        }
        EventDays repeating = days.get();
        event.add(new DtStart<>(repeating.first().atTime(repeating.from()).atZone(zone)));
        event.add(new DtEnd<>(repeating.first().atTime(repeating.to()).atZone(zone)));
        event.add(new RRule<ZonedDateTime>("FREQ=DAILY;COUNT=" + repeating.span()));
        if (!repeating.without().isEmpty()) {
            event.add(new ExDate<>(
                    new ParameterList(List.of(new TzId(zone.getId()))),
                    new DateList<>(repeating.without().stream()
                            .map(day -> day.atTime(repeating.from()).atZone(zone))
                            .toList())));
        }
    }
}
