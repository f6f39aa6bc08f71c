package org.smeportal.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.events.EventKind;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Text;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** R4.1: ticking, closing, correcting; the ledger only grows. */
class CloseAttendanceIT {

    private static Rig rig;
    private static Workshops workshops;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        workshops = new Workshops(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void eachChangedTickIsAnEntryAndARepeatedOneIsNone_R4_1() {
        UUID noor = workshops.sme("Noor");
        UUID event = workshops.over(EventKind.WORKSHOP, LocalDate.of(2020, 2, 10), "Europe/Berlin", List.of(noor));
        workshops.present(event, noor);
        workshops.present(event, noor);
        mark(event, noor, Presence.PRESENT, 200);
        mark(event, noor, Presence.EXCUSED, null);
        assertThat(workshops.lines(
                        "select result, minutes, source, recorded_by from attendance_entry where event_id = ?1 order by id",
                        workshops.eventId(event)))
                .containsExactly(
                        "ATTENDED 480 BOARD Priya Nair", "PARTIAL 200 BOARD Priya Nair", "EXCUSED 0 BOARD Priya Nair");
    }

    @Test
    void closingGivesEverybodyAResultByTheRuleOrOverruledWithAReason_R4_1() {
        UUID a = workshops.sme("A");
        UUID b = workshops.sme("B");
        UUID c = workshops.sme("C");
        UUID d = workshops.sme("D");
        UUID event =
                workshops.over(EventKind.WORKSHOP, LocalDate.of(2020, 2, 11), "Europe/Berlin", List.of(a, b, c, d));
        workshops.present(event, a);
        mark(event, b, Presence.PRESENT, 30);
        mark(event, c, Presence.EXCUSED, null);
        workshops.close(
                event, new CloseAttendance.Overrule(b, AttendanceResult.ATTENDED, "Ran the second room all day"));
        assertThat(workshops.lines("""
                        select r.result, r.minutes, e.source, e.reason from attendance_result r
                            join attendance_entry e on e.id = r.entry_id join sme s on s.id = r.sme_id
                        where r.event_id = ?1 order by s.name""", workshops.eventId(event)))
                .containsExactly(
                        "ATTENDED 480 RULE null",
                        "ATTENDED 30 OVERRULED Ran the second room all day",
                        "EXCUSED 0 RULE null",
                        "NO_SHOW 0 RULE null");
        assertThat(workshops.lines("select status from event where public_id = ?1", event.toString()))
                .isEqualTo(List.of("COMPLETED"));
        assertThatThrownBy(() -> workshops.present(event, d)).isInstanceOf(Refused.class);
    }

    @Test
    void overrulingWithoutAReasonOrSomebodyWithoutASeatClosesNothing() {
        UUID a = workshops.sme("A");
        UUID stranger = workshops.sme("Stranger");
        UUID event = workshops.over(EventKind.WORKSHOP, LocalDate.of(2020, 2, 12), "Europe/Berlin", List.of(a));
        assertThatThrownBy(
                        () -> workshops.close(event, new CloseAttendance.Overrule(a, AttendanceResult.ATTENDED, "  ")))
                .extracting("key")
                .isEqualTo("attendance.refused.noReason");
        assertThatThrownBy(() -> workshops.close(
                        event, new CloseAttendance.Overrule(stranger, AttendanceResult.ATTENDED, "was there")))
                .extracting("key")
                .isEqualTo("attendance.refused.noSeat");
        assertThatThrownBy(() -> workshops.present(event, stranger))
                .extracting("key")
                .isEqualTo("attendance.refused.noSeat");
        assertThat(workshops.lines("select status from event where public_id = ?1", event.toString()))
                .isEqualTo(List.of("CONFIRMED"));
        assertThat(rig.count("select count(*) from attendance_entry where event_id = ?1", workshops.eventId(event)))
                .isZero();
    }

    @Test
    void nothingIsRecordedBeforeTheStartAndNothingClosedBeforeTheEnd() {
        UUID a = workshops.sme("A");
        LocalDate day =
                LocalDate.ofInstant(rig.clock().instant(), ZoneId.of("UTC")).plusDays(10);
        UUID event = workshops.planned(EventKind.WORKSHOP, day, "Europe/Berlin");
        workshops.seat(event, List.of(a));
        assertThatThrownBy(() -> workshops.present(event, a))
                .extracting("key")
                .isEqualTo("attendance.refused.notStarted");
        assertThatThrownBy(() -> workshops.close(event)).isInstanceOf(Refused.class);
    }

    @Test
    void anEventWithoutSessionsIsTickedAsAWhole() {
        UUID a = workshops.sme("A");
        UUID event = workshops.over(EventKind.WORKSHOP, LocalDate.of(2020, 2, 13), "Europe/Berlin", List.of(a));
        rig.update("delete from event_session where event_id = ?1", workshops.eventId(event));
        workshops.byPm(() -> rig.get(RecordAttendance.class)
                .record(new RecordAttendance.Marks(
                        event, List.of(new RecordAttendance.Mark(a, 0, Presence.PRESENT, null)))));
        workshops.close(event);
        assertThat(workshops.lines(
                        "select result, minutes from attendance_result where event_id = ?1", workshops.eventId(event)))
                .containsExactly("ATTENDED 480");
    }

    @Test
    void aCorrectionIsANewEntryWithItsReasonAndTheSameOneTwiceIsRefused_R4_1() {
        UUID a = workshops.sme("A");
        UUID event = workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 2, 14), a);
        workshops.correct(event, a, AttendanceResult.PARTIAL, "Left at noon");
        assertThatThrownBy(() -> workshops.correct(event, a, AttendanceResult.PARTIAL, "Left at noon"))
                .extracting("key")
                .isEqualTo("attendance.refused.same");
        assertThatThrownBy(() -> workshops.correct(event, a, AttendanceResult.NO_SHOW, ""))
                .extracting("key")
                .isEqualTo("attendance.refused.noReason");
        assertThat(workshops.lines(
                        "select result, source, reason from attendance_entry where event_id = ?1 and session_id is null order by id",
                        workshops.eventId(event)))
                .containsExactly("ATTENDED RULE null", "PARTIAL CORRECTED Left at noon");
        assertThat(rig.get(AttendanceQueries.class).counts(workshops.eventId(event)))
                .isEqualTo(java.util.Map.of(AttendanceResult.PARTIAL, 1));
    }

    @Test
    void beforeClosingThereIsNothingToCorrect() {
        UUID a = workshops.sme("A");
        UUID event = workshops.over(EventKind.WORKSHOP, LocalDate.of(2020, 2, 17), "Europe/Berlin", List.of(a));
        assertThatThrownBy(() -> workshops.correct(event, a, AttendanceResult.ATTENDED, "was there"))
                .extracting("key")
                .isEqualTo("attendance.refused.open");
    }

    @Test
    void anSmeMayNotRecordCloseOrCorrect() {
        UUID event = workshops.over(EventKind.WORKSHOP, LocalDate.of(2020, 2, 18), "Europe/Berlin", List.of());
        var sme = Rig.caller(99, "Noor", "Asia/Amman", Role.SME);
        assertThatThrownBy(() -> rig.as(
                        sme, () -> rig.get(CloseAttendance.class).close(new CloseAttendance.Closing(event, List.of()))))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void ofTwoManagersWhoCloseAtOnceOneClosesAndTheOtherIsTold_oneAwardOneMail() throws Exception {
        UUID noor = workshops.sme("Noor");
        workshops.attended(EventKind.WORKSHOP, LocalDate.of(2020, 3, 2), noor);
        UUID event = workshops.over(EventKind.WORKSHOP, LocalDate.of(2020, 3, 9), "Europe/Berlin", List.of(noor));
        workshops.present(event, noor);
        List<String> told = atOnce(List.of(() -> workshops.close(event), () -> workshops.close(event)));
        assertThat(told).containsExactly("attendance.refused.closed");
        assertThat(rig.get(Text.class).of("attendance.refused.closed"))
                .startsWith("Attendance of this event is closed");
        assertThat(rig.count("select count(*) from award where sme_id = ?1", workshops.smeId(noor)))
                .isEqualTo(1);
        assertThat(rig.count(
                        "select count(*) from outbox_message where kind = 'badge-awarded' and recipient = (select email from sme where public_id = ?1)",
                        noor.toString()))
                .isEqualTo(1);
        assertThat(rig.count(
                        "select count(*) from attendance_entry where event_id = ?1 and source = 'RULE'",
                        workshops.eventId(event)))
                .isEqualTo(1);
    }

    @Test
    void twoWorkshopsThatCloseAtOnceTogetherAwardTheBadgeOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID noor = workshops.sme("Noor " + round);
            UUID one = workshops.over(EventKind.WORKSHOP, LocalDate.of(2020, 3, 16), "Europe/Berlin", List.of(noor));
            UUID two = workshops.over(EventKind.WORKSHOP, LocalDate.of(2020, 3, 17), "Europe/Berlin", List.of(noor));
            workshops.present(one, noor);
            workshops.present(two, noor);
            assertThat(atOnce(List.of(() -> workshops.close(one), () -> workshops.close(two))))
                    .isEmpty();
            assertThat(workshops.lines("select earned_on from award where sme_id = ?1", workshops.smeId(noor)))
                    .isEqualTo(List.of("2020-03-17"));
        }
    }

    private static void mark(UUID event, UUID sme, Presence presence, Integer minutes) {
        workshops.byPm(() -> rig.get(RecordAttendance.class)
                .record(new RecordAttendance.Marks(
                        event, List.of(new RecordAttendance.Mark(sme, workshops.session(event), presence, minutes)))));
    }

    /** The refusals of acts that run at the same time. */
    private static List<String> atOnce(List<Runnable> acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            List<Future<String>> results = new ArrayList<>();
            for (Runnable act : acts) {
                Callable<String> call = () -> {
                    start.await();
                    try {
                        act.run();
                        return "";
                    } catch (Refused refused) {
                        return refused.key();
                    }
                };
                results.add(threads.submit(call));
            }
            List<String> told = new ArrayList<>();
            for (Future<String> result : results) {
                told.add(result.get());
            }
            told.removeIf(String::isEmpty);
            return told;
        } finally {
            threads.shutdown();
        }
    }
}
