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
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** An item on the agenda of a group: silent verdicts, the reveal, the decision; never back (R6.2). */
@Entity
@Table(name = "review_entry")
class ReviewEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "session_id")
    private long sessionId;

    private int place;

    @Column(name = "item_id")
    private long itemId;

    /** The one that the verdicts are about. */
    private int revision;

    @Enumerated(EnumType.STRING)
    private EntryState state;

    /** When the time for verdicts is over; nothing happens then but what people do. */
    @Column(name = "timer_ends")
    private @Nullable Instant timerEnds;

    @Column(name = "revealed_at")
    private @Nullable Instant revealedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewOutcome outcome;

    /** What the decision is about: the voted one, or the one with what the group changed. */
    @Column(name = "result_revision")
    private @Nullable Integer resultRevision;

    private @Nullable String reason;
    private @Nullable String tally;

    @Column(name = "decided_by")
    private @Nullable Long decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Version
    private int version;

    protected ReviewEntry() {}

    ReviewEntry(long sessionId, int place, long itemId, int revision) {
        this.publicId = UUID.randomUUID().toString();
        this.sessionId = sessionId;
        this.place = place;
        this.itemId = itemId;
        this.revision = revision;
        this.state = EntryState.WAITING;
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    UUID publicId() {
        return UUID.fromString(publicId);
    }

    long sessionId() {
        return sessionId;
    }

    long itemId() {
        return itemId;
    }

    int place() {
        return place;
    }

    int revision() {
        return revision;
    }

    EntryState state() {
        return state;
    }

    /** The group begins with it, or comes back to it: what was said of it stays. */
    void begin(Instant until) {
        if (state == EntryState.WAITING) {
            state = EntryState.VERDICTS;
        }
        if (state == EntryState.VERDICTS) {
            timerEnds = until;
        }
    }

    void extend(Instant now, Duration by) {
        mustBe(EntryState.VERDICTS);
        timerEnds = (timerEnds == null || timerEnds.isBefore(now) ? now : timerEnds).plus(by);
    }

    void reveal(Instant now) {
        mustBe(EntryState.VERDICTS);
        state = EntryState.REVEALED;
        revealedAt = now;
        timerEnds = null;
    }

    /** {@code sealedReason} and {@code sealedTally} are for the record. */
    void decide(
            ReviewOutcome decision,
            int result,
            @Nullable String sealedReason,
            String sealedTally,
            long account,
            Instant now) {
        mustBe(EntryState.REVEALED);
        state = EntryState.DECIDED;
        outcome = decision;
        resultRevision = result;
        reason = sealedReason;
        tally = sealedTally;
        decidedBy = account;
        decidedAt = now;
    }

    void mustBe(EntryState wanted) {
        if (state != wanted) {
            throw new Refused("reviews.refused.moved", state);
        }
    }

    /** As long as the group talks about it. */
    void mustBeOpen() {
        if (state != EntryState.VERDICTS && state != EntryState.REVEALED) {
            throw new Refused("reviews.refused.moved", state);
        }
    }
}
