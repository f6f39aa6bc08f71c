package org.smeportal.events.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.venues.VenueCard;

/** A venue of the book, or one of its rooms, as the form of an event offers it: one choice that works without script. */
public record Place(String value, String label, String name, String address, ZoneId zone) {

    static List<Place> all(List<VenueCard> venues, List<VenueCard.Room> rooms) {
        List<Place> places = new ArrayList<>();
        for (VenueCard venue : venues) {
            places.add(place(venue, null));
            rooms.stream().filter(room -> room.venueId() == venue.id()).forEach(room -> places.add(place(venue, room)));
        }
        return places;
    }

    private static Place place(VenueCard venue, VenueCard.@Nullable Room room) {
        String value = String.valueOf(value(venue.id(), room == null ? null : room.id()));
        String label = venue.called(room) + " · " + venue.city() + (room == null ? "" : " (" + room.capacity() + ")");
        return new Place(value, label, venue.called(room), venue.where(), venue.zone());
    }

    static @Nullable String value(@Nullable Long venue, @Nullable Long room) {
        return venue == null ? null : room == null ? venue.toString() : venue + ":" + room;
    }

    static @Nullable Long venue(@Nullable String value) {
        return value != null && value.matches("\\d{1,18}(:\\d{1,18})?") ? Long.valueOf(value.split(":", 2)[0]) : null;
    }

    static @Nullable Long room(@Nullable String value) {
        return venue(value) != null && String.valueOf(value).contains(":")
                ? Long.valueOf(String.valueOf(value).split(":", 2)[1])
                : null;
    }

    static @Nullable String label(List<Place> places, @Nullable String value) {
        return places.stream()
                .filter(place -> place.value().equals(value))
                .map(Place::label)
                .findFirst()
                .orElse(null);
    }
}
