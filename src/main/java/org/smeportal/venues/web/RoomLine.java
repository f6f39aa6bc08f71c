package org.smeportal.venues.web;

import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.venues.VenueCard;
import org.smeportal.venues.VenueFacts;

/** A room as it is being typed; as text, so that no line is lost while others are added. */
public class RoomLine {
    private @Nullable String id;
    private @Nullable String name;
    private @Nullable String capacity;

    static RoomLine of(VenueCard.Room room) {
        RoomLine line = new RoomLine();
        line.id = String.valueOf(room.id());
        line.name = room.name();
        line.capacity = String.valueOf(room.capacity());
        return line;
    }

    /** Nobody typed anything, so it is left out. */
    boolean isEmpty() {
        return name == null && capacity == null;
    }

    /** {@code number} names the line in a refusal. */
    VenueFacts.Room room(int number) {
        if (name == null || capacity == null || !capacity.strip().matches("\\d{1,6}")) {
            throw new Refused("venues.refused.room", number);
        }
        boolean known = id != null && id.matches("\\d{1,18}");
        return new VenueFacts.Room(known ? Long.valueOf(id) : null, name, Integer.parseInt(capacity.strip()));
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getCapacity() {
        return capacity;
    }

    public void setCapacity(@Nullable String capacity) {
        this.capacity = capacity;
    }
}
