package org.smeportal.applications;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** Decisions that are told in one act: WAITING for the undo window, then DONE, or UNDONE before. */
@Entity
@Table(name = "application_publication")
class Publication {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Enumerated(EnumType.STRING)
    private PublicationState state;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "apply_at")
    private Instant applyAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @Version
    private int version;

    protected Publication() {}

    Publication(String by, Instant now, Instant applyAt) {
        this.publicId = UUID.randomUUID().toString();
        this.state = PublicationState.WAITING;
        this.createdAt = now;
        this.createdBy = by;
        this.applyAt = applyAt;
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

    String createdBy() {
        return createdBy;
    }

    boolean isDue(Instant now) {
        return state == PublicationState.WAITING && !now.isBefore(applyAt);
    }

    void undo(Instant now) {
        settle(PublicationState.UNDONE, now);
    }

    void markDone(Instant now) {
        settle(PublicationState.DONE, now);
    }

    void mustWait() {
        if (state != PublicationState.WAITING) {
            throw new Refused("applications.refused.settled", state);
        }
    }

    private void settle(PublicationState end, Instant now) {
        mustWait();
        state = end;
        settledAt = now;
    }
}
