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
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** A call for help: open, taken by a programme manager, answered; or settled by the SME, who needs no answer any more. */
@Entity
@Table(name = "help_request")
class HelpRequest {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "form_key")
    private String formKey;

    @Column(name = "event_id")
    private long eventId;

    @Column(name = "sme_id")
    private long smeId;

    @Column(name = "room_id")
    private @Nullable Long roomId;

    private String question;

    @Enumerated(EnumType.STRING)
    private HelpState state;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "taken_by")
    private @Nullable Long takenBy;

    @Column(name = "taken_at")
    private @Nullable Instant takenAt;

    @Column(name = "answered_by")
    private @Nullable Long answeredBy;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    private @Nullable String answer;

    @Column(name = "help_room_id")
    private @Nullable Long helpRoomId;

    @Version
    private int version;

    protected HelpRequest() {}

    HelpRequest(UUID formKey, long eventId, long smeId, @Nullable Long roomId, String question, Instant now) {
        this.publicId = UUID.randomUUID().toString();
        this.formKey = formKey.toString();
        this.eventId = eventId;
        this.smeId = smeId;
        this.roomId = roomId;
        this.question = question;
        this.state = HelpState.OPEN;
        this.askedAt = now;
    }

    /** Taking twice is taking once. */
    void take(long account, Instant now) {
        if (state == HelpState.TAKEN && Objects.equals(takenBy, account)) {
            return;
        }
        if (state != HelpState.OPEN) {
            throw new Refused(state == HelpState.TAKEN ? "online.refused.taken" : "online.refused.closed", state);
        }
        state = HelpState.TAKEN;
        takenBy = account;
        takenAt = now;
    }

    /** With words, with a room to come to, or both; the same answer twice is one. */
    void answer(long account, @Nullable String words, @Nullable Long room, Instant now) {
        boolean same = state == HelpState.ANSWERED
                && Objects.equals(answeredBy, account)
                && Objects.equals(answer, words)
                && Objects.equals(helpRoomId, room);
        if (same) {
            return;
        }
        if (!state.isWaiting()) {
            throw new Refused("online.refused.closed", state);
        }
        if (words == null && room == null) {
            throw new Refused("online.refused.noAnswer");
        }
        state = HelpState.ANSWERED;
        answeredBy = account;
        answer = words;
        helpRoomId = room;
        closedAt = now;
    }

    /** An answer that came in the same moment stays. */
    void settle(Instant now) {
        if (state.isWaiting()) {
            state = HelpState.SETTLED;
            closedAt = now;
        }
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    long eventId() {
        return eventId;
    }

    long smeId() {
        return smeId;
    }
}
