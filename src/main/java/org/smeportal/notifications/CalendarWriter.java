package org.smeportal.notifications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.PortalConfig;

/** Calendar entries of mails and feeds (RFC 5545, 5546, 7986): each zone with its own rules, the portal as organizer. */
@Singleton
public class CalendarWriter {

    private final TimeZoneRegistry zones;
    private final PortalConfig config;

    @Inject
    public CalendarWriter(PortalConfig config) {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        this.zones = TimeZoneRegistryFactory.getInstance().createRegistry();
        this.config = config;
    }

    /** Who is invited, and what they answered. */
    public record Attendee(String email, String name, PartStat answer) {}

    /**
     * The {@code uid} stays for the life of what is entered, the {@code sequence} rises with each change; {@code times}
     * adds start, end and repetition on the clock of the zone.
     */
    public record Entry(
            String uid,
            int sequence,
            Instant stamp,
            String status,
            String summary,
            String description,
            String location,
            @Nullable Attendee attendee,
            ZoneId zone,
            Consumer<VEvent> times) {}

    /** Whether times can be written on the clock of that zone, with its rules; else they are instants. */
    public boolean knows(ZoneId zone) {
        return zones.getTimeZone(zone.getId()) != null;
    }

    /** What a mail carries: REQUEST or CANCEL, one entry with its zone. */
    public Mail.Calendar mail(String method, Entry entry) {
        Calendar calendar = calendar(method);
        addZones(calendar, List.of(entry));
        calendar.add(event(entry));
        return new Mail.Calendar(method, written(calendar));
    }

    /** A feed to subscribe to, asked for again as often as {@code refresh} says; every zone once. */
    public String publish(String name, Duration refresh, List<Entry> entries) {
        Calendar calendar = calendar("PUBLISH");
        calendar.add(new Name(name));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), refresh));
        calendar.add(new XProperty("X-PUBLISHED-TTL", refresh.toString()));
        addZones(calendar, entries);
        entries.forEach(entry -> calendar.add(event(entry)));
        return written(calendar);
    }

    private static Calendar calendar(String method) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//SME Portal//Invitations//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Method(method));
        return calendar;
    }

    private void addZones(Calendar calendar, List<Entry> entries) {
        entries.stream()
                .map(entry -> zones.getTimeZone(entry.zone().getId()))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(known -> calendar.add(withoutForeignLinks(known.getVTimeZone())));
    }

    private VEvent event(Entry entry) {
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(entry.stamp()));
        event.add(new Sequence(entry.sequence()));
        event.add(new Status(entry.status()));
        event.add(new Summary(entry.summary()));
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
        entry.times().accept(event);
        return event;
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

    /** Start and end on the clock of that zone, where its rules are known. */
    public void addTimes(VEvent event, ZoneId zone, Instant start, Instant end) {
        if (knows(zone)) {
            event.add(new DtStart<>(start.atZone(zone)));
            event.add(new DtEnd<>(end.atZone(zone)));
        } else {
            event.add(new DtStart<>(start));
            event.add(new DtEnd<>(end));
        }
    }

    private static VTimeZone withoutForeignLinks(VTimeZone zone) {
        return zone.copy().removeAll(Property.TZURL);
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
