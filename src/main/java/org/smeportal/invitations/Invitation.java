package org.smeportal.invitations;

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
import org.smeportal.platform.Sql;
import org.smeportal.security.LinkTokens;

/**
 * One SME's invitation to one event (R3.3): the same row for its whole life, also when the SME is invited again. Its
 * seat and its number in the queue are given and taken by {@link Seating} under the lock of the seat pool.
 */
@Entity
@Table(name = "invitation")
class Invitation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "event_id")
    private long eventId;

    @Column(name = "sme_id")
    private long smeId;

    @Enumerated(EnumType.STRING)
    private InvitationStatus status;

    private int wave;
    private @Nullable String batch;
    private boolean standby;

    @Column(name = "seat_pool_id")
    private @Nullable Long seatPoolId;

    @Column(name = "holds_seat")
    private boolean holdsSeat;

    private @Nullable Integer ticket;

    @Column(name = "offered_until")
    private @Nullable Instant offeredUntil;

    @Column(name = "answer_again_by")
    private @Nullable Instant answerAgainBy;

    private int sequence;
    private String nonce;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "reminded_at")
    private @Nullable Instant remindedAt;

    private int reminders;
    private @Nullable String reason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    /** The columns of {@link #row()}. */
    static final String ROW =
            "invitation (public_id, event_id, sme_id, status, wave, batch, standby, nonce, created_at)";

    protected Invitation() {}

    Invitation(long eventId, long smeId, String nonce, Instant now) {
        this.publicId = UUID.randomUUID().toString();
        this.eventId = eventId;
        this.smeId = smeId;
        this.status = InvitationStatus.QUEUED;
        this.nonce = nonce;
        this.createdAt = now;
    }

    /** A new one as it is stored with many others; everything else begins as the table says. */
    Object[] row() {
        return new Object[] {
            publicId, eventId, smeId, status.name(), wave, batch, standby, nonce, Sql.parameter(createdAt)
        };
    }

    void storedAs(long row) {
        id = row;
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

    long eventId() {
        return eventId;
    }

    long smeId() {
        return smeId;
    }

    InvitationStatus status() {
        return status;
    }

    int wave() {
        return wave;
    }

    int sequence() {
        return sequence;
    }

    boolean isStandby() {
        return standby;
    }

    @Nullable
    Long seatPoolId() {
        return seatPoolId;
    }

    int reminders() {
        return reminders;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    @Nullable
    Instant offeredUntil() {
        return offeredUntil;
    }

    /**
     * Waits for the mail of a wave; {@code standby} waits for a freed seat first. What was before stays on the row until
     * the mail leaves, so that an undo leaves no trace.
     */
    void queue(int inWave, UUID inBatch, boolean asStandby) {
        become(InvitationStatus.QUEUED, reason);
        wave = inWave;
        batch = inBatch.toString();
        standby = asStandby;
    }

    /** Links that were mailed so far no longer work. */
    void renewLink() {
        nonce = LinkTokens.newNonce();
    }

    /** Whose it was is not told any more: not by a link, not by an id that a mail or the trail knows. */
    void forget() {
        publicId = UUID.randomUUID().toString();
        nonce = LinkTokens.newNonce();
        reason = null;
    }

    void callFromStandby() {
        standby = false;
    }

    void markSent(Instant at) {
        sentAt = at;
        if (status == InvitationStatus.QUEUED) {
            become(InvitationStatus.SENT, null);
            answeredAt = null;
            remindedAt = null;
            reminders = 0;
        }
    }

    void markReminded(Instant at) {
        remindedAt = at;
        reminders++;
    }

    void accept(long pool, Instant at) {
        become(InvitationStatus.ACCEPTED, null);
        seatPoolId = pool;
        answeredAt = at;
        sequence++;
    }

    void waitlist(long pool, int number, Instant at) {
        become(InvitationStatus.WAITLISTED, null);
        seatPoolId = pool;
        ticket = number;
        answeredAt = at;
        sequence++;
    }

    void offer(long pool, Instant until) {
        become(InvitationStatus.OFFERED, null);
        seatPoolId = pool;
        offeredUntil = until;
    }

    void decline(Instant at, @Nullable String notice) {
        become(InvitationStatus.DECLINED, notice);
        answeredAt = at;
        sequence++;
    }

    void consider(Instant at) {
        become(InvitationStatus.TENTATIVE, null);
        answeredAt = at;
        sequence++;
    }

    void expire() {
        if (status == InvitationStatus.ACCEPTED) {
            sequence++;
        }
        become(InvitationStatus.EXPIRED, null);
    }

    void withdraw(@Nullable String why) {
        become(InvitationStatus.WITHDRAWN, why);
        sequence++;
    }

    /** The event changed so much that the yes has to be said again; the seat is held until then (R2.4). */
    void askAgain(Instant by) {
        if (status == InvitationStatus.ACCEPTED) {
            answerAgainBy = by;
        }
    }

    /** Nobody waits for the yes to be said again any more. */
    void keepSeat() {
        answerAgainBy = null;
    }

    @Nullable
    Instant answerAgainBy() {
        return answerAgainBy;
    }

    void sayYesAgain(Instant at) {
        answerAgainBy = null;
        answeredAt = at;
        sequence++;
    }

    /** The seat or the number is one of another pool of the same event now; the turn is kept. */
    void moveTo(long pool, @Nullable Integer number) {
        seatPoolId = pool;
        ticket = number;
    }

    /** Time, place or link of the event changed. */
    void reschedule() {
        sequence++;
    }

    /** Undo of a wave that nobody heard of: back to what it was. */
    void restore(InvitationStatus former) {
        status = former;
        standby = false;
        batch = null;
    }

    private void become(InvitationStatus next, @Nullable String why) {
        boolean again = next == status && next == InvitationStatus.QUEUED && wave == 0;
        if (!again && !status.next().contains(next)) {
            throw new Refused("invitations.refused.move", status, next);
        }
        status = next;
        holdsSeat = next.holdsSeat();
        seatPoolId = null;
        ticket = null;
        offeredUntil = null;
        answerAgainBy = null;
        reason = why;
    }
}
