package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
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
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.SessionRow;
import org.smeportal.notifications.Mail;
import org.smeportal.platform.PortalConfig;

/**
 * The calendar entry of an invitation (R3.4; RFC 5545, RFC 5546), and of an event in a feed (R2.6): the UID is the
 * invitation's for its whole life, the SEQUENCE rises with each change, times stand in the event's zone with its
 * VTIMEZONE.
 */
@Singleton
public class InvitationCalendar {

    /** How often a calendar may ask again for a feed. */
    private static final Duration REFRESH = Duration.ofHours(1);

    private final TimeZoneRegistry zones;
    private final PortalConfig config;

    @Inject
    public InvitationCalendar(PortalConfig config) {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        this.zones = TimeZoneRegistryFactory.getInstance().createRegistry();
        this.config = config;
    }

    /** Without an attendee it is an event as its planners see it. */
    public record Entry(
            String uid,
            int sequence,
            Instant stamp,
            EventCard event,
            List<SessionRow> sessions,
            @Nullable Attendee attendee,
            String description,
            String location) {}

    /** Who is invited, and what they answered. */
    public record Attendee(String email, String name, PartStat answer) {}

    Mail.Calendar request(Entry entry) {
        return mail("REQUEST", entry, Status.VALUE_CONFIRMED);
    }

    Mail.Calendar cancel(Entry entry) {
        return mail("CANCEL", entry, Status.VALUE_CANCELLED);
    }

    /** A feed to subscribe to (RFC 7986): every entry with its status, every zone once. */
    public String publish(String name, List<Entry> entries) {
        Calendar calendar = calendar("PUBLISH");
        calendar.add(new Name(name));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
        entries.stream()
                .map(entry -> entry.event().zone())
                .distinct()
                .forEach(zone -> known(zone).ifPresent(known -> calendar.add(withoutForeignLinks(known))));
        entries.forEach(entry -> calendar.add(event(entry, status(entry))));
        return written(calendar);
    }

    /** Who said yes reads the same as in the mail; for planners an event is tentative until it is confirmed. */
    private static String status(Entry entry) {
        return switch (entry.event().status()) {
            case CANCELLED -> Status.VALUE_CANCELLED;
            case CONFIRMED, RUNNING, COMPLETED -> Status.VALUE_CONFIRMED;
            default -> entry.attendee() == null ? Status.VALUE_TENTATIVE : Status.VALUE_CONFIRMED;
        };
    }

    private Mail.Calendar mail(String method, Entry entry, String status) {
        Calendar calendar = calendar(method);
        known(entry.event().zone()).ifPresent(known -> calendar.add(withoutForeignLinks(known)));
        calendar.add(event(entry, status));
        return new Mail.Calendar(method, written(calendar));
    }

    private static Calendar calendar(String method) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//SME Portal//Invitations//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Method(method));
        return calendar;
    }

    private static String written(Calendar calendar) {
        StringWriter out = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private VEvent event(Entry entry, String status) {
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(entry.stamp()));
        event.add(new Sequence(entry.sequence()));
        event.add(new Status(status));
        event.add(new Summary(entry.event().title()));
        event.add(new Description(entry.description()));
        if (!entry.location().isEmpty()) {
            event.add(new Location(entry.location()));
        }
        event.add(new Organizer(
                new ParameterList(List.of(new Cn("SME Portal"))),
                mailto("no-reply@" + config.baseUrl().getHost())));
        Attendee attendee = entry.attendee();
        if (attendee != null) {
            event.add(new net.fortuna.ical4j.model.property.Attendee(
                    new ParameterList(List.of(new Cn(attendee.name()), attendee.answer(), Rsvp.FALSE)),
                    mailto(attendee.email())));
        }
        addTimes(event, entry);
        return event;
    }

    private Optional<VTimeZone> known(ZoneId zone) {
        return Optional.ofNullable(zones.getTimeZone(zone.getId())).map(TimeZone::getVTimeZone);
    }

    private static VTimeZone withoutForeignLinks(VTimeZone zone) {
        return zone.copy().removeAll(Property.TZURL);
    }

    private void addTimes(VEvent event, Entry entry) {
        ZoneId zone = entry.event().zone();
        Optional<EventDays> days = EventDays.repeating(entry.sessions(), zone);
        if (known(zone).isEmpty()) {
            event.add(new DtStart<>(entry.event().startsAt()));
            event.add(new DtEnd<>(entry.event().endsAt()));
            return;
        }
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
                    new ParameterList(List.of(new TzId(zone.getId()))),
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
