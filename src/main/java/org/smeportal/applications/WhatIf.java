package org.smeportal.applications;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How scored applications would rank with other weights (R1.3): a look, nothing is stored. Criteria are found by name, so
 * scores by an older version count for the criteria that both have.
 */
public final class WhatIf {

    private WhatIf() {}

    /** {@code points}: the mean points by the name of the criterion. */
    public record Scored(UUID publicId, String name, Map<String, Double> points) {}

    /** {@code score} is 0 to 4; {@code crosses} says on which side of the line it is now and then. */
    public record Row(
            UUID publicId,
            String name,
            double scoreNow,
            double scoreThen,
            int rankNow,
            int rankThen,
            @Nullable Crossing crosses) {

        /** Places gained; negative when lost. */
        public int gain() {
            return rankNow - rankThen;
        }
    }

    public enum Crossing {
        INTO,
        OUT_OF
    }

    /** Those that move first, the farthest at the top. {@code line}: how many are taken. */
    public static List<Row> compare(
            List<Scored> scored, Map<String, Integer> now, Map<String, Integer> then, int line) {
        List<Scored> byNow = ranked(scored, now);
        List<Scored> byThen = ranked(scored, then);
        List<Row> rows = new ArrayList<>();
        for (Scored one : byNow) {
            int rankNow = byNow.indexOf(one) + 1;
            int rankThen = byThen.indexOf(one) + 1;
            boolean in = rankThen <= line;
            rows.add(new Row(
                    one.publicId(),
                    one.name(),
                    total(one, now),
                    total(one, then),
                    rankNow,
                    rankThen,
                    rankNow <= line == in ? null : in ? Crossing.INTO : Crossing.OUT_OF));
        }
        rows.sort(Comparator.comparing((Row row) -> row.crosses() == null)
                .thenComparing(row -> -Math.abs(row.gain()))
                .thenComparing(Row::rankThen));
        return rows;
    }

    private static List<Scored> ranked(List<Scored> scored, Map<String, Integer> weights) {
        return scored.stream()
                .sorted(Comparator.comparing((Scored one) -> -total(one, weights))
                        .thenComparing(Scored::name)
                        .thenComparing(Scored::publicId))
                .toList();
    }

    private static double total(Scored one, Map<String, Integer> weights) {
        double sum = 0;
        long weight = 0;
        for (Map.Entry<String, Integer> criterion : weights.entrySet()) {
            Double points = one.points().get(criterion.getKey());
            if (points != null) {
                sum += points * criterion.getValue();
                weight += criterion.getValue();
            }
        }
        return weight == 0 ? 0 : sum / weight;
    }
}
