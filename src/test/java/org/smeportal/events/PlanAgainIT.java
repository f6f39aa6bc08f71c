package org.smeportal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** An event planned again at another time (R2.1), and the venue book behind a plan. */
class PlanAgainIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static Rig rig;
    private static Caller pm;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), 'pm@example.org', 'Priya', 'Europe/Berlin', 'ACTIVE', 'x', utc_timestamp(6))""");
        rig.update("insert into exam (code, name, level, version_year) values ('SAP-C01', 'Architect', 'Pro', 2019)");
        pm = Rig.caller(rig.count("select id from account"), "Priya", "Europe/Berlin", Role.PM);
        rig.update("""
                insert into venue (id, public_id, name, city, country, zone, created_at)
                values (1, uuid(), 'Hall', 'Berlin', 'DE', 'Europe/Berlin', utc_timestamp(6)),
                    (2, uuid(), 'Barn', 'Berlin', 'DE', 'Europe/Berlin', utc_timestamp(6))""");
        rig.update("insert into venue_room (id, venue_id, name, capacity) values (1, 1, 'Alfama', 14)");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static EventPlan plan(Consumer<EventPlanTest.Draft> change) {
        EventPlanTest.Draft draft = new EventPlanTest.Draft();
        change.accept(draft);
        return draft.plan();
    }

    private static UUID create(EventPlan plan) {
        return rig.as(pm, () -> rig.get(PlanEvent.class).create(plan, "Workshop", true));
    }

    private static PlanEvent.Again again(UUID earlier, EventPlan plan) {
        return rig.as(pm, () -> rig.get(PlanEvent.class).planAgain(earlier, plan, true));
    }

    private static StoredEvent stored(UUID event) {
        return rig.get(EventQueries.class).stored(event).orElseThrow();
    }

    private static List<SessionRow> agenda(UUID event) {
        return rig.get(EventDirectory.class).sessions(stored(event).id());
    }

    private static Agenda.Entry session(String title, String day, String from, String to, boolean required) {
        return Agenda.entry(title, LocalDate.parse(day), LocalTime.parse(from), LocalTime.parse(to), required, BERLIN);
    }

    private static UUID twoDaysWithAnAgenda() {
        UUID earlier = create(plan(draft -> {}));
        Agenda agenda = new Agenda(List.of(
                session("Writing", "2020-02-11", "09:00", "12:00", true),
                session("Walk", "2020-02-12", "15:00", "17:00", false)));
        rig.as(
                pm,
                () -> rig.get(PlanEvent.class)
                        .replaceAgenda(earlier, stored(earlier).version(), agenda));
        return earlier;
    }

    @Test
    void theAgendaComesAlongAtTheSameHoursOnTheWallOverAClockChange() { // R2.3
        UUID earlier = twoDaysWithAnAgenda();
        PlanEvent.Again again = again(earlier, plan(draft -> {
            draft.firstDay = "2020-03-28"; // the clocks go forward in the night between the two days
            draft.lastDay = "2020-03-29";
        }));
        assertThat(again.leftOut()).isZero();
        assertThat(agenda(again.event()))
                .extracting(SessionRow::title, SessionRow::startsAt, SessionRow::required)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Writing", Instant.parse("2020-03-28T08:00:00Z"), true),
                        org.assertj.core.groups.Tuple.tuple("Walk", Instant.parse("2020-03-29T13:00:00Z"), false));
        assertThat(agenda(earlier)).as("the earlier one stays").hasSize(2);
    }

    @Test
    void sessionsOutsideOfTheNewTimesAreLeftOutAndCounted() {
        PlanEvent.Again again = again(twoDaysWithAnAgenda(), plan(draft -> {
            draft.firstDay = "2020-06-02";
            draft.lastDay = "2020-06-02";
        }));
        assertThat(again.leftOut()).isEqualTo(1);
        assertThat(agenda(again.event())).extracting(SessionRow::title).containsExactly("Writing");
    }

    @Test
    void aNewEventBeginsAnew() {
        UUID earlier = twoDaysWithAnAgenda();
        long id = stored(earlier).id();
        rig.update("update event set status = 'COMPLETED', sequence = 7 where id = ?1", id);
        UUID copy = again(earlier, plan(draft -> draft.title = "Once more")).event();
        assertThat(copy).isNotEqualTo(earlier);
        assertThat(stored(copy).status()).isEqualTo(EventStatus.PLANNED);
        assertThat(rig.get(EventDirectory.class).card(stored(copy).id()).sequence())
                .isZero();
        assertThat(rig.get(EventDirectory.class).pools(stored(copy).id()))
                .extracting(PoolRow::taken)
                .containsOnly(0);
        assertThat(stored(earlier).title()).isEqualTo("Item writing");
    }

    @Test
    void aPlanNamesAVenueOfTheBookAsLongAsItIsOffered() {
        UUID event = create(at(1L, 1L, "Hall, Alfama"));
        assertThat(stored(event).venueId()).isEqualTo(1);
        assertThat(stored(event).roomId()).isEqualTo(1);
        EventPlanTest.refused("venues.refused.notOffered", () -> create(at(2L, 1L, "a room of another house")));
        EventPlanTest.refused("venues.refused.notOffered", () -> create(at(99L, null, "no such house")));
        rig.update("update venue set open = false where id = 1");
        try {
            EventPlanTest.refused("venues.refused.notOffered", () -> create(at(1L, 1L, "closed")));
            change(event, at(1L, 1L, "In the garden of the Hall"));
            assertThat(stored(event).venueName())
                    .as("an event keeps the venue it has, and its own words for it")
                    .isEqualTo("In the garden of the Hall");
            EventPlanTest.refused("venues.refused.notOffered", () -> change(event, at(1L, null, "whole house")));
            change(event, at(null, null, "Somewhere else"));
            assertThat(stored(event).venueId()).isNull();
        } finally {
            rig.update("update venue set open = true where id = 1");
        }
    }

    @Test
    void aVirtualEventIsInNoVenue() {
        EventPlan plan = at(1L, 1L, "Hall");
        EventPlan virtual = new EventPlan(
                plan.kind(),
                plan.examId(),
                plan.title(),
                null,
                Modality.VIRTUAL,
                plan.zone(),
                plan.firstDay(),
                plan.lastDay(),
                plan.from(),
                plan.to(),
                "Hall",
                null,
                null,
                1,
                1,
                plan.deadlineDay(),
                plan.deadlineTime(),
                1L,
                1L,
                1L);
        assertThat(virtual.venueId()).isNull();
        assertThat(virtual.roomId()).isNull();
    }

    private static void change(UUID event, EventPlan plan) {
        rig.as(pm, () -> rig.get(PlanEvent.class).change(event, stored(event).version(), plan));
    }

    private static EventPlan at(Long venue, Long room, String words) {
        EventPlan plan = plan(draft -> draft.modality = Modality.IN_PERSON);
        return new EventPlan(
                plan.kind(),
                plan.examId(),
                plan.title(),
                plan.purpose(),
                plan.modality(),
                plan.zone(),
                plan.firstDay(),
                plan.lastDay(),
                plan.from(),
                plan.to(),
                words,
                null,
                null,
                12,
                12,
                plan.deadlineDay(),
                plan.deadlineTime(),
                plan.leadId(),
                venue,
                room);
    }
}
