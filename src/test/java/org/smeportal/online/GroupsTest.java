package org.smeportal.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Groups are spread evenly, whoever is drawn (R4.6). */
class GroupsTest {

    @Property(tries = 200)
    void noGroupHasOverOnePersonMoreThanAnother_R4_6(
            @ForAll @IntRange(min = 0, max = 200) int people,
            @ForAll @IntRange(min = 1, max = 9) int rooms,
            @ForAll long seed) {
        Map<Long, Integer> sizes = new HashMap<>();
        LongStream.rangeClosed(1, rooms).forEach(room -> sizes.put(room, 0));
        Map<Long, Long> groups = Groups.spread(people(people), sizes, new Random(seed));

        assertThat(groups).hasSize(people);
        Map<Long, Long> counts =
                groups.values().stream().collect(Collectors.groupingBy(room -> room, Collectors.counting()));
        sizes.keySet()
                .forEach(room -> assertThat(counts.getOrDefault(room, 0L))
                        .isBetween((long) people / rooms, (long) (people + rooms - 1) / rooms));
    }

    @Test
    void whoIsAddedLaterFillsTheSmallestGroup_R4_6() {
        Map<Long, Long> groups = Groups.spread(people(4), Map.of(1L, 5, 2L, 1), new Random(1));
        assertThat(groups.values()).containsOnly(2L);
    }

    @Test
    void anotherDrawIsAnotherSpread_R4_6() {
        Map<Long, Integer> sizes = Map.of(1L, 0, 2L, 0);
        assertThat(Groups.spread(people(20), sizes, new Random(1)))
                .isNotEqualTo(Groups.spread(people(20), sizes, new Random(2)));
    }

    private static List<Long> people(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }
}
