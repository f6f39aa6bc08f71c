package org.smeportal.changes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventPlace;
import org.smeportal.events.Modality;
import org.smeportal.events.PoolRow;

/** What a change does to one of its events, and what that event was before, for the way back. */
@Entity
@Table(name = "event_change_part")
class EventChangePart {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "change_id")
    private long changeId;

    @Column(name = "event_id")
    private long eventId;

    @Column(name = "first_day")
    private @Nullable LocalDate firstDay;

    @Column(name = "seats_in_person")
    private @Nullable Integer seatsInPerson;

    @Column(name = "seats_virtual")
    private @Nullable Integer seatsVirtual;

    @Column(name = "venue_name")
    private @Nullable String venueName;

    @Column(name = "venue_address")
    private @Nullable String venueAddress;

    @Column(name = "meeting_link")
    private @Nullable String meetingLink;

    @Enumerated(EnumType.STRING)
    @Column(name = "was_modality")
    private @Nullable Modality wasModality;

    @Column(name = "was_seats_in_person")
    private @Nullable Integer wasSeatsInPerson;

    @Column(name = "was_seats_virtual")
    private @Nullable Integer wasSeatsVirtual;

    @Column(name = "was_venue_name")
    private @Nullable String wasVenueName;

    @Column(name = "was_venue_address")
    private @Nullable String wasVenueAddress;

    @Column(name = "was_meeting_link")
    private @Nullable String wasMeetingLink;

    @Column(name = "left_out")
    private @Nullable String leftOut;

    protected EventChangePart() {}

    EventChangePart(long changeId, ChangeEvents.Part part, @Nullable Modality modality) {
        this.changeId = changeId;
        this.eventId = part.event();
        this.firstDay = part.firstDay();
        if (modality != null) {
            EventPlace place = part.place(modality);
            this.seatsInPerson = part.seatsInPerson();
            this.seatsVirtual = part.seatsVirtual();
            this.venueName = place.venueName();
            this.venueAddress = place.venueAddress();
            this.meetingLink = place.meetingLink();
        }
    }

    long eventId() {
        return eventId;
    }

    ChangeEvents.Part part() {
        return new ChangeEvents.Part(
                eventId,
                firstDay,
                seatsInPerson == null ? 0 : seatsInPerson,
                seatsVirtual == null ? 0 : seatsVirtual,
                venueName,
                venueAddress,
                meetingLink);
    }

    void remember(EventCard event, List<PoolRow> pools) {
        wasModality = event.modality();
        wasVenueName = event.venueName();
        wasVenueAddress = event.venueAddress();
        wasMeetingLink = event.meetingLink();
        for (PoolRow pool : pools) {
            if (pool.modality() == Modality.IN_PERSON) {
                wasSeatsInPerson = pool.capacity();
            } else {
                wasSeatsVirtual = pool.capacity();
            }
        }
    }

    /** What happened meanwhile makes it impossible for this event; the others are changed. */
    void leaveOut(String why) {
        leftOut = why;
    }
}
