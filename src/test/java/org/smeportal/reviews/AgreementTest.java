package org.smeportal.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Agreement against the published values of Krippendorff's "C" data: four observers, twelve units, some values missing. */
class AgreementTest {
    /** A row for each observer; 0 where they said nothing. */
    private static final int[][] C = {
        {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
        {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
        {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
        {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}
    };

    private static List<int[]> units(int[]... observers) {
        return IntStream.range(0, observers[0].length)
                .mapToObj(unit -> {
                    int[] counts = new int[5];
                    Arrays.stream(observers)
                            .mapToInt(values -> values[unit])
                            .filter(value -> value > 0)
                            .forEach(value -> counts[value - 1]++);
                    return counts;
                })
                .toList();
    }

    @Test
    void nominalAlphaIsThePublishedOne() {
        assertThat(Agreement.nominal(units(C)).alpha().orElseThrow()).isCloseTo(.743, within(.0005));
    }

    @Test
    void ordinalAlphaIsThePublishedOne() {
        assertThat(Agreement.ordinal(units(C)).alpha().orElseThrow()).isCloseTo(.815, within(.0005));
    }

    @Test
    void theRawShareCountsPairsThatAgree() {
        assertThat(Agreement.ordinal(List.of(new int[] {3, 1, 0, 0})).raw().orElseThrow())
                .isCloseTo(3 / 6.0, within(1e-12));
        assertThat(Agreement.ordinal(List.of(new int[] {2, 0}, new int[] {1, 1}))
                        .raw()
                        .orElseThrow())
                .isCloseTo(1 / 2.0, within(1e-12));
    }

    @Test
    void whoAgreesInEverythingThatDiffersHasOneAndWhoSaysTheSameAlwaysHasNone() {
        Agreement.Measure differs = Agreement.ordinal(List.of(new int[] {3, 0, 0, 0}, new int[] {0, 0, 0, 3}));
        assertThat(differs.alpha().orElseThrow()).isEqualTo(1);
        Agreement.Measure same = Agreement.ordinal(List.of(new int[] {3, 0, 0, 0}, new int[] {4, 0, 0, 0}));
        assertThat(same.alpha()).as("nothing can be told").isEmpty();
        assertThat(same.raw().orElseThrow()).isEqualTo(1);
    }

    @Test
    void oneVerdictAloneAgreesWithNobody() {
        Agreement.Measure alone = Agreement.ordinal(List.of(new int[] {1, 0}, new int[] {0, 1}));
        assertThat(alone.alpha()).isEmpty();
        assertThat(alone.raw()).isEmpty();
        assertThat(Agreement.nominal(List.of()).alpha()).isEmpty();
    }

    @Test
    void aStepFurtherApartCountsMoreWhereValuesHaveAnOrder() {
        List<int[]> near = List.of(new int[] {2, 2, 0, 0}, new int[] {0, 0, 2, 2});
        List<int[]> far = List.of(new int[] {2, 0, 0, 2}, new int[] {0, 2, 2, 0});
        assertThat(Agreement.ordinal(near).alpha().orElseThrow())
                .isGreaterThan(Agreement.ordinal(far).alpha().orElseThrow());
        assertThat(Agreement.nominal(near).alpha().orElseThrow())
                .isEqualTo(Agreement.nominal(far).alpha().orElseThrow());
    }
}
