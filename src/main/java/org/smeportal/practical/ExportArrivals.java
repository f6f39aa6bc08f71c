package org.smeportal.practical;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.TimeText;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Csv;
import org.smeportal.platform.Text;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** The arrival list of an event as a CSV file; the audit trail keeps who took it along. */
@UseCase
@Requires(Permission.PLAN_EVENTS)
public class ExportArrivals {
    /** More than any event has seats. */
    private static final int MOST = 10_000;

    private final EventDirectory events;
    private final HostQueries host;
    private final Text text;

    @Inject
    public ExportArrivals(EventDirectory events, HostQueries host, Text text) {
        this.events = events;
        this.host = host;
        this.text = text;
    }

    public String csv(UUID eventId) {
        EventCard event = events.byPublicId(eventId).orElseThrow(NotFound::new);
        List<String> header = Stream.of(
                        "practical.name",
                        "practical.employer",
                        "practical.country",
                        "practical.seat",
                        "practical.starts",
                        "practical.zone")
                .map(key -> text.of(key))
                .toList();
        List<List<@Nullable String>> rows = host.list(event.id(), null, MOST, 0).stream()
                .map(person -> row(person, event))
                .toList();
        return Csv.BOM + Csv.write(header, rows);
    }

    private List<@Nullable String> row(HostQueries.Arrival person, EventCard event) {
        return Arrays.asList(
                person.name(),
                person.employer(),
                Words.countryName(person.country()),
                text.ofConstant(person.seat() == null ? event.modality() : person.seat()),
                TimeText.moment(event.startsAt(), person.clock(event)),
                person.clock(event).getId());
    }
}
