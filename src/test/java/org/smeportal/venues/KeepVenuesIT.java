package org.smeportal.venues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** The venue book: what is kept, what is refused, and the same few statements at any size. */
class KeepVenuesIT {

    private static Rig rig;
    private static Caller pm;
    private static int number;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), 'pm@example.org', 'Priya', 'Europe/Berlin', 'ACTIVE', 'x', utc_timestamp(6))""");
        pm = Rig.caller(rig.count("select id from account"), "Priya", "Europe/Berlin", Role.PM);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static VenueFacts facts(String name, VenueFacts.Room... rooms) {
        return new VenueFacts(name, "Cais do Sodré 1", "Lisbon", "pt", "Europe/Lisbon", " Ring twice ", List.of(rooms));
    }

    private static VenueFacts.Room room(String name, int capacity) {
        return new VenueFacts.Room(null, name, capacity);
    }

    private static UUID create(VenueFacts facts) {
        return rig.as(pm, () -> rig.get(KeepVenues.class).create(facts));
    }

    private static VenueCard card(UUID venue) {
        return rig.get(VenueQueries.class).byPublicId(venue).orElseThrow();
    }

    private static List<VenueCard.Room> rooms(UUID venue) {
        return rig.get(VenueQueries.class).rooms(card(venue).id());
    }

    private static List<String> change(UUID venue, int version, VenueFacts facts) {
        return rig.as(pm, () -> rig.get(KeepVenues.class).change(new KeepVenues.Change(venue, version, facts)));
    }

    private static String name() {
        return "House " + ++number;
    }

    private static void eventAt(UUID venue, Long room) {
        rig.update("""
                insert into event (public_id, kind, title, status, modality, zone, starts_at, ends_at, rsvp_deadline,
                    lead_id, created_at, venue_id, room_id)
                values (uuid(), 'OTHER', 'W', 'PLANNED', 'IN_PERSON', 'Europe/Lisbon', '2020-05-05 08:00',
                    '2020-05-05 16:00', '2020-05-01 08:00', ?1, utc_timestamp(6), ?2, ?3)""", pm.accountId(), card(venue).id(), room);
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void aVenueIsKeptAsTypedAndToldWithItsCountry() {
        UUID venue = create(facts("<script>alert(1)</script>", room("Alfama", 14), room("Belém", 30)));
        VenueCard card = card(venue);
        assertThat(card.name()).isEqualTo("<script>alert(1)</script>");
        assertThat(card.notes()).isEqualTo("Ring twice");
        assertThat(card.where()).isEqualTo("Cais do Sodré 1, Lisbon, Portugal");
        assertThat(rooms(venue)).extracting(VenueCard.Room::name).containsExactly("Alfama", "Belém");
        assertThat(card.called(rooms(venue).get(0))).isEqualTo("<script>alert(1)</script>, Alfama");
    }

    @Test
    void namesAreOneLineAndWhatIsNoVenueIsRefused() {
        refused("platform.refused.oneLine", () -> facts("House\r\nBcc: a@example.org"));
        refused("platform.refused.zone", () -> new VenueFacts("H", null, "C", "PT", "Europe/Nowhere", null, List.of()));
        refused("venues.refused.roomTwice", () -> facts("H", room("Alfama", 1), room("ALFAMA", 2)));
        refused("venues.refused.capacity", () -> facts("H", room("Alfama", 0)));
        String name = name();
        create(facts(name));
        refused("venues.refused.known", () -> create(facts(name)));
    }

    @Test
    void whoSavesSecondIsRefusedAlsoWhenOnlyRoomsChanged() {
        String name = name();
        UUID venue = create(facts(name));
        int seen = card(venue).version();
        change(venue, seen, facts(name, room("Alfama", 14)));
        refused("venues.refused.changed", () -> change(venue, seen, facts("Mine")));
        assertThat(card(venue).name()).isEqualTo(name);
        assertThat(rooms(venue)).hasSize(1);
    }

    @Test
    void aRoomKeepsItsIdWhenItsNameChangesAndIsClosedWhenEventsUsedIt() {
        String name = name();
        UUID venue = create(facts(name, room("Alfama", 14), room("Belém", 30), room("Graça", 8)));
        VenueCard.Room alfama = rooms(venue).get(0);
        VenueCard.Room belem = rooms(venue).get(1);
        eventAt(venue, alfama.id());
        List<String> kept =
                change(venue, card(venue).version(), facts(name, new VenueFacts.Room(belem.id(), "Great hall", 32)));
        assertThat(kept).containsExactly("Alfama");
        assertThat(rooms(venue))
                .extracting(VenueCard.Room::name, VenueCard.Room::open)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Alfama", false),
                        org.assertj.core.groups.Tuple.tuple("Great hall", true));
        assertThat(rooms(venue).get(1).id()).isEqualTo(belem.id());
        assertThat(change(venue, card(venue).version(), facts(name, room("alfama", 15))))
                .as("a closed one typed again is open again; the other was never used")
                .isEmpty();
        assertThat(rooms(venue))
                .singleElement()
                .isEqualTo(new VenueCard.Room(alfama.id(), card(venue).id(), "alfama", 15, true));
    }

    @Test
    void aVenueInUseIsClosedInsteadOfDeleted() {
        UUID venue = create(facts(name(), room("Alfama", 14)));
        eventAt(venue, null);
        refused(
                "venues.refused.used",
                () -> rig.as(pm, () -> rig.get(KeepVenues.class).delete(venue)));
        VenueQueries venues = rig.get(VenueQueries.class);
        long id = card(venue).id();
        assertThat(venues.offers(id, rooms(venue).get(0).id())).isTrue();
        rig.as(pm, () -> rig.get(KeepVenues.class).close(venue));
        assertThat(venues.offers(id, null)).isFalse();
        assertThat(venues.choices(null)).extracting(VenueCard::id).doesNotContain(id);
        assertThat(venues.choices(id))
                .as("the event keeps it")
                .extracting(VenueCard::id)
                .contains(id);
        rig.as(pm, () -> rig.get(KeepVenues.class).reopen(venue));
        assertThat(venues.offers(id, null)).isTrue();
        assertThat(venues.uses(id, PageRequest.first()).rows())
                .singleElement()
                .satisfies(use -> assertThat(use.title()).isEqualTo("W"));
    }

    @Test
    void aVenueThatNobodyUsedGoesWithItsRooms() {
        UUID venue = create(facts(name(), room("Alfama", 14)));
        long id = card(venue).id();
        rig.as(pm, () -> rig.get(KeepVenues.class).delete(venue));
        assertThat(rig.get(VenueQueries.class).byPublicId(venue)).isEmpty();
        assertThat(rig.get(VenueQueries.class).rooms(id)).isEmpty();
    }

    @Test
    void aRoomOfAnotherHouseIsNotOffered() {
        UUID one = create(facts(name(), room("Alfama", 14)));
        UUID other = create(facts(name(), room("Alfama", 14)));
        assertThat(rig.get(VenueQueries.class)
                        .offers(card(one).id(), rooms(other).get(0).id()))
                .isFalse();
    }

    @Test
    void onlyProgrammeManagersKeepTheBook() {
        Caller sme = Rig.caller(1, "Sofia", "Europe/Lisbon", Role.SME);
        assertThatThrownBy(() -> rig.as(sme, () -> rig.get(KeepVenues.class).create(facts("Mine"))))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void theListNeedsTheSameFewStatementsForTenAndForAThousandVenues() {
        insert(0, 10);
        int few = statements(10);
        insert(10, 1000);
        assertThat(statements(1000)).isEqualTo(few).isLessThanOrEqualTo(8);
        VenueQueries venues = rig.get(VenueQueries.class);
        assertThat(venues.page("100%_x", false, PageRequest.first()).rows()).isEmpty();
        assertThat(venues.page("100%", false, PageRequest.first()).total()).isEqualTo(1000);
        rig.update("update venue set open = false where city = 'Many' limit 10");
        assertThat(venues.page("100%", false, PageRequest.first()).total()).isEqualTo(990);
        assertThat(venues.page("100%", true, PageRequest.first()).total()).isEqualTo(1000);
    }

    private static void insert(int from, int to) {
        rig.update("""
                insert into venue (public_id, name, city, country, zone, created_at)
                select uuid(), concat('Hall 100%% ', seq), 'Many', 'PT', 'Europe/Lisbon', utc_timestamp(6)
                from seq_%d_to_%d""".formatted(from, to - 1));
    }

    private static int statements(int expected) {
        rig.statements().reset();
        assertThat(rig.get(VenueQueries.class)
                        .page("Hall 100%", false, PageRequest.first())
                        .total())
                .isEqualTo(expected);
        return rig.statements().count();
    }
}
