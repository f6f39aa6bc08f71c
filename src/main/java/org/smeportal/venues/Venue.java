package org.smeportal.venues;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A house where people can meet. A closed one is offered no longer; the events that were there keep it. */
@Entity
@Table(name = "venue")
class Venue {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    private String name;
    private @Nullable String address;
    private String city;
    private String country;
    private String zone;
    private @Nullable String notes;
    private boolean open;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    protected Venue() {}

    Venue(VenueFacts facts, Instant now) {
        this.publicId = UUID.randomUUID().toString();
        this.createdAt = now;
        this.open = true;
        write(facts);
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    UUID publicId() {
        return UUID.fromString(publicId);
    }

    int version() {
        return version;
    }

    void change(VenueFacts facts) {
        write(facts);
    }

    void close() {
        open = false;
    }

    void reopen() {
        open = true;
    }

    private void write(VenueFacts facts) {
        name = facts.name();
        address = facts.address();
        city = facts.city();
        country = facts.country();
        zone = facts.zone();
        notes = facts.notes();
    }
}
