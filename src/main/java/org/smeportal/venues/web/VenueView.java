package org.smeportal.venues.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.Messages;
import org.smeportal.venues.KeepVenues;
import org.smeportal.venues.VenueCard;
import org.smeportal.venues.VenueQueries;

/** A venue with its rooms and the events there. */
@Named
@RequestScoped
public class VenueView {
    @Inject
    private KeepVenues keep;

    @Inject
    private VenueQueries venues;

    @Inject
    private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private @Nullable String id;

    @Inject
    @Param
    private @Nullable Integer page;

    private @Nullable VenueCard venue;
    private List<VenueCard.Room> rooms = List.of();
    private Page<VenueQueries.Use> events = new Page<>(List.of(), 0, 1, PageRequest.DEFAULT_SIZE);

    public void load() {
        rooms = venues.rooms(getVenue().id());
        events = venues.uses(getVenue().id(), PageRequest.number(page == null ? 1 : page));
    }

    public void close() {
        keep.close(getVenue().publicId());
        messages.note("venues.close.done");
        show(getVenue());
    }

    public void reopen() {
        keep.reopen(getVenue().publicId());
        messages.note("venues.reopen.done");
        show(getVenue());
    }

    public void delete() {
        keep.delete(getVenue().publicId());
        messages.note("venues.delete.done", getVenue().name());
        Faces.redirect("/app/venues/venue-list");
    }

    static void show(VenueCard venue) {
        Faces.redirect("/app/venues/venue/%s", venue.publicId().toString());
    }

    static VenueCard find(VenueQueries venues, @Nullable String id) {
        return Optional.ofNullable(Words.uuid(id)).flatMap(venues::byPublicId).orElseThrow(NotFound::new);
    }

    public VenueCard getVenue() {
        if (venue == null) {
            venue = find(venues, id);
        }
        return venue;
    }

    public List<VenueCard.Room> getRooms() {
        return rooms;
    }

    public Page<VenueQueries.Use> getEvents() {
        return events;
    }
}
