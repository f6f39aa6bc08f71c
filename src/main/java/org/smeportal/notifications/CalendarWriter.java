package org.smeportal.notifications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
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
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.smeportal.platform.PortalConfig;

/** Calendar entries of mails (RFC 5545, RFC 5546): one a mail, the zone with its own rules, the portal as organizer. */
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

    /** The {@code uid} stays for the life of what is entered, the {@code sequence} rises with each change. */
    public record Entry(
            String uid,
            int sequence,
            Instant stamp,
            String summary,
            String description,
            String location,
            String attendee,
            String attendeeName,
            PartStat answer) {}

    /** Whether times can be written on the clock of that zone, with its rules; else they are instants. */
    public boolean knows(ZoneId zone) {
        return zones.getTimeZone(zone.getId()) != null;
    }

    /** REQUEST or CANCEL from one instant to another. */
    public Mail.Calendar write(String method, Entry entry, ZoneId zone, Instant start, Instant end) {
        return write(method, entry, zone, event -> addTimes(event, zone, start, end));
    }

    /** REQUEST or CANCEL; {@code times} adds start, end and repetition. */
    public Mail.Calendar write(String method, Entry entry, ZoneId zone, Consumer<VEvent> times) {
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(entry.stamp()));
        event.add(new Sequence(entry.sequence()));
        event.add(new Status(method.equals("CANCEL") ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        event.add(new Summary(entry.summary()));
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
        TimeZone known = zones.getTimeZone(zone.getId());
        if (known != null) {
            calendar.add(withoutForeignLinks(known.getVTimeZone()));
        }
        times.accept(event);
        calendar.add(event);
        StringWriter out = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Mail.Calendar(method, out.toString());
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
