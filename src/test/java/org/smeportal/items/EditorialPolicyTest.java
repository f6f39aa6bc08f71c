package org.smeportal.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemText;

/** What may be called an editorial change (items.md 1, row 4). */
class EditorialPolicyTest {
    private static final ItemText BEFORE = WrittenItems.text(1);

    private static @Nullable NotEditorial refusal(ItemText text) {
        return refusal(text, 2, null);
    }

    private static @Nullable NotEditorial refusal(ItemText text, @Nullable Integer domain, @Nullable Integer task) {
        Baselines.Baseline baseline = new Baselines.Baseline(1, true, 2, null, BEFORE);
        return EditorialPolicy.refusal(baseline, text, domain, task).orElse(null);
    }

    private static ItemText with(List<ItemOption> options) {
        return new ItemText(BEFORE.scenario(), BEFORE.question(), options, BEFORE.references());
    }

    private static ItemText each(UnaryOperator<ItemOption> change) {
        return with(BEFORE.options().stream().map(change).toList());
    }

    private static ItemOption say(ItemOption option, String text) {
        return new ItemOption(option.id(), text, option.key(), option.rationale(), option.misconception());
    }

    private static ItemOption mark(ItemOption option, boolean key) {
        return new ItemOption(option.id(), option.text(), key, option.rationale(), option.misconception());
    }

    @Test
    void wordingAndReferencesAreEditorial() {
        assertThat(refusal(new ItemText(
                        "A company of 20 people.", BEFORE.question(), BEFORE.options(), BEFORE.references())))
                .isNull();
        assertThat(refusal(each(option -> say(option, option.text() + " Now."))))
                .isNull();
        assertThat(refusal(new ItemText(BEFORE.scenario(), BEFORE.question(), BEFORE.options(), List.of())))
                .isNull();
    }

    @Test
    void theOrderOfOptionsIs() {
        List<ItemOption> turned = new ArrayList<>(BEFORE.options());
        turned.add(turned.remove(0));
        assertThat(refusal(with(turned))).isNull();
    }

    @Test
    void anotherKeyIsNot() {
        assertThat(refusal(each(option -> mark(option, option.id().equals("b")))))
                .isEqualTo(NotEditorial.KEY);
        assertThat(refusal(each(option -> mark(option, false)))).isEqualTo(NotEditorial.KEY);
    }

    @Test
    void wordsThatChangePlacesAreAnotherKey() {
        String right = BEFORE.options().get(0).text();
        String wrong = BEFORE.options().get(1).text();
        assertThat(refusal(each(option -> option.key() ? say(option, wrong) : option)))
                .isEqualTo(NotEditorial.KEY);
        assertThat(refusal(each(option -> switch (option.id()) {
                    case "a" -> say(option, "Something else.");
                    case "b" -> say(option, right);
                    default -> option;
                })))
                .isEqualTo(NotEditorial.KEY);
    }

    @Test
    void anOptionMoreLessOrAnotherIsNot() {
        List<ItemOption> options = BEFORE.options();
        assertThat(refusal(with(options.subList(0, 3)))).isEqualTo(NotEditorial.OPTIONS);
        List<ItemOption> other = new ArrayList<>(options.subList(0, 3));
        other.add(new ItemOption("e", "Read twice.", false, "No.", ""));
        assertThat(refusal(with(other))).isEqualTo(NotEditorial.OPTIONS);
    }

    @Test
    void anotherPlaceInTheBlueprintIsNot() {
        ItemText reworded = each(option -> say(option, option.text() + " Now."));
        assertThat(refusal(reworded, 3, null)).isEqualTo(NotEditorial.PLACE);
        assertThat(refusal(reworded, 2, 1)).isEqualTo(NotEditorial.PLACE);
    }

    @Test
    void nothingIsNot() {
        assertThat(refusal(BEFORE)).isEqualTo(NotEditorial.UNCHANGED);
    }

    @Test
    void withoutAnybodyWhoJudgedItBeforeNothingIs() {
        assertThat(EditorialPolicy.refusal(null, BEFORE, 2, null)).contains(NotEditorial.NEVER_JUDGED);
    }
}
