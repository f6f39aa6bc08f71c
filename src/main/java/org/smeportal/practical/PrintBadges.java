package org.smeportal.practical;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.Modality;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Pdf;
import org.smeportal.platform.Text;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** Badges to cut out and wear, ten on a page of A4, for those who come in person; large events in several files. */
@UseCase
@Requires(Permission.PLAN_EVENTS)
public class PrintBadges {

    /** How many badges one file holds at most. */
    public static final int PART = 200;

    private final EventDirectory events;
    private final HostQueries host;
    private final Pdf pdf;
    private final Text text;

    @Inject
    public PrintBadges(EventDirectory events, HostQueries host, Pdf pdf, Text text) {
        this.events = events;
        this.host = host;
        this.pdf = pdf;
        this.text = text;
    }

    /** {@code part} counts from 1. */
    public record Sheet(UUID event, int part) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "event:" + event;
        }

        @Override
        public @Nullable String auditDetail() {
            return "part " + part;
        }
    }

    /** A badge; a name of letters that the font lacks is left open, for a pen. */
    public record Badge(String event, String name, String size, String employer, String country) {}

    public byte[] print(Sheet sheet) {
        EventCard event = events.byPublicId(sheet.event()).orElseThrow(NotFound::new);
        if (sheet.part() < 1 || sheet.part() > 100) {
            throw new NotFound();
        }
        List<Badge> badges = host.list(event.id(), Modality.IN_PERSON, PART, (sheet.part() - 1) * PART).stream()
                .map(person -> badge(event, person))
                .toList();
        if (badges.isEmpty()) {
            throw new NotFound();
        }
        List<List<Badge>> rows = new ArrayList<>();
        for (int from = 0; from < badges.size(); from += 2) {
            rows.add(badges.subList(from, Math.min(from + 2, badges.size())));
        }
        return pdf.render(
                "badges", Map.of("title", text.of("practical.badges.title", printable(event.title())), "rows", rows));
    }

    private Badge badge(EventCard event, HostQueries.Arrival person) {
        String name = printable(person.name());
        String size = name.length() <= 20 ? "" : name.length() <= 48 ? "longer" : "longest";
        return new Badge(
                printable(event.title()),
                name,
                size,
                person.employer() == null ? "" : printable(person.employer()),
                Words.countryName(person.country()));
    }

    private String printable(String words) {
        return pdf.shows(words) ? words : "";
    }
}
