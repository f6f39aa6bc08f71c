package org.smeportal.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smeportal.attendance.AttendanceRule.Part;

/** R4.1: what the minutes of an SME come to. */
class AttendanceRuleTest {

    @Test
    void exactlyThreeQuartersIsAttended_R4_1() {
        assertThat(result(required(240, 180))).isEqualTo(AttendanceResult.ATTENDED);
    }

    @Test
    void oneMinuteBelowThreeQuartersIsPartial_R4_1() {
        assertThat(result(required(240, 179))).isEqualTo(AttendanceResult.PARTIAL);
    }

    @Test
    void theMinutesOfAllRequiredSessionsCountTogether() {
        assertThat(AttendanceRule.of(List.of(required(90, 90), required(90, 45), required(60, 45))))
                .isEqualTo(new AttendanceRule.Outcome(AttendanceResult.ATTENDED, 180, 240));
    }

    @Test
    void whoMissedTheOptionalSessionAttended() {
        assertThat(result(required(120, 120), optional(240, 0))).isEqualTo(AttendanceResult.ATTENDED);
    }

    @Test
    void anOptionalSessionDoesNotReplaceARequiredOne() {
        assertThat(result(required(120, 0), optional(240, 240))).isEqualTo(AttendanceResult.PARTIAL);
    }

    @Test
    void withoutRequiredSessionsAllCount() {
        assertThat(result(optional(60, 60), optional(60, 30))).isEqualTo(AttendanceResult.ATTENDED);
        assertThat(result(optional(60, 60), optional(60, 29))).isEqualTo(AttendanceResult.PARTIAL);
    }

    @Test
    void aSessionCannotGiveMoreMinutesThanItHas() {
        assertThat(result(required(60, 600), required(60, 0))).isEqualTo(AttendanceResult.PARTIAL);
    }

    @Test
    void whoWasNeverThereIsANoShow() {
        assertThat(result(required(60, 0), optional(60, 0))).isEqualTo(AttendanceResult.NO_SHOW);
        assertThat(result()).isEqualTo(AttendanceResult.NO_SHOW);
    }

    @Test
    void whoIsExcusedFromEverythingThatCountsIsExcused() {
        assertThat(result(excused(60), excused(60), optional(60, 0))).isEqualTo(AttendanceResult.EXCUSED);
        assertThat(result(excused(60), required(60, 0))).isEqualTo(AttendanceResult.NO_SHOW);
        assertThat(result(excused(60), required(60, 20))).isEqualTo(AttendanceResult.PARTIAL);
    }

    private static AttendanceResult result(Part... parts) {
        return AttendanceRule.of(List.of(parts)).result();
    }

    private static Part required(int minutes, int attended) {
        return new Part(true, minutes, attended, false);
    }

    private static Part optional(int minutes, int attended) {
        return new Part(false, minutes, attended, false);
    }

    private static Part excused(int minutes) {
        return new Part(true, minutes, 0, true);
    }
}
