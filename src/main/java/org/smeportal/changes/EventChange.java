package org.smeportal.changes;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.Modality;
import org.smeportal.kernel.Refused;

/** A change of one or more events: WAITING for the undo window, then DONE, or UNDONE before. */
@Entity
@Table(name = "event_change")
class EventChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    @Enumerated(EnumType.STRING)
    private ChangeState state;

    @Enumerated(EnumType.STRING)
    private @Nullable Modality modality;

    @Column(name = "answer_again")
    private boolean answerAgain;

    @Column(name = "answer_day")
    private @Nullable LocalDate answerDay;

    private @Nullable String reason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "apply_at")
    private Instant applyAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    private int people;

    @Version
    private int version;

    protected EventChange() {}

    EventChange(ChangeEvents.Change change, String by, Instant now, Instant applyAt) {
        this.publicId = UUID.randomUUID().toString();
        this.kind = change.kind();
        this.state = ChangeState.WAITING;
        this.modality = change.modality();
        this.answerAgain = change.answerAgain();
        this.answerDay = change.answerDay();
        this.reason = change.reason();
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

    ChangeKind kind() {
        return kind;
    }

    /** As it was planned, to do or to look at. */
    ChangeEvents.Change change(List<ChangeEvents.Part> parts) {
        return new ChangeEvents.Change(kind, modality, parts, answerAgain, answerDay, reason);
    }

    boolean isDue(Instant now) {
        return state == ChangeState.WAITING && !now.isBefore(applyAt);
    }

    void undo(Instant now) {
        mustWait();
        state = ChangeState.UNDONE;
        settledAt = now;
    }

    void markDone(int peopleTold, Instant now) {
        mustWait();
        state = ChangeState.DONE;
        people = peopleTold;
        settledAt = now;
    }

    void mustWait() {
        if (state != ChangeState.WAITING) {
            throw new Refused("changes.refused.settled", state);
        }
    }
}
