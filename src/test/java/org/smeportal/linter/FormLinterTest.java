package org.smeportal.linter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smeportal.wording.ItemText;

/** L27: what a whole form gives away. */
class FormLinterTest {
    private final FormLinter linter = new FormLinter();

    private static ItemText item(int number, String key) {
        return Items.of(
                "Which step is number " + number + "?", key, "Call the vendor", "Move the disks", "Wait for a day");
    }

    private List<String> messages(List<FormItem> form) {
        return linter.check(form).stream().map(FormFinding::message).toList();
    }

    @Test
    void keysThatGatherAtOnePlaceAreSeen() {
        List<FormItem> gathered = IntStream.range(0, 20)
                .mapToObj(i -> new FormItem("I" + i, item(i, "Use"), Set.of()))
                .toList();
        List<FormItem> spread = IntStream.range(0, 20)
                .mapToObj(i -> new FormItem("I" + i, LinterTest.keyAt(item(i, "Use"), i % 4), Set.of()))
                .toList();
        assertThat(messages(gathered)).containsExactly("found.form.positions");
        assertThat(messages(spread)).isEmpty();
    }

    @Test
    void keysThatAreTooOftenTheLongestAreSeen() {
        List<FormItem> form = IntStream.range(0, 20)
                .mapToObj(i -> new FormItem(
                        "I" + i,
                        LinterTest.keyAt(item(i, i % 2 == 0 ? "Use it" : "Use a queue with retries"), i % 4),
                        Set.of()))
                .toList();
        assertThat(linter.check(form)).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("found.form.longest");
            assertThat(finding.items()).hasSize(10);
        });
    }

    @Test
    void whatIsCountedIsThereWhateverItIs() {
        List<FormItem> few = List.of(
                new FormItem("A", LinterTest.keyAt(item(1, "Use a queue with retries"), 2), Set.of()),
                new FormItem("B", item(2, "Use it"), Set.of()));
        assertThat(linter.figures(few)).isEqualTo(new FormLinter.Figures(2, List.of(1, 0, 1, 0), 1));
        assertThat(linter.check(few)).as("two say nothing").isEmpty();
        assertThat(linter.figures(List.of())).isEqualTo(new FormLinter.Figures(0, List.of(), 0));
    }

    @Test
    void aWholePoolIsReadInNoTime() {
        List<FormItem> pool = IntStream.range(0, 1000)
                .mapToObj(i -> new FormItem(
                        "I" + i,
                        Items.scenario(LinterTest.keyAt(item(i, "Use it"), i % 4), "Orders wait. ".repeat(40)),
                        Set.of()))
                .toList();
        long before = System.nanoTime();
        assertThat(linter.check(pool)).isEmpty();
        assertThat(System.nanoTime() - before).as("ns").isLessThan(20_000_000_000L);
    }

    @Test
    void enemiesAndItemsThatAnswerOthersAreNamed() {
        FormItem told = new FormItem(
                "A", Items.scenario(item(1, "Stop"), "The team could use a queue with retries today."), Set.of("B"));
        FormItem asked = new FormItem("B", item(2, "Use a queue with retries"), Set.of());
        assertThat(messages(List.of(told, asked)))
                .containsExactlyInAnyOrder("found.form.enemies", "found.form.answers");
        assertThat(messages(List.of(asked))).isEmpty();
        assertThat(messages(List.of())).isEmpty();
    }
}
