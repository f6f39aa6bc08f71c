package org.smeportal.practical.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.events.Modality;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Pdf;
import org.smeportal.practical.HostQueries;
import org.smeportal.practical.PrintBadges;

/** What the host of an event needs: how many eat what, who arrives, badges. */
@Named
@RequestScoped
public class HostView {
    @Inject
    private EventDirectory events;

    @Inject
    private HostQueries host;

    @Inject
    private Pdf pdf;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable String seat;

    @Inject
    @Param
    private @Nullable Integer page;

    private @Nullable EventCard event;
    private HostQueries.Totals totals = new HostQueries.Totals(0, 0, 0, 0);
    private List<HostQueries.Count> counts = List.of();
    private List<HostQueries.Said> words = List.of();
    private Page<HostQueries.Arrival> arrivals = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    public void load() {
        long eventId = getEvent().id();
        totals = host.totals(eventId);
        counts = host.needs(eventId);
        words = host.words(eventId);
        arrivals = host.arrivals(eventId, getSeat(), PageRequest.number(page == null ? 1 : page));
    }

    public EventCard getEvent() {
        if (event == null) {
            event = events.named(id);
        }
        return event;
    }

    public HostQueries.Totals getTotals() {
        return totals;
    }

    public List<HostQueries.Count> getDiets() {
        return counts.stream().filter(count -> count.need().isDiet()).toList();
    }

    public List<HostQueries.Count> getAccess() {
        return counts.stream().filter(count -> !count.need().isDiet()).toList();
    }

    public List<HostQueries.Said> getWords() {
        return words;
    }

    public Page<HostQueries.Arrival> getArrivals() {
        return arrivals;
    }

    /** Whether the printed badge has an open name because the font lacks a letter of it. */
    public boolean byHand(HostQueries.Arrival person) {
        return person.seat() == Modality.IN_PERSON && !pdf.shows(person.name());
    }

    /** The numbers of the files that hold the badges. */
    public List<Integer> getParts() {
        return IntStream.rangeClosed(1, (totals.inPerson() + PrintBadges.PART - 1) / PrintBadges.PART)
                .boxed()
                .toList();
    }

    public List<Modality> getSeats() {
        return List.of(Modality.IN_PERSON, Modality.VIRTUAL);
    }

    public @Nullable Modality getSeat() {
        return Words.constant(Modality.class, seat);
    }
}
