package org.smeportal.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.events.CancelEvent;
import org.smeportal.events.Claim;
import org.smeportal.events.Conflict;
import org.smeportal.events.ConflictKind;
import org.smeportal.events.ConflictQueries;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventHours;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.EventQueries;
import org.smeportal.events.Modality;
import org.smeportal.testing.Rig;
import org.smeportal.venues.KeepVenues;
import org.smeportal.venues.VenueCard;
import org.smeportal.venues.VenueFacts;
import org.smeportal.venues.VenueQueries;

/** What speaks against a plan (R2.5): lead, venue, people, hours; always with the same few statements. */
class PanelConflictQueriesIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Rig rig;
    private PanelStory story;

    @BeforeAll
    static void begin() {
        rig = Rig.start(PanelStory.BEGIN);
    }

    @BeforeEach
    void start() {
        rig.clock().set(PanelStory.BEGIN);
        story = new PanelStory(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    /** On that day in Berlin, led by somebody else unless {@code lead} says so. */
    private EventPlan plan(String day, String from, String to, long lead, Long venue, Long room) {
        boolean house = venue != null;
        return new EventPlan(
                EventKind.OTHER,
                null,
                "On " + day + " from " + from,
                null,
                house ? Modality.IN_PERSON : Modality.VIRTUAL,
                BERLIN,
                LocalDate.parse(day),
                LocalDate.parse(day),
                LocalTime.parse(from),
                LocalTime.parse(to),
                house ? "Tagus House" : null,
                null,
                null,
                9,
                9,
                LocalDate.of(2020, 2, 20),
                LocalTime.NOON,
                lead,
                venue,
                room);
    }

    private EventCard other(String day, String from, String to) {
        return story.event(plan(day, from, to, story.account("Tomasz", "PM"), null, null));
    }

    private List<Conflict> conflicts(EventCard event) {
        return found(event).shown();
    }

    private ConflictQueries.Found found(EventCard event) {
        return rig.get(ConflictQueries.class)
                .of(Claim.of(
                        rig.get(EventQueries.class).stored(event.publicId()).orElseThrow()));
    }

    private List<ConflictKind> kinds(EventCard event) {
        return conflicts(event).stream().map(Conflict::kind).toList();
    }

    @Test
    void aLeadIsInOnePlaceAtATimeAndEndIsNoOverlap() {
        long lead = story.pm.accountId();
        EventCard morning = story.event(plan("2020-03-10", "09:00", "12:00", lead, null, null));
        EventCard noon = story.event(plan("2020-03-10", "12:00", "13:00", lead, null, null));
        assertThat(conflicts(morning)).isEmpty();
        EventCard late = story.event(plan("2020-03-10", "11:59", "12:00", lead, null, null));
        assertThat(conflicts(late)).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(ConflictKind.LEAD);
            assertThat(conflict.who()).isEqualTo("Priya Nair");
            assertThat(conflict.event()).isNotNull();
            assertThat(conflict.event().publicId()).isEqualTo(morning.publicId());
        });
        story.asPm(() -> rig.get(CancelEvent.class).cancel(new CancelEvent.Cancellation(morning.publicId(), "no")));
        assertThat(conflicts(late)).as("a cancelled event takes nobody’s time").isEmpty();
        assertThat(conflicts(noon)).isEmpty();
    }

    @Test
    void aHouseIsSharedByRoomsOnly() {
        UUID book = story.asPm(() -> rig.get(KeepVenues.class)
                .create(new VenueFacts(
                        "Tagus House",
                        null,
                        "Lisbon",
                        "PT",
                        "Europe/Lisbon",
                        null,
                        List.of(new VenueFacts.Room(null, "Alfama", 8), new VenueFacts.Room(null, "Belém", 30)))));
        VenueCard venue = rig.get(VenueQueries.class).byPublicId(book).orElseThrow();
        List<VenueCard.Room> rooms = rig.get(VenueQueries.class).rooms(venue.id());
        EventCard alfama = story.event(plan(
                "2020-03-10",
                "09:00",
                "12:00",
                story.pm.accountId(),
                venue.id(),
                rooms.get(0).id()));
        EventCard belem = story.event(plan(
                "2020-03-10",
                "09:00",
                "12:00",
                story.account("Tomasz", "PM"),
                venue.id(),
                rooms.get(1).id()));
        assertThat(kinds(belem))
                .as("another room; clocks of Lisbon, not Berlin")
                .containsExactly(ConflictKind.CLOCK);
        assertThat(kinds(alfama)).contains(ConflictKind.ROOM).doesNotContain(ConflictKind.VENUE);
        assertThat(conflicts(alfama)).anySatisfy(conflict -> {
            assertThat(conflict.some()).as("seats").isEqualTo(9);
            assertThat(conflict.all()).as("places").isEqualTo(8);
        });
        EventCard whole =
                story.event(plan("2020-03-10", "11:00", "13:00", story.account("Mara", "PM"), venue.id(), null));
        assertThat(conflicts(whole).stream().filter(c -> c.kind() == ConflictKind.VENUE))
                .hasSize(2);
        assertThat(kinds(belem)).contains(ConflictKind.VENUE);
        rig.update("update event set modality = 'VIRTUAL' where id = ?1", whole.id());
        assertThat(kinds(belem)).as("what went virtual needs no house").doesNotContain(ConflictKind.VENUE);
    }

    @Test
    void anSmeOfThePanelIsBusyWithASeatOrAnInvitationElsewhere() {
        UUID ana = story.sme("Ana Rocha", "Europe/Lisbon");
        UUID noor = story.sme("Noor Haddad", "Europe/Lisbon");
        UUID gone = story.sme("Rui Gone", "Europe/Lisbon");
        EventCard there = other("2020-03-10", "10:00", "12:00");
        EventCard here = other("2020-03-10", "11:00", "13:00");
        List<String> tokens = story.invited(there, List.of(ana, noor, gone));
        story.answer(tokens.get(0), Answer.YES);
        story.answer(tokens.get(2), Answer.NO);
        story.invited(here, List.of(ana, noor, gone));
        assertThat(conflicts(here))
                .extracting(Conflict::kind, Conflict::who)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ConflictKind.SEATED, "Ana Rocha"),
                        org.assertj.core.groups.Tuple.tuple(ConflictKind.INVITED, "Noor Haddad"));
        assertThat(conflicts(here).get(0).sme()).isEqualTo(ana);
        EventCard after = other("2020-03-10", "13:00", "14:00");
        story.invited(after, List.of(ana));
        assertThat(conflicts(here)).as("begins when this one ends").hasSize(2);
    }

    @Test
    void daysAwayAreDaysOfTheSmesOwnCalendar() { // R2.3
        UUID auckland = story.sme("Aroha Tane", "Pacific/Auckland");
        UUID lisbon = story.sme("Ana Rocha", "Europe/Lisbon");
        for (UUID sme : List.of(auckland, lisbon)) {
            rig.update("""
                    insert into sme_blackout (public_id, sme_id, first_day, last_day, note)
                    select uuid(), id, '2020-03-11', '2020-03-12', 'family' from sme where public_id = ?1""", sme.toString());
        }
        EventCard event = other("2020-03-10", "15:00", "17:00"); // in Auckland it is 03:00 on the 11th
        story.invited(event, List.of(auckland, lisbon));
        assertThat(conflicts(event).stream().filter(c -> c.kind() == ConflictKind.AWAY))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.who()).isEqualTo("Aroha Tane");
                    assertThat(conflict.toString())
                            .as("why is nobody’s business")
                            .doesNotContain("family");
                });
        assertThat(PanelConflictQueries.isAway(
                        EventHours.typed(
                                        BERLIN,
                                        LocalDate.of(2020, 3, 10),
                                        null,
                                        LocalTime.of(20, 0),
                                        LocalTime.of(23, 0))
                                .orElseThrow(),
                        ZoneId.of("Asia/Karachi"),
                        LocalDate.of(2020, 3, 11),
                        LocalDate.of(2020, 3, 11)))
                .as("00:00 to 03:00 in Karachi")
                .isTrue();
        assertThat(PanelConflictQueries.isAway(
                        EventHours.typed(
                                        BERLIN,
                                        LocalDate.of(2020, 3, 10),
                                        null,
                                        LocalTime.of(18, 0),
                                        LocalTime.of(20, 0))
                                .orElseThrow(),
                        ZoneId.of("Asia/Karachi"),
                        LocalDate.of(2020, 3, 11),
                        LocalDate.of(2020, 3, 11)))
                .as("it ends as the day away begins")
                .isFalse();
    }

    @Test
    void unsocialHoursAreAConflictFromHalfOfThePanelOn() {
        EventCard event = other("2020-03-10", "09:00", "12:00");
        story.invited(
                event,
                List.of(
                        story.sme("A", "Europe/Lisbon"),
                        story.sme("B", "Europe/Berlin"),
                        story.sme("C", "America/New_York")));
        assertThat(kinds(event)).as("one of three").isEmpty();
        story.invited(event, List.of(story.sme("D", "America/Los_Angeles")));
        assertThat(conflicts(event)).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(ConflictKind.HOURS);
            assertThat(conflict.some()).isEqualTo(2);
            assertThat(conflict.all()).isEqualTo(4);
        });
    }

    @Test
    void candidatesSayWhyTheyAreNotFree() {
        UUID busy = story.sme("Ana Rocha", "Europe/Lisbon");
        UUID away = story.sme("Noor Haddad", "Asia/Amman");
        UUID free = story.sme("Rui Free", "Europe/Lisbon");
        story.invited(other("2020-03-10", "10:00", "12:00"), List.of(busy));
        for (UUID sme : List.of(busy, away)) {
            rig.update("""
                    insert into sme_blackout (public_id, sme_id, first_day, last_day)
                    select uuid(), id, '2020-03-01', '2020-03-31' from sme where public_id = ?1""", sme.toString());
        }
        EventCard event = other("2020-03-10", "11:00", "13:00");
        Map<UUID, Conflict> clashes = rig.get(PanelConflictQueries.class)
                .ofCandidates(
                        event.id(),
                        EventHours.of(event.startsAt(), event.endsAt(), event.zone()),
                        List.of(busy, away, free));
        assertThat(clashes).containsOnlyKeys(busy, away);
        assertThat(clashes.get(busy).kind()).as("the event says more").isEqualTo(ConflictKind.INVITED);
        assertThat(clashes.get(away).kind()).isEqualTo(ConflictKind.AWAY);
        assertThat(rig.get(PanelConflictQueries.class)
                        .ofCandidates(event.id(), EventHours.of(event.startsAt(), event.endsAt(), BERLIN), List.of()))
                .isEmpty();
    }

    @Test
    void conflictsNeedTheSameStatementsForTenAndForAThousandPeople() {
        EventCard there = other("2020-03-10", "10:00", "12:00");
        EventCard here = other("2020-03-10", "11:00", "13:00");
        List<UUID> smes = story.smes(1000);
        asked(there, smes.subList(0, 10));
        asked(here, smes.subList(0, 10));
        rig.statements().reset();
        assertThat(found(here).all()).isEqualTo(10);
        int few = rig.statements().count();
        asked(there, smes.subList(10, 1000));
        asked(here, smes.subList(10, 1000));
        rig.statements().reset();
        ConflictQueries.Found found = found(here);
        assertThat(rig.statements().count()).isEqualTo(few).isLessThanOrEqualTo(6);
        assertThat(found.all()).isEqualTo(1000);
        assertThat(found.shown()).hasSize(30);
    }

    /** Invited; nobody answers. */
    private void asked(EventCard event, List<UUID> smes) {
        story.invite(event, smes, false);
        story.mailsLeave();
    }
}
