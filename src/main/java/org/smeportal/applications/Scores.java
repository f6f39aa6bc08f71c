package org.smeportal.applications;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the scores of an application come to (R1.3). Two reviewers score each; before the second nothing is said of the
 * first. They disagree when their points for one criterion differ by two or more, or their totals by a whole point.
 */
public record Scores(int in, @Nullable BigDecimal mean, boolean disagreement) {
    /** How many score an application. */
    static final int WANTED = 2;

    private static final int FAR = 2;

    static Scores of(List<Review> reviews) {
        if (reviews.size() < WANTED) {
            return new Scores(reviews.size(), null, false);
        }
        BigDecimal sum = reviews.stream().map(Review::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = sum.divide(BigDecimal.valueOf(reviews.size()), 4, RoundingMode.HALF_UP);
        boolean apart = !farApart(reviews).isEmpty() || spread(reviews).compareTo(BigDecimal.ONE) >= 0;
        return new Scores(reviews.size(), mean, apart);
    }

    /** The criteria of which reviewers think differently. */
    public static Set<String> farApart(List<Review> reviews) {
        Set<String> names = new LinkedHashSet<>();
        for (Review one : reviews) {
            for (Review other : reviews) {
                Map<String, Integer> points = other.points();
                one.points().forEach((criterion, given) -> {
                    Integer theirs = points.get(criterion);
                    if (theirs != null && given - theirs >= FAR) {
                        names.add(criterion);
                    }
                });
            }
        }
        return names;
    }

    private static BigDecimal spread(List<Review> reviews) {
        BigDecimal least =
                reviews.stream().map(Review::total).reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
        BigDecimal most =
                reviews.stream().map(Review::total).reduce(BigDecimal::max).orElse(BigDecimal.ZERO);
        return most.subtract(least);
    }
}
