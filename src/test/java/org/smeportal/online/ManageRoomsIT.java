package org.smeportal.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.online.OnlineStory.Member;
import org.smeportal.testing.Rig;

/** Rooms and groups of an event (R4.6). */
class ManageRoomsIT {

    private static Rig rig;
    private static OnlineStory story;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        story = new OnlineStory(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://meet.example.org/room",
                "javascript:alert(1)",
                "https://meet.example.org@evil.example.net/room",
                "https:///room",
                "//meet.example.org/room",
                "https://meet.example.org/a room",
                "https://meet.example.org/\r\nX: y",
                ""
            })
    void onlyPlainSecureLinksAreTaken_R4_6(String link) {
        UUID event = story.event("2020-03-02");
        assertThatThrownBy(() -> save(event, null, 0, RoomKind.HELP, "Help", link))
                .isInstanceOf(Refused.class);
        assertThat(rooms(event)).isEmpty();
    }

    @Test
    void namesAreUniqueInAnEventWhateverTheirCaseAndNotBeyond_R4_6() {
        UUID event = story.event("2020-03-03");
        story.room(event, RoomKind.PLENARY, "Main");
        assertThatThrownBy(() -> save(event, null, 0, RoomKind.GROUP, "MAIN", "https://meet.example.org/x"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("online.refused.roomName");
        story.room(story.event("2020-03-04"), RoomKind.PLENARY, "Main");
    }

    @Test
    void whoSavesSecondIsToldAndAnotherEventsRoomIsNotFound_R4_6() {
        UUID event = story.event("2020-03-05");
        UUID other = story.event("2020-03-06");
        UUID room = story.room(event, RoomKind.GROUP, "North");
        int seen = rooms(event).get(0).version();
        save(event, room, seen, RoomKind.GROUP, "North wing", "https://meet.example.org/n");
        assertThatThrownBy(() -> save(event, room, seen, RoomKind.GROUP, "North side", "https://meet.example.org/n"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("platform.refused.changed");
        assertThatThrownBy(() -> save(other, room, seen + 1, RoomKind.GROUP, "Mine", "https://meet.example.org/n"))
                .isInstanceOf(NotFound.class);
        remove(other, room);
        assertThat(rooms(event)).extracting(RoomQueries.Row::name).containsExactly("North wing");
    }

    @Test
    void groupsAreSpreadOverThoseWithASeatAndOneSeesOnesOwnFirst_R4_6() {
        Member[] members = new Member[7];
        for (int i = 0; i < members.length; i++) {
            members[i] = story.member("Member " + i, "Europe/Lisbon");
        }
        UUID event = story.event("2020-03-07", members);
        Member outside = story.member("Outside", "Europe/Lisbon");
        assertThatThrownBy(() -> spread(event, true))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("online.refused.noGroups");
        story.room(event, RoomKind.PLENARY, "All");
        UUID north = story.room(event, RoomKind.GROUP, "North");
        UUID south = story.room(event, RoomKind.GROUP, "South");
        choose(event, new FormGroups.Choice(members[0].sme(), south));
        assertThat(spread(event, false)).isEqualTo(6);
        assertThat(sizes(event)).containsExactlyInAnyOrder(3, 4);
        assertThat(story.day(event, members[0]).rooms().get(0).name()).isEqualTo("South");
        assertThat(story.day(event, members[0]).rooms().get(0).own()).isTrue();
        assertThat(spread(event, false)).isZero();
        assertThat(spread(event, true)).isEqualTo(7);
        assertThat(sizes(event)).containsExactlyInAnyOrder(3, 4);

        choose(event, new FormGroups.Choice(outside.sme(), north));
        assertThat(rig.get(RoomQueries.class).members(story.workshops.eventId(event)))
                .hasSize(7);
        assertThat(sizes(event)).containsExactlyInAnyOrder(3, 4);
    }

    @Test
    void aTamperedGroupIsNotFoundAndARemovedOneLeavesNobodyBehind_R4_6() {
        Member noor = story.member("Noor", "Europe/Lisbon");
        UUID event = story.event("2020-03-08", noor);
        UUID plenary = story.room(event, RoomKind.PLENARY, "All");
        UUID north = story.room(event, RoomKind.GROUP, "North");
        UUID foreign = story.room(story.event("2020-03-09", noor), RoomKind.GROUP, "Foreign");
        assertThatThrownBy(() -> choose(event, new FormGroups.Choice(noor.sme(), plenary)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> choose(event, new FormGroups.Choice(noor.sme(), foreign)))
                .isInstanceOf(NotFound.class);
        choose(event, new FormGroups.Choice(noor.sme(), north));
        UUID asked = story.ask(noor, event, UUID.randomUUID(), north, "From the north");
        remove(event, north);
        remove(event, north);
        assertThat(story.request(asked).room()).isNull();
        assertThat(rig.get(RoomQueries.class)
                        .members(story.workshops.eventId(event))
                        .get(0)
                        .room())
                .isNull();
        assertThatThrownBy(() -> rig.as(
                        noor.caller(),
                        () -> rig.get(ManageRooms.class).remove(new ManageRooms.Removal(event, plenary))))
                .isInstanceOf(Forbidden.class);
    }

    private static List<RoomQueries.Row> rooms(UUID event) {
        return rig.get(RoomQueries.class).rooms(story.workshops.eventId(event));
    }

    private static List<Integer> sizes(UUID event) {
        return rooms(event).stream()
                .filter(room -> room.kind() == RoomKind.GROUP)
                .map(RoomQueries.Row::members)
                .toList();
    }

    private static void save(UUID event, UUID room, int version, RoomKind kind, String name, String link) {
        rig.as(
                story.pm,
                () -> rig.get(ManageRooms.class)
                        .save(new ManageRooms.RoomPlan(event, room, version, kind, name, link)));
    }

    private static void remove(UUID event, UUID room) {
        rig.as(story.pm, () -> rig.get(ManageRooms.class).remove(new ManageRooms.Removal(event, room)));
    }

    private static void choose(UUID event, FormGroups.Choice... choices) {
        rig.as(story.pm, () -> rig.get(FormGroups.class).choose(new FormGroups.Choices(event, List.of(choices))));
    }

    private static int spread(UUID event, boolean everybody) {
        return rig.as(story.pm, () -> rig.get(FormGroups.class).spread(new FormGroups.Spreading(event, everybody)));
    }
}
