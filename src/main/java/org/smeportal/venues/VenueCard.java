package org.smeportal.venues;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A venue of the book, with what a page or an event says of it. */
public record VenueCard(
        long id,
        UUID publicId,
        String name,
        @Nullable String address,
        String city,
        String country,
        ZoneId zone,
        @Nullable String notes,
        boolean open,
        int version) {

    public record Room(long id, long venueId, String name, int capacity, boolean open) {}

    /** Where it is, as people are told: street, city, country. */
    public String where() {
        String land = new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.ENGLISH);
        return (address == null ? "" : address + ", ") + city + ", " + land;
    }

    /** How an event there is told of: the room is part of the name. */
    public String called(@Nullable Room room) {
        return room == null ? name : name + ", " + room.name();
    }
}
