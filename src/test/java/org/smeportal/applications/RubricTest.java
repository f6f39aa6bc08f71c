package org.smeportal.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Refused;

/** The arithmetic of scores (R1.3): weighted totals, disagreement, other weights. */
class RubricTest {
    private static final Rubric RUBRIC = new Rubric(
            1,
            1,
            Instant.EPOCH,
            "P",
            List.of(criterion(11, "Depth", 60), criterion(12, "Breadth", 30), criterion(13, "Clarity", 10)));

    private static Criterion criterion(long id, String name, int weight) {
        return new Criterion(id, name, "About " + name, weight, List.of());
    }

    private static Review review(long reviewer, int depth, int breadth, int clarity) {
        Map<Long, Integer> points = Map.of(11L, depth, 12L, breadth, 13L, clarity);
        List<Review.Given> given = new ArrayList<>();
        RUBRIC.criteria().forEach(one -> given.add(new Review.Given(one.id(), one.name(), points.get(one.id()))));
        return new Review(reviewer, "R" + reviewer, 1, RUBRIC.total(points), given, null, Instant.EPOCH);
    }

    @Test
    void aTotalIsTheWeightedMeanOfThePoints() {
        assertThat(RUBRIC.total(Map.of(11L, 4, 12L, 2, 13L, 0))).isEqualByComparingTo("3.0");
        assertThat(RUBRIC.total(Map.of(11L, 0, 12L, 0, 13L, 0))).isEqualByComparingTo("0");
        assertThat(RUBRIC.total(Map.of(11L, 4, 12L, 4, 13L, 4))).isEqualByComparingTo("4");
    }

    @Test
    void weightsAreSharesOfTheirSumAndNeedNotBeAHundred() {
        Rubric odd = new Rubric(
                2, 2, Instant.EPOCH, "P", List.of(criterion(1, "A", 1), criterion(2, "B", 2), criterion(3, "C", 0)));
        assertThat(odd.total(Map.of(1L, 4, 2L, 1, 3L, 4))).isEqualByComparingTo("2.0");
        assertThat(odd.criteria()).extracting(odd::share).containsExactly(33L, 67L, 0L);
    }

    @Test
    void everyCriterionNeedsItsPointsFromZeroToFour() {
        assertThatThrownBy(() -> RUBRIC.total(Map.of(11L, 4, 12L, 2)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("applications.refused.points")
                .hasMessageContaining("Clarity");
        assertThatThrownBy(() -> RUBRIC.total(Map.of(11L, 5, 12L, 2, 13L, 1))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> RUBRIC.total(Map.of(11L, -1, 12L, 2, 13L, 1))).isInstanceOf(Refused.class);
    }

    @Test
    void oneScoreAloneHasNoMeanAndNobodyDisagreesWithIt() {
        assertThat(Scores.of(List.of())).isEqualTo(new Scores(0, null, false));
        assertThat(Scores.of(List.of(review(1, 4, 4, 4)))).isEqualTo(new Scores(1, null, false));
    }

    @Test
    void twoPointsApartInOneCriterionAreADisagreementAndOneIsNot() {
        Scores near = Scores.of(List.of(review(1, 3, 3, 3), review(2, 3, 2, 4)));
        assertThat(near.disagreement()).isFalse();
        assertThat(near.mean()).isEqualByComparingTo("2.9");
        List<Review> apart = List.of(review(1, 3, 3, 4), review(2, 3, 3, 2));
        assertThat(Scores.of(apart).disagreement()).isTrue();
        assertThat(Scores.farApart(apart)).containsExactly("Clarity");
    }

    @Test
    void totalsAWholePointApartAreADisagreementToo() {
        Scores scores = Scores.of(List.of(review(1, 3, 3, 3), review(2, 2, 2, 2)));
        assertThat(Scores.farApart(List.of(review(1, 3, 3, 3), review(2, 2, 2, 2))))
                .isEmpty();
        assertThat(scores.disagreement()).isTrue();
        assertThat(scores.mean()).isEqualByComparingTo(new BigDecimal("2.5"));
    }

    @Test
    void aVersionNeedsNamesOfItsOwnAndSomeWeight() {
        assertThatThrownBy(() -> Rubric.check(List.of())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Rubric.check(List.of(criterion(0, "A", 0), criterion(0, "B", 0))))
                .hasMessageContaining("noWeight");
        assertThatThrownBy(() -> Rubric.check(List.of(criterion(0, "Depth", 1), criterion(0, "depth", 1))))
                .hasMessageContaining("criterionTwice");
        Rubric.check(List.of(criterion(0, "A", 0), criterion(0, "B", 5)));
    }

    @Test
    void aTypedCriterionHasFiveAnchorsOrNone() {
        assertThat(Criterion.typed("A", "About", 10, "none\nsome\r\n\nmore\nmuch\nall ")
                        .points())
                .extracting(Criterion.Point::anchor)
                .containsExactly("none", "some", "more", "much", "all");
        assertThat(Criterion.typed("A", "About", 10, " ").points()).hasSize(5);
        assertThatThrownBy(() -> Criterion.typed("A", "About", 10, "none\nall")).hasMessageContaining("anchors");
        assertThatThrownBy(() -> Criterion.typed("A", "About", 101, "")).hasMessageContaining("weight");
        assertThatThrownBy(() -> Criterion.typed("A", "About", null, "")).hasMessageContaining("weight");
    }

    @Test
    void otherWeightsMovePeopleOverTheLineAndTheMovedStandFirst() {
        Map<String, Integer> now = new LinkedHashMap<>(Map.of("Depth", 100, "Clarity", 0));
        List<WhatIf.Row> rows = WhatIf.compare(
                List.of(scored("Ana", 4, 0), scored("Bo", 3, 1), scored("Cy", 2, 4), scored("Di", 1, 1)),
                now,
                Map.of("Depth", 50, "Clarity", 50),
                2);
        assertThat(rows).extracting(WhatIf.Row::name).containsExactly("Cy", "Bo", "Ana", "Di");
        assertThat(rows.get(0).crosses()).isEqualTo(WhatIf.Crossing.INTO);
        assertThat(rows.get(0).gain()).isEqualTo(2);
        assertThat(rows.get(0).scoreThen()).isEqualTo(3.0);
        assertThat(rows)
                .filteredOn(row -> row.crosses() == WhatIf.Crossing.OUT_OF)
                .hasSize(1);
    }

    @Test
    void aCriterionThatAnOlderScoreLacksCountsForNothing() {
        WhatIf.Scored old = new WhatIf.Scored(UUID.randomUUID(), "Old", Map.of("Depth", 3.0));
        assertThat(WhatIf.compare(List.of(old), Map.of("Depth", 1), Map.of("Depth", 1, "New", 9), 1))
                .singleElement()
                .extracting(WhatIf.Row::scoreThen)
                .isEqualTo(3.0);
    }

    private static WhatIf.Scored scored(String name, double depth, double clarity) {
        return new WhatIf.Scored(UUID.randomUUID(), name, Map.of("Depth", depth, "Clarity", clarity));
    }

    @Test
    void aFilterSurvivesTheWayThroughAnAddress() {
        QueueFilter filter = new QueueFilter(
                "Mül & söhne=1", QueueTab.ALL, 7, "PT", Attendance.NEARBY, true, true, true, true, QueueSort.SCORE);
        assertThat(QueueFilter.parse(filter.query())).isEqualTo(filter);
        assertThat(QueueFilter.parse("tab=NONE&exam=x&sort=&%zz=%zz&country"))
                .isEqualTo(QueueFilter.parse(null))
                .matches(QueueFilter::asksForNothing);
    }
}
