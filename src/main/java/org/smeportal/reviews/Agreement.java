package org.smeportal.reviews;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;

/**
 * How far people who judged the same things agree: Krippendorff's alpha (items.md 2), always with the raw share of pairs that
 * agree beside it. A unit is one thing that was judged: how many gave it each of the values, from the first to the last.
 */
final class Agreement {
    private Agreement() {}

    /** {@code alpha} is empty where nothing can disagree: no unit has two values, or all values are the same. */
    record Measure(OptionalDouble alpha, OptionalDouble raw) {}

    static Measure ordinal(List<int[]> units) {
        double[] totals = totals(units);
        return measure(units, totals, (one, other) -> {
            double between = 0;
            int low = (int) Math.min(one, other);
            int high = (int) Math.max(one, other);
            for (int value = low; value <= high; value++) {
                between += totals[value];
            }
            double distance = between - (totals[low] + totals[high]) / 2;
            return distance * distance;
        });
    }

    static Measure nominal(List<int[]> units) {
        return measure(units, totals(units), (one, other) -> 1);
    }

    /** Units with one value only have nothing to be compared with, and count nowhere. */
    private static double[] totals(List<int[]> units) {
        double[] totals =
                new double[units.stream().mapToInt(unit -> unit.length).max().orElse(0)];
        units.stream().filter(unit -> size(unit) > 1).forEach(unit -> {
            for (int value = 0; value < unit.length; value++) {
                totals[value] += unit[value];
            }
        });
        return totals;
    }

    private static Measure measure(List<int[]> units, double[] totals, DoubleBinaryOperator distance) {
        double seen = 0;
        double pairs = 0;
        double agreeing = 0;
        for (int[] unit : units) {
            int size = size(unit);
            for (int one = 0; size > 1 && one < unit.length; one++) {
                agreeing += (double) unit[one] * (unit[one] - 1) / 2;
                for (int other = one + 1; other < unit.length; other++) {
                    seen += (double) unit[one] * unit[other] / (size - 1) * distance.applyAsDouble(one, other);
                }
            }
            pairs += size * (size - 1) / 2.0;
        }
        double all = Arrays.stream(totals).sum();
        double expected = 0;
        for (int one = 0; one < totals.length; one++) {
            for (int other = one + 1; other < totals.length; other++) {
                expected += totals[one] * totals[other] * distance.applyAsDouble(one, other);
            }
        }
        return new Measure(
                expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (all - 1) * seen / expected),
                pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(agreeing / pairs));
    }

    private static int size(int[] unit) {
        return Arrays.stream(unit).sum();
    }
}
