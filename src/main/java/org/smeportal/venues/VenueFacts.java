package org.smeportal.venues;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;

/** A venue as it was typed, tidied; each refusal names its reason. */
public record VenueFacts(
        String name,
        @Nullable String address,
        String city,
        String country,
        String zone,
        @Nullable String notes,
        List<Room> rooms) {

    public static final int MOST_ROOMS = 40;
    private static final int MOST_PEOPLE = 5000;

    /** A room as it was typed; {@code id} is that of a room in the book, which may have got a new name. */
    public record Room(@Nullable Long id, String name, int capacity) {

        public Room {
            name = Words.line(name, 30);
            if (capacity < 1 || capacity > MOST_PEOPLE) {
                throw new Refused("venues.refused.capacity", name, MOST_PEOPLE);
            }
        }
    }

    public VenueFacts {
        name = Words.line(name, 120);
        address = Words.optionalLine(address, 160);
        city = Words.line(city, 80);
        country = Words.country(country);
        zone = Words.zone(zone).getId();
        notes = Words.text(notes, 1000);
        rooms = List.copyOf(rooms);
        if (rooms.size() > MOST_ROOMS) {
            throw new Refused("venues.refused.tooManyRooms", MOST_ROOMS);
        }
        Set<String> names = new HashSet<>();
        for (Room room : rooms) {
            if (!names.add(room.name().toLowerCase(Locale.ROOT))) {
                throw new Refused("venues.refused.roomTwice", room.name());
            }
        }
    }
}
