package org.smeportal.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/** What an item needs before it is handed in (items.md 1, state 1): each lack with its sentence and its field. */
class SubmissionPolicyTest {
    private static final Blueprint.Domain PLAIN = new Blueprint.Domain(2, "Security", List.of());
    private static final Blueprint.Domain WITH_TASKS =
            new Blueprint.Domain(1, "Design", List.of(new Blueprint.Task(1, "Choose a queue")));
    private static final ItemText WHOLE = WrittenItems.text(1);

    private static List<String> lacks(ItemText text) {
        return keys(text, PLAIN, null);
    }

    private static List<String> keys(ItemText text, Blueprint.@Nullable Domain place, @Nullable Integer task) {
        return SubmissionPolicy.lacks(text, place, task, 4).stream()
                .map(SubmissionPolicy.Lack::key)
                .toList();
    }

    private static ItemText options(List<ItemOption> options) {
        return new ItemText(WHOLE.scenario(), WHOLE.question(), options, WHOLE.references());
    }

    private static ItemText reference(String url, String quote, @Nullable LocalDate accessed) {
        return new ItemText(
                WHOLE.scenario(),
                WHOLE.question(),
                WHOLE.options(),
                List.of(new ItemReference("r", "", url, quote, accessed)));
    }

    @Test
    void aWholeItemLacksNothing() {
        assertThat(lacks(WHOLE)).isEmpty();
        assertThat(keys(WHOLE, WITH_TASKS, 1)).isEmpty();
    }

    @Test
    void anEmptyOneLacksEverything() {
        assertThat(keys(ItemText.EMPTY, null, null))
                .containsExactly(
                        "items.lack.domain",
                        "items.lack.question",
                        "items.lack.key",
                        "items.lack.options",
                        "items.lack.reference");
    }

    @Test
    void theTaskIsChosenWhereTheBlueprintHasTasks() {
        assertThat(keys(WHOLE, WITH_TASKS, null)).containsExactly("items.lack.task");
    }

    @Test
    void oneKeyIsMarked() {
        List<ItemOption> none = new ArrayList<>();
        List<ItemOption> all = new ArrayList<>();
        for (ItemOption option : WHOLE.options()) {
            none.add(new ItemOption(option.id(), option.text(), false, option.rationale(), option.misconception()));
            all.add(new ItemOption(option.id(), option.text(), true, option.rationale(), option.misconception()));
        }
        assertThat(lacks(options(none))).containsExactly("items.lack.key");
        assertThat(lacks(options(all))).containsExactly("items.lack.key");
    }

    @Test
    void thereAreAsManyOptionsAsTheProgrammeWants() {
        assertThat(lacks(options(WHOLE.options().subList(0, 3)))).containsExactly("items.lack.options");
        assertThat(SubmissionPolicy.lacks(WHOLE, PLAIN, null, 3))
                .singleElement()
                .satisfies(lack -> assertThat(lack.arguments()).containsExactly(3, 4));
    }

    @Test
    void everyOptionSaysSomethingAndWhy() {
        List<ItemOption> options = new ArrayList<>(WHOLE.options());
        options.set(2, new ItemOption("c", " ", false, "\n", ""));
        assertThat(SubmissionPolicy.lacks(options(options), PLAIN, null, 4))
                .extracting(SubmissionPolicy.Lack::field)
                .containsExactly("option.c.text", "option.c.rationale");
    }

    @Test
    void oneReferenceIsWholeAndOnTheWeb() {
        LocalDate day = LocalDate.of(2020, 2, 1);
        assertThat(lacks(reference("https://docs.example.org/a", "It says so.", day)))
                .isEmpty();
        assertThat(lacks(reference("", "It says so.", day))).containsExactly("items.lack.reference");
        assertThat(lacks(reference("https://docs.example.org/a", " ", day))).containsExactly("items.lack.reference");
        assertThat(lacks(reference("https://docs.example.org/a", "It says so.", null)))
                .containsExactly("items.lack.reference");
        assertThat(lacks(reference("javascript:alert(1)", "It says so.", day))).containsExactly("items.lack.reference");
    }
}
