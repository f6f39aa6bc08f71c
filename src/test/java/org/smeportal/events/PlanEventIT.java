package org.smeportal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Text;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Planning an event on the real database: what is stored, what is refused, who hears of it (R2.1 to R2.3). */
class PlanEventIT {

    private static Rig rig;
    private static Caller pm;
    private UUID event;

    /** Hears what the people of an event would be told. */
    @ApplicationScoped
    public static class Ear {
        private final List<Object> heard = new ArrayList<>();

        void on(@Observes EventRescheduled news) {
            heard.add(news);
        }

        void on(@Observes CapacityRaised news) {
            heard.add(news);
        }

        List<Object> takeHeard() {
            List<Object> taken = List.copyOf(heard);
            heard.clear();
            return taken;
        }
    }

    @BeforeAll
    static void start() {
        rig = Rig.start();
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), 'pm@example.org', 'Priya', 'Europe/Berlin', 'ACTIVE', 'x', utc_timestamp(6))""");
        rig.update("insert into exam (code, name, level, version_year) values ('SAP-C01', 'Architect', 'Pro', 2019)");
        pm = Rig.caller(rig.count("select id from account"), "Priya", "Europe/Berlin", Role.PM);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void anEvent() {
        event = rig.as(pm, () -> rig.get(PlanEvent.class).create(plan(draft -> {}), "Workshop", true));
        rig.get(Ear.class).takeHeard();
    }

    private static EventPlan plan(Consumer<EventPlanTest.Draft> change) {
        EventPlanTest.Draft draft = new EventPlanTest.Draft();
        change.accept(draft);
        return draft.plan();
    }

    private StoredEvent stored() {
        return rig.as(pm, () -> rig.get(EventQueries.class).stored(event).orElseThrow());
    }

    private List<SessionRow> agenda() {
        return rig.as(pm, () -> rig.get(EventDirectory.class).sessions(stored().id()));
    }

    private void change(int version, Consumer<EventPlanTest.Draft> change) {
        rig.as(pm, () -> rig.get(PlanEvent.class).change(event, version, plan(change)));
    }

    @Test
    void aNewEventHasItsSeatsAndARequiredSessionEachDay() {
        StoredEvent stored = stored();
        assertThat(stored.status()).isEqualTo(EventStatus.PLANNED);
        assertThat(stored.seatsInPerson()).isEqualTo(12);
        assertThat(stored.seatsVirtual()).isEqualTo(20);
        assertThat(stored.firstDay()).isEqualTo("2020-02-11");
        assertThat(stored.to()).isEqualTo("17:00");
        assertThat(stored.deadlineTime()).isEqualTo("18:00");
        assertThat(agenda()).hasSize(2).allMatch(SessionRow::required);
        assertThat(agenda().get(1).startsAt()).isEqualTo(Instant.parse("2020-02-12T08:00:00Z"));
    }

    @Test
    void aNewEventIsInTheTrailByItsId() {
        assertThat(rig.rows("select act from audit_entry where subject = ?1", event.toString()))
                .isEqualTo(List.of("PlanEvent.create"));
    }

    @Test
    void whoSavesSecondIsRefusedAndTheFirstVersionStays() {
        int seen = stored().version();
        change(seen, draft -> draft.title = "Theirs");
        EventPlanTest.refused("events.refused.changed", () -> change(seen, draft -> draft.title = "Mine"));
        assertThat(stored().title()).isEqualTo("Theirs");
        change(stored().version(), draft -> draft.title = "Mine, knowingly");
        assertThat(stored().title()).isEqualTo("Mine, knowingly");
    }

    @Test
    void aChangeOfSeatsOrAgendaAloneIsANewVersionToo() {
        int seen = stored().version();
        change(seen, draft -> draft.seatsVirtual = 21);
        assertThat(stored().version()).isGreaterThan(seen);
        EventPlanTest.refused("events.refused.changed", () -> change(seen, draft -> draft.seatsVirtual = 22));
        int later = stored().version();
        rig.as(pm, () -> rig.get(PlanEvent.class).replaceAgenda(event, later, new Agenda(List.of())));
        assertThat(stored().version()).isGreaterThan(later);
        assertThat(agenda()).isEmpty();
        EventPlanTest.refused(
                "events.refused.changed",
                () -> rig.as(pm, () -> rig.get(PlanEvent.class).replaceAgenda(event, later, new Agenda(List.of()))));
    }

    @Test
    void fewerSeatsThanTakenAreRefusedAndNothingIsSaved() { // R3.6
        rig.update("update seat_pool set taken = 5 where event_id = ?1 and modality = 'IN_PERSON'", stored().id());
        EventPlanTest.refused(
                "events.refused.seatsTaken",
                () -> change(stored().version(), draft -> {
                    draft.title = "Smaller";
                    draft.seatsVirtual = 30;
                    draft.seatsInPerson = 4;
                }));
        assertThat(stored().title()).isEqualTo("Item writing");
        assertThat(stored().seatsVirtual()).isEqualTo(20);
        change(stored().version(), draft -> draft.seatsInPerson = 5);
        assertThat(stored().seatsInPerson()).isEqualTo(5);
    }

    @Test
    void theAgendaMovesAlongWithTheStart() {
        change(stored().version(), draft -> {
            draft.firstDay = "2020-02-18";
            draft.lastDay = "2020-02-19";
            draft.from = "10:00";
            draft.to = "18:00";
        });
        assertThat(agenda())
                .extracting(SessionRow::startsAt)
                .containsExactly(Instant.parse("2020-02-18T09:00:00Z"), Instant.parse("2020-02-19T09:00:00Z"));
    }

    @Test
    void timesThatLeaveASessionOutsideAreRefused() {
        EventPlanTest.refused(
                "events.refused.agendaOutside",
                () -> change(stored().version(), draft -> draft.lastDay = "2020-02-11"));
        assertThat(stored().lastDay()).isEqualTo("2020-02-12");
    }

    @Test
    void aSessionOutsideTheEventOrAfterItsStartIsRefused() {
        Agenda late = new Agenda(List.of(new Agenda.Entry(
                "Dinner", Instant.parse("2020-02-12T18:00:00Z"), Instant.parse("2020-02-12T20:00:00Z"), false)));
        EventPlanTest.refused(
                "events.refused.sessionOutside",
                () -> rig.as(pm, () -> rig.get(PlanEvent.class).replaceAgenda(event, stored().version(), late)));
        assertThat(agenda()).hasSize(2);
        Instant now = rig.clock().instant();
        rig.clock().set(Instant.parse("2020-02-11T08:00:00Z"));
        try {
            EventPlanTest.refused(
                    "events.refused.agendaFixed",
                    () -> rig.as(
                            pm,
                            () -> rig.get(PlanEvent.class)
                                    .replaceAgenda(event, stored().version(), new Agenda(List.of()))));
        } finally {
            rig.clock().set(now);
        }
    }

    /** R4.1: who was ticked off in a session stays ticked off there. */
    @Test
    void aSessionWithAttendanceStaysInTheAgendaAndTheOthersCanBeChanged() {
        long ticked = agenda().get(0).id();
        tick(ticked);
        Agenda.Entry first = entry(agenda().get(0));
        Agenda.Entry second = entry(agenda().get(1));
        Agenda.Entry later = new Agenda.Entry("Review", second.startsAt().plusSeconds(3600), second.endsAt(), true);

        assertThatThrownBy(() -> replaceAgenda(later))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(new Text().of(refused))
                                .startsWith("Attendance was recorded in the session “Workshop”"));
        assertThat(agenda()).hasSize(2);

        replaceAgenda(first, later);
        assertThat(agenda()).extracting(SessionRow::title).containsExactly("Workshop", "Review");
        assertThat(agenda().get(0).id()).isEqualTo(ticked);
    }

    @Test
    void anEventMovedLaterTakesItsSessionsWithAttendanceAlong() {
        long ticked = agenda().get(0).id();
        tick(ticked);
        change(stored().version(), draft -> {
            draft.firstDay = "2020-02-18";
            draft.lastDay = "2020-02-19";
        });
        assertThat(agenda()).first().satisfies(session -> {
            assertThat(session.id()).isEqualTo(ticked);
            assertThat(session.startsAt()).isEqualTo("2020-02-18T08:00:00Z");
        });
    }

    private void replaceAgenda(Agenda.Entry... entries) {
        rig.as(
                pm,
                () -> rig.get(PlanEvent.class).replaceAgenda(event, stored().version(), new Agenda(List.of(entries))));
    }

    private static Agenda.Entry entry(SessionRow row) {
        return new Agenda.Entry(row.title(), row.startsAt(), row.endsAt(), row.required());
    }

    private void tick(long session) {
        rig.update("""
                insert into sme (public_id, email, name, country, zone, state, joined_on, created_at)
                values (uuid(), concat(uuid(), '@example.org'), 'Ana', 'PT', 'Europe/Lisbon', 'ACTIVE', '2020-01-01',
                    utc_timestamp(6))""");
        rig.update("""
                insert into attendance_entry (event_id, sme_id, session_id, result, minutes, source, recorded_by,
                    recorded_at)
                values (?1, (select max(id) from sme), ?2, 'ATTENDED', 60, 'BOARD', 'Priya', utc_timestamp(6))""", stored().id(), session);
    }

    @Test
    void peopleAreToldOnceAndOnlyOfWhatStandsInTheirCalendars() {
        change(stored().version(), draft -> {
            draft.title = "New title";
            draft.to = "18:00";
            draft.link = "https://meet.example.org/other";
        });
        assertThat(rig.get(Ear.class).takeHeard()).containsExactly(new EventRescheduled(stored().id()));
        change(stored().version(), draft -> {
            draft.title = "New title";
            draft.to = "18:00";
            draft.link = "https://meet.example.org/other";
            draft.deadlineTime = "12:00";
        });
        assertThat(rig.get(Ear.class).takeHeard()).isEmpty();
        change(stored().version(), draft -> {
            draft.title = "New title";
            draft.to = "18:00";
            draft.link = "https://meet.example.org/other";
            draft.seatsVirtual = 25;
        });
        assertThat(rig.get(Ear.class).takeHeard()).hasSize(1).first().isInstanceOf(CapacityRaised.class);
    }
}
