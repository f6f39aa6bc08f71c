package org.smeportal.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.events.EventKind;
import org.smeportal.testing.Rig;

/** The board: everybody in one look, with the same few statements however many they are. */
class AttendanceQueriesIT {

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
    void boardForecastAndDecisionsTakeTheSameStatementsAtTenAndAThousandRows() {
        int ten = statements(10, LocalDate.of(2020, 2, 10));
        int thousand = statements(1000, LocalDate.of(2020, 2, 11));
        assertThat(thousand).isEqualTo(ten).isLessThanOrEqualTo(9);
    }

    private static int statements(int count, LocalDate day) {
        List<UUID> people = workshops.smes(count);
        workshops.attended(EventKind.WORKSHOP, day, people.toArray(UUID[]::new));
        UUID event = workshops.over(EventKind.WORKSHOP, day.plusDays(14), "Europe/Berlin", people);
        workshops.present(event, people.toArray(UUID[]::new));
        long id = workshops.eventId(event);
        rig.statements().reset();
        Board board = rig.get(AttendanceQueries.class).board(id);
        Set<Long> earning = rig.get(BadgeForecast.class).earning(id, board.attended());
        rig.get(AttendanceQueries.class).decisions(id, 50);
        int statements = rig.statements().count();
        assertThat(board.rows())
                .hasSize(count)
                .allMatch(row -> row.cells().get(0).present());
        assertThat(board.counts().get(AttendanceResult.ATTENDED)).isEqualTo(count);
        assertThat(earning).hasSize(count);
        return statements;
    }

    @Test
    void theBoardShowsSeatedAndWalkInsWithTheNewestEntryEachAndHowItStoodBefore() {
        UUID seated = workshops.sme("Ana");
        UUID walkIn = workshops.sme("Bo");
        workshops.sme("Nobody");
        UUID event = workshops.over(EventKind.WORKSHOP, LocalDate.of(2020, 5, 4), "Europe/Berlin", List.of(seated));
        long id = workshops.eventId(event);
        rig.update("""
                insert into attendance_entry
                    (event_id, sme_id, session_id, result, minutes, source, recorded_by, recorded_at)
                values (?1, ?2, ?3, 'PARTIAL', 40, 'IMPORTED', 'Report', now(6))""", id, workshops.smeId(walkIn), workshops.session(event));
        Board before = rig.get(AttendanceQueries.class).board(id);
        workshops.present(event, seated, walkIn);
        Board now = rig.get(AttendanceQueries.class).board(id);
        assertThat(names(now)).containsExactly("Ana true 480 ATTENDED", "Bo false 480 ATTENDED");
        assertThat(names(rig.get(AttendanceQueries.class).board(id, before.newest())))
                .containsExactly("Ana true 0 NO_SHOW", "Bo false 40 PARTIAL");
        workshops.close(event, new CloseAttendance.Overrule(walkIn, AttendanceResult.EXCUSED, "Called away"));
        assertThat(rig.get(AttendanceQueries.class).decisions(id, 50))
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).isEqualTo("Called away"));
        assertThat(rig.get(AttendanceQueries.class).ledger(id, workshops.smeId(walkIn)))
                .extracting(Board.Line::source)
                .containsExactly(AttendanceSource.OVERRULED, AttendanceSource.BOARD, AttendanceSource.IMPORTED);
    }

    private static List<String> names(Board board) {
        return board.rows().stream()
                .map(row -> row.name() + " " + row.seated() + " " + row.minutes() + " " + row.result())
                .collect(Collectors.toList());
    }
}
