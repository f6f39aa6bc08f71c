package org.smeportal.events;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** An entry of the agenda. */
@Entity
@Table(name = "event_session")
class EventSession {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "event_id")
    private long eventId;

    private String title;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    private boolean required;

    protected EventSession() {}

    EventSession(long eventId, Agenda.Entry entry) {
        this.eventId = eventId;
        this.title = entry.title();
        this.startsAt = entry.startsAt();
        this.endsAt = entry.endsAt();
        this.required = entry.required();
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    Agenda.Entry entry() {
        return new Agenda.Entry(title, startsAt, endsAt, required);
    }

    void mustExist(ZoneId zone, Duration by) {
        EventTimes.shifted(startsAt, zone, by);
        EventTimes.shifted(endsAt, zone, by);
    }

    /** The same hours on the wall, that much later: a clock change in between shifts no session. */
    void move(ZoneId before, Duration by, ZoneId now) {
        startsAt = EventTimes.shifted(startsAt, before, by, now);
        endsAt = EventTimes.shifted(endsAt, before, by, now);
    }
}
