package org.smeportal.reviews;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/**
 * The review of one group, led by a programme manager. It stands at one item of its agenda at a time; whoever comes late,
 * reloads or was cut off finds the group there.
 */
@Entity
@Table(name = "review_session")
class ReviewSession {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "round_id")
    private long roundId;

    /** Of the group in its round. */
    private int number;

    /** Where the group meets; null when the event has no rooms. */
    @Column(name = "room_id")
    private @Nullable Long roomId;

    @Enumerated(EnumType.STRING)
    private SessionState state;

    @Column(name = "lead_id")
    private @Nullable Long leadId;

    @Column(name = "current_id")
    private @Nullable Long currentId;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    /** Counts what members would see change, so that a page knows whether to ask again. */
    @Column(name = "change_no")
    private long changeNo;

    @Version
    private int version;

    protected ReviewSession() {}

    ReviewSession(long roundId, int number, @Nullable Long roomId) {
        this.publicId = UUID.randomUUID().toString();
        this.roundId = roundId;
        this.number = number;
        this.roomId = roomId;
        this.state = SessionState.PLANNED;
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    UUID publicId() {
        return UUID.fromString(publicId);
    }

    long roundId() {
        return roundId;
    }

    SessionState state() {
        return state;
    }

    boolean isAt(ReviewEntry entry) {
        return Objects.equals(currentId, entry.id());
    }

    /** Opens it, or takes it over from another programme manager. */
    void lead(long account, Instant now) {
        if (state == SessionState.CLOSED) {
            throw new Refused("reviews.refused.closed");
        }
        state = SessionState.OPEN;
        leadId = account;
        openedAt = openedAt == null ? now : openedAt;
        changed();
    }

    void show(ReviewEntry entry) {
        mustBeOpen();
        currentId = entry.id();
        changed();
    }

    void close(Instant now) {
        mustBeOpen();
        state = SessionState.CLOSED;
        currentId = null;
        closedAt = now;
        changed();
    }

    /** Its members shall look again. */
    void changed() {
        changeNo++;
    }

    void mustBeOpen() {
        if (state != SessionState.OPEN) {
            throw new Refused(state == SessionState.PLANNED ? "reviews.refused.notOpen" : "reviews.refused.closed");
        }
    }

    void mustBePlanned() {
        if (state != SessionState.PLANNED) {
            throw new Refused("reviews.refused.begun");
        }
    }
}
