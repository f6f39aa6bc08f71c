package org.smeportal.applications;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One reviewer's scores, by the version of the rubric that they were given by. */
public record Review(
        long reviewerId,
        String reviewer,
        int rubric,
        BigDecimal total,
        List<Given> given,
        @Nullable String comment,
        Instant scoredAt) {

    public record Given(long criterionId, String criterion, int points) {}

    public Review {
        given = List.copyOf(given);
    }

    /** 3.25 */
    public String totalText() {
        return total.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    Review with(List<Given> points) {
        return new Review(reviewerId, reviewer, rubric, total, points, comment, scoredAt);
    }

    /** By the name of the criterion, which versions share. */
    Map<String, Integer> points() {
        Map<String, Integer> points = new LinkedHashMap<>();
        given.forEach(one -> points.put(one.criterion(), one.points()));
        return points;
    }
}
