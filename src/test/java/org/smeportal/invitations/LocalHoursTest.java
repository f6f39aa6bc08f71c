package org.smeportal.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Whether an event falls into the waking hours of an SME. */
class LocalHoursTest {

    private final LocalHours afternoon =
            new LocalHours(Instant.parse("2020-11-24T14:00:00Z"), Instant.parse("2020-11-24T18:00:00Z"));

    @Test
    void theHoursAreThoseOfTheSme() {
        assertThat(afternoon.in(ZoneId.of("Europe/Lisbon"))).isEqualTo("14:00–18:00");
        assertThat(afternoon.in(ZoneId.of("America/New_York"))).isEqualTo("09:00–13:00");
    }

    @Test
    void beforeEightAfterEightAndOverMidnightAreUnsocial() {
        assertThat(afternoon.unsocialIn(ZoneId.of("Europe/Lisbon"))).isFalse();
        assertThat(afternoon.unsocialIn(ZoneId.of("America/Los_Angeles")))
                .as("06:00")
                .isTrue();
        assertThat(afternoon.unsocialIn(ZoneId.of("Asia/Kolkata")))
                .as("until 23:30")
                .isTrue();
        assertThat(afternoon.unsocialIn(ZoneId.of("Asia/Singapore")))
                .as("over midnight")
                .isTrue();
        assertThat(afternoon.unsocialIn(ZoneId.of("Africa/Cairo")))
                .as("16:00 to 20:00 sharp")
                .isFalse();
        assertThat(afternoon.unsocialIn(ZoneId.of("Europe/Istanbul")))
                .as("until 21:00")
                .isTrue();
    }
}
