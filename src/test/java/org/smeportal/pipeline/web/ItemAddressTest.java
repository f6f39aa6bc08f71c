package org.smeportal.pipeline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.smeportal.items.ItemQueries;
import org.smeportal.items.ItemStatus;
import org.smeportal.linter.Rule;
import org.smeportal.pipeline.StateGroup;

/** What the address of the list asks for: whole days of UTC, states and groups of them, never drafts. */
class ItemAddressTest {
    private static final Clock EARLY = at("2020-03-20T00:05:00Z");
    private static final Clock LATE = at("2020-03-20T23:55:00Z");

    @Test
    void whoAsksAgainOnTheSameDayLearnsNoHour() {
        ItemAddress threeDays = address("", "", 3);
        assertThat(threeDays.filter(EARLY).since())
                .isEqualTo(threeDays.filter(LATE).since())
                .isEqualTo(Instant.parse("2020-03-17T23:59:59.999999Z"));
    }

    @Test
    void withoutDaysEverythingIsOldEnough() {
        assertThat(address("", "", 0).filter(EARLY).since()).isAfter(EARLY.instant());
    }

    @Test
    void aGroupIsAllItsStatesAndAStateIsOne() {
        assertThat(address("", "REVIEW", 0).filter(EARLY).among()).isEqualTo(StateGroup.REVIEW.states());
        ItemQueries.Filter one = address("", "QC1", 0).filter(EARLY);
        assertThat(one.status()).isEqualTo(ItemStatus.QC1);
        assertThat(one.among()).isEmpty();
        assertThat(address("", "nonsense", 0).filter(EARLY).status()).isNull();
    }

    @Test
    void draftsAreNeverAskedForAndADomainNeedsItsExam() {
        assertThat(address("", "", 0).filter(EARLY).handedIn()).isTrue();
        assertThat(address("", "", 0).filter(EARLY).domain()).isZero();
        assertThat(address("SAP", "", 0).filter(EARLY).domain()).isEqualTo(2);
    }

    @Test
    void aRuleIsOneOfTheLinterAndOnlyThenAFilter() {
        ItemAddress waived = new ItemAddress("", "", 0, "", "", 0, "L7", ItemQueries.SortField.AGE);
        assertThat(waived.filter(EARLY).waived()).isEqualTo(Rule.L7);
        assertThat(waived.asksForNothing()).isFalse();
        assertThat(new ItemAddress("", "", 0, "", "", 0, "L99", ItemQueries.SortField.AGE)
                        .filter(EARLY)
                        .waived())
                .isNull();
    }

    private static ItemAddress address(String exam, String state, int days) {
        return new ItemAddress("", exam, 2, state, "", days, "", ItemQueries.SortField.AGE);
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
