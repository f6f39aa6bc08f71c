package org.smeportal.reviews;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
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

    /** {@code items} are how many of each verdict an item got. */
    static Panel of(Collection<Map<Verdict, Integer>> items) {
        Map<Verdict, Integer> sums = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            sums.put(
                    verdict,
                    items.stream()
                            .mapToInt(item -> item.getOrDefault(verdict, 0))
                            .sum());
        }
        Agreement.Measure measure =
                Agreement.ordinal(items.stream().map(Panel::inOrder).toList());
        return new Panel(
                sums,
                boxed(measure.alpha()),
                measure.raw().isEmpty()
                        ? null
                        : (int) Math.round(100 * measure.raw().getAsDouble()));
    }

    private static int[] inOrder(Map<Verdict, Integer> item) {
        return Arrays.stream(Verdict.values())
                .mapToInt(verdict -> item.getOrDefault(verdict, 0))
                .toArray();
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
