package org.smeportal.applications;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.smeportal.kernel.Refused;

/** The criteria that applications are scored by, in one of their versions (R1.3). A version never changes. */
public record Rubric(long id, int number, Instant createdAt, String createdBy, List<Criterion> criteria) {
    public static final int MOST_CRITERIA = 8;

    private static final int DIGITS = 4;

    public Rubric {
        criteria = List.copyOf(criteria);
    }

    /** What a new version must be: some criteria with names of their own, not all of them without weight. */
    static void check(List<Criterion> criteria) {
        if (criteria.isEmpty() || criteria.size() > MOST_CRITERIA) {
            throw new Refused("applications.refused.criteria", MOST_CRITERIA);
        }
        Set<String> names = new HashSet<>();
        for (Criterion criterion : criteria) {
            if (!names.add(criterion.name().toLowerCase(Locale.ROOT))) {
                throw new Refused("applications.refused.criterionTwice", criterion.name());
            }
        }
        if (sum(criteria) == 0) {
            throw new Refused("applications.refused.noWeight");
        }
    }

    /** The weighted mean of the points by criterion, 0 to 4. Every criterion needs its points. */
    BigDecimal total(Map<Long, Integer> points) {
        long weighted = 0;
        for (Criterion criterion : criteria) {
            Integer given = points.get(criterion.id());
            if (given == null || given < 0 || given > Criterion.MOST_POINTS) {
                throw new Refused("applications.refused.points", criterion.name()).at("points." + criterion.id());
            }
            weighted += (long) given * criterion.weight();
        }
        return BigDecimal.valueOf(weighted).divide(BigDecimal.valueOf(sum(criteria)), DIGITS, RoundingMode.HALF_UP);
    }

    /** What a criterion weighs of all, in whole percent. */
    public long share(Criterion criterion) {
        return Math.round(100.0 * criterion.weight() / sum(criteria));
    }

    private static int sum(List<Criterion> criteria) {
        return criteria.stream().mapToInt(Criterion::weight).sum();
    }
}
