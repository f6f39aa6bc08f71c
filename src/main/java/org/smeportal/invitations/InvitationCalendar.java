package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.RRule;
import org.smeportal.events.EventCard;
import org.smeportal.events.SessionRow;
import org.smeportal.notifications.CalendarWriter;
import org.smeportal.notifications.Mail;

/**
 * The calendar entry of an invitation (R3.4; RFC 5545, RFC 5546): the UID is the invitation's for its whole life, the
 * SEQUENCE rises with each change, times stand in the event's zone with its VTIMEZONE.
 */
@Singleton
class InvitationCalendar {

    private final CalendarWriter writer;

    @Inject
    InvitationCalendar(CalendarWriter writer) {
        this.writer = writer;
    }

    record Entry(
            String uid,
            int sequence,
            Instant stamp,
            EventCard event,
            List<SessionRow> sessions,
            String attendee,
            String attendeeName,
            PartStat answer,
            String description,
            String location) {}

    Mail.Calendar request(Entry entry) {
        return write("REQUEST", entry);
    }

    Mail.Calendar cancel(Entry entry) {
        return write("CANCEL", entry);
    }

    private Mail.Calendar write(String method, Entry entry) {
        CalendarWriter.Entry written = new CalendarWriter.Entry(
                entry.uid(),
                entry.sequence(),
                entry.stamp(),
                entry.event().title(),
                entry.description(),
                entry.location(),
                entry.attendee(),
                entry.attendeeName(),
                entry.answer());
        return writer.write(method, written, entry.event().zone(), event -> addTimes(event, entry));
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
