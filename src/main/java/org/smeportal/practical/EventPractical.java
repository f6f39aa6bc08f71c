package org.smeportal.practical;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** The practical page of an event. */
@Entity
@Table(name = "event_practical")
class EventPractical {

    @Id
    @Column(name = "event_id")
    private Long eventId;

    @Column(name = "meeting_point")
    private @Nullable String meetingPoint;

    @Column(name = "contact_name")
    private @Nullable String contactName;

    @Column(name = "contact_phone")
    private @Nullable String contactPhone;

    private @Nullable String lobby;
    private @Nullable String meals;
    private @Nullable String travel;
    private @Nullable String joining;

    @Column(name = "technical_check")
    private @Nullable String technicalCheck;

    @Version
    private int version;

    protected EventPractical() {}

    EventPractical(long eventId) {
        this.eventId = eventId;
    }

    int version() {
        return version;
    }

    void write(PracticalFacts facts) {
        meetingPoint = facts.meetingPoint();
        contactName = facts.contactName();
        contactPhone = facts.contactPhone();
        lobby = facts.lobby();
        meals = facts.meals();
        travel = facts.travel();
        joining = facts.joining();
        technicalCheck = facts.technicalCheck();
    }
}
