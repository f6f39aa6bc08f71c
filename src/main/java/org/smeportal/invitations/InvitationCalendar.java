package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.smeportal.events.EventCard;
import org.smeportal.events.SessionRow;
import org.smeportal.notifications.Mail;
import org.smeportal.platform.PortalConfig;

/**
 * The calendar entry of an invitation (R3.4; RFC 5545, RFC 5546): the UID is the invitation's for its whole life, the
 * SEQUENCE rises with each change, times stand in the event's zone with its VTIMEZONE.
 */
@Singleton
class InvitationCalendar {

    private final TimeZoneRegistry zones;
    private final PortalConfig config;

    @Inject
    InvitationCalendar(PortalConfig config) {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        this.zones = TimeZoneRegistryFactory.getInstance().createRegistry();
        this.config = config;
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
        return write("REQUEST", entry, new Status(Status.VALUE_CONFIRMED));
    }

    Mail.Calendar cancel(Entry entry) {
        return write("CANCEL", entry, new Status(Status.VALUE_CANCELLED));
    }

    private Mail.Calendar write(String method, Entry entry, Status status) {
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(entry.stamp()));
        event.add(new Sequence(entry.sequence()));
        event.add(status);
        event.add(new Summary(entry.event().title()));
        event.add(new Description(entry.description()));
        if (!entry.location().isEmpty()) {
            event.add(new Location(entry.location()));
        }
        event.add(new Organizer(
                new ParameterList(List.of(new Cn("SME Portal"))),
                mailto("no-reply@" + config.baseUrl().getHost())));
        event.add(new Attendee(
                new ParameterList(List.of(new Cn(entry.attendeeName()), entry.answer(), Rsvp.FALSE)),
                mailto(entry.attendee())));

        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//SME Portal//Invitations//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Method(method));
        addTimes(calendar, event, entry);
        calendar.add(event);
        StringWriter out = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Mail.Calendar(method, out.toString());
    }

    private static VTimeZone withoutForeignLinks(VTimeZone zone) {
        return zone.copy().removeAll(Property.TZURL);
    }

    private void addTimes(Calendar calendar, VEvent event, Entry entry) {
        ZoneId zone = entry.event().zone();
        TimeZone known = zones.getTimeZone(zone.getId());
        Optional<EventDays> days = EventDays.repeating(entry.sessions(), zone);
        if (known == null) {
            event.add(new DtStart<>(entry.event().startsAt()));
            event.add(new DtEnd<>(entry.event().endsAt()));
            return;
        }
        calendar.add(withoutForeignLinks(known.getVTimeZone()));
        if (days.isEmpty()) {
            event.add(new DtStart<>(entry.event().startsAt().atZone(zone)));
            event.add(new DtEnd<>(entry.event().endsAt().atZone(zone)));
            return;
        }
        EventDays repeating = days.get();
        event.add(new DtStart<>(repeating.first().atTime(repeating.from()).atZone(zone)));
        event.add(new DtEnd<>(repeating.first().atTime(repeating.to()).atZone(zone)));
        event.add(new RRule<ZonedDateTime>("FREQ=DAILY;COUNT=" + repeating.span()));
        if (!repeating.without().isEmpty()) {
            event.add(new ExDate<>(
                    new ParameterList(List.of(new TzId(known.getID()))),
                    new DateList<>(repeating.without().stream()
                            .map(day -> day.atTime(repeating.from()).atZone(zone))
                            .toList())));
        }
    }

    private static URI mailto(String address) {
        return URI.create("mailto:"
                + address.replace("%", "%25")
                        .replace("`", "%60")
                        .replace("{", "%7B")
                        .replace("}", "%7D")
                        .replace("|", "%7C")
                        .replace("^", "%5E")
                        .replace("#", "%23")
                        .replace("?", "%3F"));
    }
}
