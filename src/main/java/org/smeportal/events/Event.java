package org.smeportal.events;

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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** An event from its draft to its closed attendance (R2.1, R2.2). */
@Entity
@Table(name = "event")
class Event {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Enumerated(EnumType.STRING)
    private EventKind kind;

    @Column(name = "exam_id")
    private @Nullable Long examId;

    private String title;
    private @Nullable String purpose;

    @Enumerated(EnumType.STRING)
    private EventStatus status;

    @Enumerated(EnumType.STRING)
    private Modality modality;

    private String zone;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "venue_name")
    private @Nullable String venueName;

    @Column(name = "venue_address")
    private @Nullable String venueAddress;

    @Column(name = "venue_id")
    private @Nullable Long venueId;

    @Column(name = "room_id")
    private @Nullable Long roomId;

    @Column(name = "meeting_link")
    private @Nullable String meetingLink;

    @Column(name = "rsvp_deadline")
    private Instant rsvpDeadline;

    @Column(name = "lead_id")
    private long leadId;

    private @Nullable String reason;
    private int sequence;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    protected Event() {}

    Event(EventPlan plan, Instant now) {
        this.publicId = UUID.randomUUID().toString();
        this.status = EventStatus.DRAFT;
        this.createdAt = now;
        write(plan);
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

    EventStatus status() {
        return status;
    }

    Modality modality() {
        return modality;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    int version() {
        return version;
    }

    /** Whether it is planned for that venue and room of the book already. */
    boolean isAt(@Nullable Long venue, @Nullable Long room) {
        return Objects.equals(venueId, venue) && Objects.equals(roomId, room);
    }

    /** Answers whether people's calendars are out of date now. */
    boolean change(EventPlan plan) {
        if (status.isOver()) {
            throw new Refused("events.refused.over", status);
        }
        if (status == EventStatus.POSTPONED) {
            throw new Refused("events.refused.postponed");
        }
        if (plan.modality() != modality && status != EventStatus.DRAFT && status != EventStatus.PLANNED) {
            throw new Refused("events.refused.modalityFixed");
        }
        boolean calendarChanges = !title.equals(plan.title())
                || !startsAt.equals(plan.startsAt())
                || !endsAt.equals(plan.endsAt())
                || !zone.equals(plan.zone().getId())
                || !Objects.equals(venueName, plan.venueName())
                || !Objects.equals(venueAddress, plan.venueAddress())
                || !Objects.equals(meetingLink, plan.meetingLink());
        write(plan);
        if (calendarChanges) {
            sequence++;
        }
        return calendarChanges;
    }

    void markPlanned() {
        if (status == EventStatus.POSTPONED) {
            throw new Refused("events.refused.postponed");
        }
        if (kind == EventKind.WORKSHOP && examId == null) {
            throw new Refused("events.refused.noExam").at("examId");
        }
        if (modality.needsVenue() && venueName == null) {
            throw new Refused("events.refused.noVenue").at("venueName");
        }
        become(EventStatus.PLANNED);
    }

    void markInviting() {
        become(EventStatus.INVITING);
    }

    /** No move of its own: the first wave was undone, and nobody noticed. */
    void takeBackInviting() {
        if (status == EventStatus.INVITING) {
            status = EventStatus.PLANNED;
        }
    }

    void confirm() {
        if (modality.hasLink() && meetingLink == null) {
            throw new Refused("events.refused.noLink");
        }
        become(EventStatus.CONFIRMED);
    }

    void start(Instant now) {
        if (now.isBefore(startsAt)) {
            throw new Refused("events.refused.notStarted");
        }
        become(EventStatus.RUNNING);
    }

    /** Whoever met did so, even if nobody confirmed the event or named its link, and no clock ticked in between. */
    void complete(Instant now) {
        if (now.isBefore(endsAt)) {
            throw new Refused("events.refused.notOver");
        }
        if (status == EventStatus.INVITING) {
            become(EventStatus.CONFIRMED);
        }
        if (status == EventStatus.CONFIRMED) {
            become(EventStatus.RUNNING);
        }
        become(EventStatus.COMPLETED);
    }

    /** Another modality and place for what is still to come (R2.4); its seats are moved beside it. */
    void moveTo(EventPlace place) {
        if (status.isOver() || status == EventStatus.RUNNING || status == EventStatus.POSTPONED) {
            throw new Refused("events.refused.placeFixed", title, status);
        }
        if (!Objects.equals(venueName, place.venueName())) {
            venueId = null;
            roomId = null;
        }
        modality = place.modality();
        venueName = place.venueName();
        venueAddress = place.venueAddress();
        meetingLink = place.meetingLink();
        sequence++;
    }

    void postpone(@Nullable String why) {
        become(EventStatus.POSTPONED);
        reason = why;
        sequence++;
    }

    /** The days on the wall are moved, its hours stay (R2.2). */
    void planAnew(Instant start, Instant end) {
        become(EventStatus.PLANNED);
        reason = null;
        startsAt = start;
        endsAt = end;
        sequence++;
    }

    void askUntil(Instant deadline) {
        if (!deadline.isBefore(startsAt)) {
            throw new Refused("events.refused.deadlineAfterStart");
        }
        rsvpDeadline = deadline;
    }

    void cancel(String why) {
        become(EventStatus.CANCELLED);
        reason = why;
        sequence++;
    }

    private void become(EventStatus next) {
        if (!status.next().contains(next)) {
            throw new Refused("events.refused.move", status, next);
        }
        status = next;
    }

    private void write(EventPlan plan) {
        kind = plan.kind();
        examId = plan.examId();
        title = plan.title();
        purpose = plan.purpose();
        modality = plan.modality();
        zone = plan.zone().getId();
        startsAt = plan.startsAt();
        endsAt = plan.endsAt();
        venueName = plan.venueName();
        venueAddress = plan.venueAddress();
        venueId = plan.venueId();
        roomId = plan.roomId();
        meetingLink = plan.meetingLink();
        rsvpDeadline = plan.rsvpDeadline();
        leadId = plan.leadId();
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }
}
