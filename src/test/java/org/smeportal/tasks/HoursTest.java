package org.smeportal.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.kernel.Refused;

/** Hours as people type them (R8.5). */
class HoursTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"1.5 90", "1,5 90", "1:30 90", ".25 15", "2 120", "0:01 1", "0.02 1", "1000 60000", "1000:00 60000"
            })
    void areTakenInDecimalsAndAsOnAClock(String typed, int minutes) {
        assertThat(Hours.minutes(typed)).isEqualTo(minutes);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "1:60", "1:5", "-1", "1.2345", "1e3", "1:30:00", "１"})
    void anythingElseIsRefused(String typed) {
        assertThatThrownBy(() -> Hours.minutes(typed))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("refused.hours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0:00", "0.001", "1000.1", "1000:01", "99999", "99999:59"})
    void areMoreThanNothingAndAtMostAThousand(String typed) {
        assertThatThrownBy(() -> Hours.minutes(typed))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("tasks.refused.hoursRange");
    }

    @Test
    void areShownAsOnAClock() {
        assertThat(Hours.text(0)).isEqualTo("0:00");
        assertThat(Hours.text(605)).isEqualTo("10:05");
    }
}
