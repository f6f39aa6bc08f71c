package org.smeportal.online;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room of an event in a meeting tool. */
@Entity
@Table(name = "event_room")
class Room {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "event_id")
    private long eventId;

    @Enumerated(EnumType.STRING)
    private RoomKind kind;

    private String name;
    private String link;

    @Version
    private int version;

    protected Room() {}

    Room(long eventId, RoomKind kind, String name, String link) {
        this.publicId = UUID.randomUUID().toString();
        this.eventId = eventId;
        this.kind = kind;
        this.name = name;
        this.link = link;
    }

    void change(RoomKind newKind, String newName, String newLink) {
        this.kind = newKind;
        this.name = newName;
        this.link = newLink;
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

    RoomKind kind() {
        return kind;
    }

    int version() {
        return version;
    }
}
