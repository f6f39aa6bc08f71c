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
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** A call of a programme manager with one SME: booked, moved perhaps, cancelled perhaps; its calendar entry follows. */
@Entity
@Table(name = "follow_up_call")
class FollowUpCall {

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

    @Column(name = "request_id")
    private @Nullable Long requestId;

    @Column(name = "host_id")
    private long hostId;

    private String zone;

    @Column(name = "starts_at")
    private Instant startsAt;

    private int minutes;
    private String link;

    @Enumerated(EnumType.STRING)
    private CallState state;

    private @Nullable String reason;
    private int sequence;

    @Version
    private int version;

    protected FollowUpCall() {}

    FollowUpCall(
            UUID formKey,
            long eventId,
            long smeId,
            @Nullable Long requestId,
            long hostId,
            ZoneId zone,
            Instant startsAt,
            int minutes,
            String link) {
        this.publicId = UUID.randomUUID().toString();
        this.formKey = formKey.toString();
        this.eventId = eventId;
        this.smeId = smeId;
        this.requestId = requestId;
        this.hostId = hostId;
        this.zone = zone.getId();
        this.startsAt = startsAt;
        this.minutes = minutes;
        this.link = link;
        this.state = CallState.BOOKED;
    }

    /** Answers whether anything is different now. */
    boolean move(Instant newStart, int newMinutes, String newLink) {
        if (state == CallState.CANCELLED) {
            throw new Refused("online.refused.callCancelled");
        }
        if (startsAt.equals(newStart) && minutes == newMinutes && link.equals(newLink)) {
            return false;
        }
        startsAt = newStart;
        minutes = newMinutes;
        link = newLink;
        sequence++;
        return true;
    }

    /** Answers whether it was still booked. */
    boolean cancel(@Nullable String why) {
        if (state == CallState.CANCELLED) {
            return false;
        }
        state = CallState.CANCELLED;
        reason = why;
        sequence++;
        return true;
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

    int sequence() {
        return sequence;
    }

    Instant endsAt() {
        return startsAt.plusSeconds(60L * minutes);
    }
}
