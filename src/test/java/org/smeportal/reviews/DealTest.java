package org.smeportal.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Items go to groups by domain in a random order that ignores authors (R6.1). */
class DealTest {
    @Property(tries = 200)
    void everyItemIsDealtOnceAndGroupsDifferByOneAtMost(
            @ForAll @IntRange(min = 1, max = 60) int items,
            @ForAll @IntRange(min = 1, max = 6) int groups,
            @ForAll long seed) {
        List<List<Deal.Card>> dealt = Deal.items(cards(items), groups, seed);
        assertThat(dealt).hasSize(groups);
        assertThat(dealt.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(cards(items));
        assertThat(dealt.stream().mapToInt(List::size).max().orElse(0)
                        - dealt.stream().mapToInt(List::size).min().orElse(0))
                .isLessThanOrEqualTo(1);
    }

    @Property(tries = 100)
    void theOrderInWhichItemsComeInIsForgotten(@ForAll long seed, @ForAll long order) {
        List<Deal.Card> shuffled = new ArrayList<>(cards(24));
        Collections.shuffle(shuffled, new Random(order));
        assertThat(Deal.items(shuffled, 3, seed)).isEqualTo(Deal.items(cards(24), 3, seed));
    }

    @Test
    void domainsStayTogether() {
        for (List<Deal.Card> group : Deal.items(cards(24), 3, 7)) {
            List<Integer> domains = group.stream().map(Deal.Card::domain).toList();
            assertThat(domains).isSorted();
        }
    }

    @Test
    void anotherSeedIsAnotherOrder() {
        Set<List<List<Deal.Card>>> orders = new HashSet<>();
        LongStream.range(0, 20).forEach(seed -> orders.add(Deal.items(cards(24), 3, seed)));
        assertThat(orders).hasSizeGreaterThan(15);
    }

    private static List<Deal.Card> cards(int count) {
        return LongStream.range(0, count)
                .mapToObj(number -> new Deal.Card("ITM-%04d".formatted(number * 37 % 9973), (int) (number % 4) + 1))
                .toList();
    }
}
