package org.smeportal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smeportal.items.ItemStatus;

/** The table of an exam (R8.2): columns, what counts for a target, what is missing, who waits longest. */
class PipelineTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 3, 20);

    @Test
    void everyStateStandsInExactlyOneColumn() {
        for (ItemStatus status : ItemStatus.values()) {
            assertThat(Arrays.stream(StateGroup.values())
                            .filter(group -> group.states().contains(status)))
                    .as(status.name())
                    .containsExactly(StateGroup.of(status));
        }
    }

    @Test
    void draftsAndWhatIsOverCountForNoTarget() {
        Pipeline table = Pipeline.of(
                List.of(domain(1, 5)),
                List.of(
                        count(1, ItemStatus.DRAFT, 7, 1),
                        count(1, ItemStatus.SUBMITTED, 1, 1),
                        count(1, ItemStatus.SCORED_LIVE, 2, 1),
                        count(1, ItemStatus.REJECTED, 9, 1),
                        count(1, ItemStatus.RETIRED, 4, 1)),
                TODAY);
        assertThat(table.lines().get(0).made()).isEqualTo(3);
        assertThat(table.lines().get(0).missing()).isEqualTo(2);
        assertThat(table.sum(StateGroup.OVER)).isEqualTo(13);
    }

    @Test
    void whatOneDomainHasTooManyOfFillsNoOther() {
        Pipeline table = Pipeline.of(
                List.of(domain(1, 2), domain(2, 3)),
                List.of(count(1, ItemStatus.SUBMITTED, 6, 1), count(2, ItemStatus.QC1, 1, 1)),
                TODAY);
        assertThat(table.made()).isEqualTo(7);
        assertThat(table.wanted()).isEqualTo(5);
        assertThat(table.missing()).isEqualTo(2);
    }

    @Test
    void theOldestOfAColumnWaitsLongestAndDraftsHaveNoAge() {
        Pipeline table = Pipeline.of(
                List.of(domain(1, 0), domain(2, 0)),
                List.of(
                        count(1, ItemStatus.IN_REVIEW, 1, 3),
                        count(2, ItemStatus.REVISION, 1, 12),
                        count(2, ItemStatus.DRAFT, 1, 40)),
                TODAY);
        assertThat(table.longest(StateGroup.REVIEW)).isEqualTo(12);
        assertThat(table.longest(StateGroup.DRAFTS)).isNull();
        assertThat(table.longest(StateGroup.SCORED)).isNull();
    }

    @Test
    void draftsWithoutADomainHaveALineOfTheirOwn() {
        Pipeline table = Pipeline.of(List.of(domain(1, 0)), List.of(count(0, ItemStatus.DRAFT, 4, 1)), TODAY);
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(1).count(StateGroup.DRAFTS)).isEqualTo(4);
        assertThat(Pipeline.of(List.of(domain(1, 0)), List.of(), TODAY).rows()).hasSize(1);
    }

    private static PipelineQueries.Domain domain(int number, int wanted) {
        return new PipelineQueries.Domain(number, "Domain " + number, BigDecimal.TEN, wanted);
    }

    private static PipelineQueries.Count count(int domain, ItemStatus status, int items, int daysAgo) {
        return new PipelineQueries.Count(domain, status, items, TODAY.minusDays(daysAgo));
    }
}
