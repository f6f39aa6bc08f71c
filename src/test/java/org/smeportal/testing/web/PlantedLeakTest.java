package org.smeportal.testing.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A leak tells who wrote an item, in a page as in an answer for scripts; the one that is none does not. */
class PlantedLeakTest {
    private static final String PAGE =
            "<main><table><tr><th>Code</th></tr> <tr><td>1</td></tr> <tr><td>2</td></tr></table></main>";
    private static final String JSON = "{\"members\":[{\"code\":1},{\"code\":2}]}";

    @ParameterizedTest
    @ValueSource(strings = {PAGE, JSON})
    void whoWroteItMakesADifference(String body) {
        for (PlantedLeak leak : PlantedLeak.values()) {
            boolean isSame = leak.in(body, true, "ana").equals(leak.in(body, false, "bo"));
            boolean tellsInTheBody = leak != PlantedLeak.NONE && leak != PlantedLeak.LAST_MODIFIED;
            assertThat(isSame).as(leak.name()).isEqualTo(!tellsInTheBody);
        }
        assertThat(PlantedLeak.NONE.in(body, true, "ana")).isNotEqualTo(body);
    }

    @Test
    void itLooksLikeThePage() {
        assertThat(PlantedLeak.TALLY.in(PAGE, true, "")).endsWith("<p>Verdicts: 3</p></main>");
        assertThat(PlantedLeak.TALLY.in(JSON, false, "")).startsWith("{\"verdicts\":\"4\",\"members\"");
        assertThat(PlantedLeak.ORDER.in(JSON, true, "")).contains("[{\"code\":2},{\"code\":1}]");
        assertThat(PlantedLeak.ORDER.in(PAGE, true, "")).contains("Code</th></tr> <tr><td>2</td></tr> <tr><td>1</td>");
    }
}
