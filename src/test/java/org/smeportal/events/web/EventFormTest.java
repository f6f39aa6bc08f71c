package org.smeportal.events.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventStatus;
import org.smeportal.events.Modality;
import org.smeportal.events.StoredEvent;
import org.smeportal.platform.Text;
import org.smeportal.venues.VenueCard;

/** What the form of an event takes from the venue book and from an earlier event (R2.1). */
class EventFormTest {

    private static final Instant NOW = Instant.parse("2020-06-02T09:00:00Z"); // a Tuesday
    private static final List<Place> PLACES = Place.all(
            List.of(new VenueCard(
                    7,
                    UUID.randomUUID(),
                    "Tagus House",
                    "Cais 1",
                    "Lisbon",
                    "PT",
                    ZoneId.of("Europe/Lisbon"),
                    null,
                    true,
                    0)),
            List.of(
                    new VenueCard.Room(3, 7, "Alfama", 14, true),
                    new VenueCard.Room(4, 8, "Of another house", 14, true)));

    private static StoredEvent earlier(LocalDate deadline) {
        ZoneId zone = ZoneId.of("America/New_York");
        return new StoredEvent(
                5,
                UUID.randomUUID(),
                3,
                EventStatus.COMPLETED,
                EventKind.WORKSHOP,
                1L,
                "SAP-C01",
                "Item writing",
                "Bring ideas.",
                Modality.HYBRID,
                zone,
                LocalDate.of(2020, 2, 18).atTime(9, 0).atZone(zone).toInstant(),
                LocalDate.of(2020, 2, 20).atTime(17, 0).atZone(zone).toInstant(),
                "Tagus House, Alfama",
                "Cais 1, Lisbon",
                "https://meet.example.org/old",
                12,
                20,
                deadline.atTime(18, 0).atZone(zone).toInstant(),
                2,
                "Priya Nair",
                7L,
                3L);
    }

    @Test
    void thePlacesOfTheBookAreHousesAndTheirRooms() {
        assertThat(PLACES).extracting(Place::value).containsExactly("7", "7:3");
        assertThat(PLACES.get(1).label()).isEqualTo("Tagus House, Alfama · Lisbon (14)");
        assertThat(Place.venue("7:3")).isEqualTo(7);
        assertThat(Place.room("7:3")).isEqualTo(3);
        assertThat(Place.room("7")).isNull();
        for (String none : List.of("", ":3", "7:", "7:3:1", "x", "7;3", "99999999999999999999")) {
            assertThat(Place.venue(none)).as(none).isNull();
            assertThat(Place.room(none)).as(none).isNull();
        }
    }

    @Test
    void aNewlyChosenPlaceBringsItsWordsAlongOnce() {
        EventForm form = EventForm.empty(2, ZoneId.of("Europe/Berlin"));
        form.setVenueName("typed before");
        form.take(PLACES);
        assertThat(form.getVenueName()).as("nothing chosen").isEqualTo("typed before");
        form.setPlace("7:3");
        form.take(PLACES);
        assertThat(form.getVenueName()).isEqualTo("Tagus House, Alfama");
        assertThat(form.getVenueAddress()).isEqualTo("Cais 1, Lisbon, Portugal");
        assertThat(form.getZone()).isEqualTo("Europe/Lisbon");
        form.setVenueName("In the garden");
        form.setZone("Europe/Berlin");
        form.take(PLACES);
        assertThat(form.getVenueName()).as("what was typed after it stays").isEqualTo("In the garden");
        assertThat(form.getZone()).isEqualTo("Europe/Berlin");
    }

    @Test
    void aCopyKeepsDistancesInDaysAndHoursOnTheWall() {
        EventForm form = EventCopy.form(earlier(LocalDate.of(2020, 2, 4)), LocalDate.of(2020, 10, 31), NOW);
        assertThat(form.getFirstDay()).isEqualTo("2020-10-31");
        assertThat(form.getLastDay()).isEqualTo("2020-11-02");
        assertThat(form.getFrom()).isEqualTo(LocalTime.of(9, 0));
        assertThat(form.getTo()).isEqualTo(LocalTime.of(17, 0));
        assertThat(form.getDeadlineDay()).isEqualTo("2020-10-17");
        assertThat(form.getDeadlineTime()).isEqualTo(LocalTime.of(18, 0));
        assertThat(form.getPlace()).isEqualTo("7:3");
        assertThat(form.getSeatsVirtual()).isEqualTo(20);
        assertThat(form.getLeadId()).isEqualTo(2);
        assertThat(form.getMeetingLink()).as("people of last time know it").isNull();
        Instant start = form.plan(NOW).startsAt();
        Instant end = form.plan(NOW).endsAt();
        assertThat(start).isEqualTo(Instant.parse("2020-10-31T13:00:00Z"));
        assertThat(end).as("clocks went back on 1 November").isEqualTo(Instant.parse("2020-11-02T22:00:00Z"));
    }

    @Test
    void aDeadlineThatWouldBeGoneIsLeftToTheForm() {
        EventForm form = EventCopy.form(earlier(LocalDate.of(2020, 1, 10)), LocalDate.of(2020, 6, 30), NOW);
        assertThat(form.getDeadlineDay()).isNull();
        assertThat(form.plan(NOW).deadlineDay()).isEqualTo("2020-06-16");
    }

    @Test
    void theProposedDayIsTheSameWeekdayAYearLaterOrSoon() {
        StoredEvent event = earlier(LocalDate.of(2020, 2, 4)); // a Tuesday
        assertThat(EventCopy.day(event, null, NOW)).isEqualTo("2021-02-16");
        assertThat(EventCopy.day(event, null, Instant.parse("2023-05-03T09:00:00Z")))
                .isEqualTo("2023-06-06");
        assertThat(EventCopy.day(event, "2020-07-01", NOW)).isEqualTo("2020-07-01");
        assertThat(EventCopy.day(event, "<b>", NOW)).isEqualTo("2021-02-16");
    }

    @Test
    void theListSaysWhatWasCopiedAndWhatWasNot() {
        EventCopy copy = EventCopy.of(earlier(LocalDate.of(2020, 2, 4)), 6, new Text());
        assertThat(copy.copied())
                .extracting(EventCopy.Line::label)
                .contains(
                        "events.title",
                        "events.kind",
                        "events.exam",
                        "events.purpose",
                        "events.copy.hours",
                        "events.modality",
                        "events.venueName",
                        "events.seatsInPerson",
                        "events.seatsVirtual",
                        "events.agenda",
                        "events.deadlineDay",
                        "events.lead");
        assertThat(copy.copied())
                .contains(new EventCopy.Line("events.agenda", "6 sessions, at the same hours"))
                .contains(new EventCopy.Line("events.copy.hours", "3 days, 09:00–17:00"));
        assertThat(copy.left())
                .extracting(EventCopy.Line::label)
                .containsExactly("events.meetingLink", "events.copy.panel", "events.tab.attendance", "events.status");
        assertThat(copy.toString()).contains("Completed");
    }

    @Test
    void aFormClaimsNothingUntilItHasATime() {
        EventForm form = EventForm.empty(2, ZoneId.of("Europe/Berlin"));
        assertThat(form.claim(null)).isEmpty();
        form.setFirstDay(LocalDate.of(2020, 7, 1));
        form.setPlace("7:3");
        assertThat(form.claim(null)).hasValueSatisfying(claim -> {
            assertThat(claim.venue()).isEqualTo(7);
            assertThat(claim.lead()).isEqualTo(2);
        });
        form.setModality(Modality.VIRTUAL);
        assertThat(form.claim(null))
                .hasValueSatisfying(claim -> assertThat(claim.venue()).isNull());
        form.setZone("Europe/Nowhere");
        assertThat(form.claim(null)).isEmpty();
    }
}
