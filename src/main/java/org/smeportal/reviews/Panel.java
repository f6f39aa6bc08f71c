package org.smeportal.reviews;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How the members of a group judged its items: how many verdicts of each kind, and how far they agree, as Krippendorff's alpha
 * (ordinal) with the raw share beside it. Nobody is left out, because that would tell who wrote what (R6.1).
 */
public record Panel(
        Map<Verdict, Integer> verdicts,
        @Nullable Double alpha,
        @Nullable Integer percent) {
    static final Panel NONE = new Panel(Map.of(), null, null);

    public Panel {
        verdicts = Map.copyOf(verdicts);
    }

    /** {@code items} are how many of each verdict, in their order, an item got. */
    static Panel of(List<int[]> items) {
        Map<Verdict, Integer> sums = new EnumMap<>(Verdict.class);
        for (int[] item : items) {
            for (Verdict verdict : Verdict.values()) {
                sums.merge(verdict, item[verdict.ordinal()], Integer::sum);
            }
        }
        Agreement.Measure measure = Agreement.ordinal(items);
        return new Panel(
                sums,
                boxed(measure.alpha()),
                measure.raw().isEmpty()
                        ? null
                        : (int) Math.round(100 * measure.raw().getAsDouble()));
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isEmpty() ? null : value.getAsDouble();
    }

    public int of(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    public int all() {
        return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
