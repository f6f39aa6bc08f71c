package org.smeportal.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** From the end of the event on, for a while, and changed for fourteen days (R4.7). */
class FeedbackPolicyTest {

    private static final Instant END = Instant.parse("2020-03-10T17:00:00Z");

    @Test
    void itOpensWithTheEndAndClosesAfterThirtyDays_R4_7() {
        assertThat(FeedbackPolicy.closed(END, null, END.minusNanos(1000))).contains("feedback.refused.notOver");
        assertThat(FeedbackPolicy.closed(END, null, END)).isEmpty();
        assertThat(FeedbackPolicy.closed(
                        END, null, END.plus(Duration.ofDays(30)).minusMillis(1)))
                .isEmpty();
        assertThat(FeedbackPolicy.closed(END, null, END.plus(Duration.ofDays(30))))
                .contains("feedback.refused.late");
    }

    @Test
    void whatWasSaidCanBeChangedForFourteenDaysAlsoWhenGivenLate_R4_7() {
        Instant given = END.plus(Duration.ofDays(29));
        assertThat(FeedbackPolicy.closed(
                        END, given, given.plus(Duration.ofDays(14)).minusMillis(1)))
                .isEmpty();
        assertThat(FeedbackPolicy.closed(END, given, given.plus(Duration.ofDays(14))))
                .contains("feedback.refused.fixed");
    }
}
