package org.smeportal.events.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.Claim;
import org.smeportal.events.EventHours;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.Modality;
import org.smeportal.events.StoredEvent;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;

/** What a planner types of an event, with what most events begin with. */
public class EventForm {
    private static final int USUAL_SEATS = 12;
    private static final int DAYS_TO_ANSWER = 14;
    private static final LocalTime DEADLINE_TIME = LocalTime.of(18, 0);

    private EventKind kind = EventKind.WORKSHOP;
    private @Nullable Long examId;
    private @Nullable String title;
    private @Nullable String purpose;
    private Modality modality = Modality.IN_PERSON;
    private @Nullable String zone;
    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private @Nullable LocalTime from = LocalTime.of(9, 0);
    private @Nullable LocalTime to = LocalTime.of(17, 0);
    private @Nullable String place;
    private @Nullable String filledPlace;
    private @Nullable String venueName;
    private @Nullable String venueAddress;
    private @Nullable String meetingLink;
    private @Nullable Integer seatsInPerson = USUAL_SEATS;
    private @Nullable Integer seatsVirtual = USUAL_SEATS;
    private @Nullable LocalDate deadlineDay;
    private @Nullable LocalTime deadlineTime = DEADLINE_TIME;
    private @Nullable Long leadId;

    static EventForm empty(long leadId, ZoneId zone) {
        EventForm form = new EventForm();
        form.leadId = leadId;
        form.zone = zone.getId();
        return form;
    }

    static EventForm of(StoredEvent event) {
        EventForm form = new EventForm();
        form.kind = event.kind();
        form.examId = event.examId();
        form.title = event.title();
        form.purpose = event.purpose();
        form.modality = event.modality();
        form.zone = event.zone().getId();
        form.firstDay = event.firstDay();
        form.lastDay = event.lastDay();
        form.from = event.from();
        form.to = event.to();
        form.place = Place.value(event.venueId(), event.roomId());
        form.filledPlace = form.place;
        form.venueName = event.venueName();
        form.venueAddress = event.venueAddress();
        form.meetingLink = event.meetingLink();
        form.seatsInPerson = event.seatsInPerson() == null ? form.seatsInPerson : event.seatsInPerson();
        form.seatsVirtual = event.seatsVirtual() == null ? form.seatsVirtual : event.seatsVirtual();
        form.deadlineDay = event.deadlineDay();
        form.deadlineTime = event.deadlineTime();
        form.leadId = event.leadId();
        return form;
    }

    /** Nothing typed arrived here, because a field could not be read: the page shows what the browser sent. */
    boolean isUntouched() {
        return leadId == null;
    }

    /** A newly chosen venue brings its name, address and zone along; then they can be changed, as for an event in its garden. */
    void take(List<Place> places) {
        if (place != null && !place.equals(filledPlace)) {
            places.stream()
                    .filter(known -> known.value().equals(place))
                    .findFirst()
                    .ifPresent(known -> {
                        venueName = known.name();
                        venueAddress = known.address();
                        zone = known.zone().getId();
                        filledPlace = place;
                    });
        }
    }

    /** What it would take from others; empty while there is no time yet. */
    Optional<Claim> claim(@Nullable Long event) {
        if (!Words.isZone(zone)) {
            return Optional.empty();
        }
        ZoneId clock = ZoneId.of(String.valueOf(zone));
        boolean house = modality.needsVenue();
        return EventHours.typed(clock, firstDay, lastDay, from, to)
                .map(hours -> new Claim(
                        event,
                        hours,
                        clock,
                        leadId,
                        house ? Place.venue(place) : null,
                        house ? Place.room(place) : null,
                        house ? venueName : null,
                        house && seatsInPerson != null ? seatsInPerson : 0));
    }

    /** One day when no last day was typed; a deadline two weeks ahead, or on the eve of what begins sooner. */
    EventPlan plan(Instant now) {
        ZoneId clock = Words.zone(zone);
        LocalDate first = typed(firstDay);
        LocalDate proposed = first.minusDays(DAYS_TO_ANSWER);
        boolean tooSoon = !proposed.isAfter(LocalDate.ofInstant(now, clock));
        LocalDate deadline = deadlineDay != null ? deadlineDay : tooSoon ? first.minusDays(1) : proposed;
        return new EventPlan(
                kind,
                examId,
                title == null ? "" : title,
                purpose,
                modality,
                clock,
                first,
                lastDay == null ? first : lastDay,
                typed(from),
                typed(to),
                venueName,
                venueAddress,
                meetingLink,
                seatsInPerson == null ? 0 : seatsInPerson,
                seatsVirtual == null ? 0 : seatsVirtual,
                deadline,
                deadlineTime == null ? DEADLINE_TIME : deadlineTime,
                typed(leadId),
                Place.venue(place),
                Place.room(place));
    }

    private static <T> T typed(@Nullable T value) {
        if (value == null) {
            throw new Refused("platform.refused.empty");
        }
        return value;
    }

    public EventKind getKind() {
        return kind;
    }

    public void setKind(EventKind kind) {
        this.kind = kind;
    }

    public @Nullable Long getExamId() {
        return examId;
    }

    public void setExamId(@Nullable Long examId) {
        this.examId = examId;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getPurpose() {
        return purpose;
    }

    public void setPurpose(@Nullable String purpose) {
        this.purpose = purpose;
    }

    public Modality getModality() {
        return modality;
    }

    public void setModality(Modality modality) {
        this.modality = modality;
    }

    public @Nullable String getZone() {
        return zone;
    }

    public void setZone(@Nullable String zone) {
        this.zone = zone;
    }

    public @Nullable LocalDate getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(@Nullable LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    public @Nullable LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(@Nullable LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    public @Nullable LocalTime getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalTime from) {
        this.from = from;
    }

    public @Nullable LocalTime getTo() {
        return to;
    }

    public void setTo(@Nullable LocalTime to) {
        this.to = to;
    }

    public @Nullable String getPlace() {
        return place;
    }

    public void setPlace(@Nullable String place) {
        this.place = place;
    }

    /** The place whose name and address stand in the form. */
    public @Nullable String getFilledPlace() {
        return filledPlace;
    }

    public void setFilledPlace(@Nullable String filledPlace) {
        this.filledPlace = filledPlace;
    }

    public @Nullable String getVenueName() {
        return venueName;
    }

    public void setVenueName(@Nullable String venueName) {
        this.venueName = venueName;
    }

    public @Nullable String getVenueAddress() {
        return venueAddress;
    }

    public void setVenueAddress(@Nullable String venueAddress) {
        this.venueAddress = venueAddress;
    }

    public @Nullable String getMeetingLink() {
        return meetingLink;
    }

    public void setMeetingLink(@Nullable String meetingLink) {
        this.meetingLink = meetingLink;
    }

    public @Nullable Integer getSeatsInPerson() {
        return seatsInPerson;
    }

    public void setSeatsInPerson(@Nullable Integer seatsInPerson) {
        this.seatsInPerson = seatsInPerson;
    }

    public @Nullable Integer getSeatsVirtual() {
        return seatsVirtual;
    }

    public void setSeatsVirtual(@Nullable Integer seatsVirtual) {
        this.seatsVirtual = seatsVirtual;
    }

    public @Nullable LocalDate getDeadlineDay() {
        return deadlineDay;
    }

    public void setDeadlineDay(@Nullable LocalDate deadlineDay) {
        this.deadlineDay = deadlineDay;
    }

    public @Nullable LocalTime getDeadlineTime() {
        return deadlineTime;
    }

    public void setDeadlineTime(@Nullable LocalTime deadlineTime) {
        this.deadlineTime = deadlineTime;
    }

    public @Nullable Long getLeadId() {
        return leadId;
    }

    public void setLeadId(@Nullable Long leadId) {
        this.leadId = leadId;
    }
}
