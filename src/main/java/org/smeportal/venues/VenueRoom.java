package org.smeportal.venues;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A room of a venue. One that events were planned in is closed instead of deleted. */
@Entity
@Table(name = "venue_room")
class VenueRoom {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "venue_id")
    private long venueId;

    private String name;
    private int capacity;
    private boolean open;

    protected VenueRoom() {}

    VenueRoom(long venueId, VenueFacts.Room facts) {
        this.venueId = venueId;
        write(facts);
    }

    @Nullable
    Long id() {
        return id;
    }

    String name() {
        return name;
    }

    boolean isOpen() {
        return open;
    }

    /** Being typed again, a closed room is open again. */
    void change(VenueFacts.Room facts) {
        write(facts);
    }

    void close() {
        open = false;
    }

    private void write(VenueFacts.Room facts) {
        name = facts.name();
        capacity = facts.capacity();
        open = true;
    }
}
