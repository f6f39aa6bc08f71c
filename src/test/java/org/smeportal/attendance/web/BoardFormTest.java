package org.smeportal.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smeportal.attendance.AttendanceResult;
import org.smeportal.attendance.Board;
import org.smeportal.attendance.CloseAttendance;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventStatus;
import org.smeportal.events.Modality;
import org.smeportal.kernel.Refused;

/** What the board says of a form before and after it is saved (R4.1). */
class BoardFormTest {

    private static final UUID LIAM = UUID.randomUUID();
    private static final Instant DAY = Instant.parse("2020-02-11T09:00:00Z");

    @Test
    void anOverruleWithoutAReasonIsRefusedBeforeAnythingIsSaved() {
        assertThatThrownBy(() -> form(Set.of(), " ").mustHaveReasons(board(0, null)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.key()).isEqualTo("attendance.refused.noReason");
                    assertThat(refused.arguments()).containsExactly("Liam");
                });
        form(Set.of(), "Led a group").mustHaveReasons(board(0, null));
    }

    @Test
    void whoWasPresentAllTheTimeIsNamedWhenExcusedWasTickedToo() {
        BoardForm form = form(Set.of(LIAM.toString()), "Led a group");
        assertThat(form.presentThoughExcused(board(240, AttendanceResult.ATTENDED)))
                .isEqualTo("Liam");
        assertThat(form.presentThoughExcused(board(0, AttendanceResult.EXCUSED)))
                .isEmpty();
    }

    private static BoardForm form(Set<String> excused, String reason) {
        return new BoardForm(
                Set.of(),
                excused,
                0,
                "",
                Map.of(LIAM.toString(), new CloseAttendance.Overrule(LIAM, AttendanceResult.ATTENDED, reason)));
    }

    private static Board board(int minutes, @Nullable AttendanceResult result) {
        Board.Cell cell = new Board.Cell(1, "Morning", DAY, 240, result, minutes);
        Board.Row row =
                new Board.Row(1, LIAM, "Liam", true, List.of(cell), AttendanceResult.NO_SHOW, minutes, 240, null, null);
        EventCard event = new EventCard(
                1,
                UUID.randomUUID(),
                EventKind.OTHER,
                null,
                null,
                "Item writing",
                null,
                EventStatus.RUNNING,
                Modality.VIRTUAL,
                ZoneId.of("UTC"),
                DAY,
                DAY.plusSeconds(14400),
                null,
                null,
                null,
                DAY.minusSeconds(86400),
                1,
                "Priya",
                null,
                0);
        return new Board(event, List.of(), List.of(row), 0);
    }
}
