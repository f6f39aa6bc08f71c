package org.smeportal.linter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.smeportal.testing.CleanItems;
import org.smeportal.wording.ItemField;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/** Items for the tests of the rules, and changes of them. */
final class Items {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final LintContext CONTEXT = new LintContext(Set.of(CleanItems.HOST), TODAY, ExamWords.of("SAP-C01"));
    private static final String[] REASONS = {"first", "second", "third", "fourth", "fifth"};

    private Items() {}

    /** A question with options, of which the first is the key; everything else is in order. */
    static ItemText of(String question, String... options) {
        List<ItemOption> all = new ArrayList<>();
        for (String option : options) {
            String reason = REASONS[all.size()];
            all.add(new ItemOption(
                    "a" + (all.size() + 1), option, all.isEmpty(), "This is the " + reason + " reason of all", ""));
        }
        return new ItemText(
                "",
                question,
                all,
                List.of(new ItemReference("r1", "Guide", "https://docs.example.org/a", "It says so.", TODAY)));
    }

    static ItemText scenario(ItemText item, String scenario) {
        return new ItemText(scenario, item.question(), item.options(), item.references());
    }

    static ItemText question(ItemText item, String question) {
        return new ItemText(item.scenario(), question, item.options(), item.references());
    }

    static ItemText references(ItemText item, List<ItemReference> references) {
        return new ItemText(item.scenario(), item.question(), item.options(), references);
    }

    static ItemText options(ItemText item, List<ItemOption> options) {
        return new ItemText(item.scenario(), item.question(), options, item.references());
    }

    static ItemText key(ItemText item, UnaryOperator<String> change) {
        return options(
                item,
                item.options().stream()
                        .map(option -> option.key() ? text(option, change.apply(option.text())) : option)
                        .toList());
    }

    static ItemText distractors(ItemText item, UnaryOperator<String> change) {
        return options(
                item,
                item.options().stream()
                        .map(option -> option.key() ? option : text(option, change.apply(option.text())))
                        .toList());
    }

    static ItemText eachOption(ItemText item, String... texts) {
        List<ItemOption> options = new ArrayList<>();
        for (String text : texts) {
            options.add(text(item.options().get(options.size()), text));
        }
        return options(item, options);
    }

    /** The texts in turn for the distractors; the key stays. */
    static ItemText eachDistractor(ItemText item, String... texts) {
        List<ItemOption> options = new ArrayList<>();
        int next = 0;
        for (ItemOption option : item.options()) {
            options.add(option.key() ? option : text(option, texts[next++]));
        }
        return options(item, options);
    }

    static ItemOption text(ItemOption option, String text) {
        return new ItemOption(option.id(), text, option.key(), option.rationale(), option.misconception());
    }

    static ItemOption rationale(ItemOption option, String rationale) {
        return new ItemOption(option.id(), option.text(), option.key(), rationale, option.misconception());
    }

    static ItemText fixed(ItemText item, Finding.Fix fix) {
        String value = String.valueOf(fix.value());
        if (fix.field().equals(ItemField.QUESTION)) {
            return question(item, value);
        }
        if (fix.field().equals(ItemField.OPTIONS)) {
            return options(
                    item,
                    List.of(value.split(",")).stream()
                            .map(id -> item.options().stream()
                                    .filter(option -> option.id().equals(id))
                                    .findFirst()
                                    .orElseThrow())
                            .toList());
        }
        return options(
                item,
                item.options().stream()
                        .map(option -> ItemField.text(option).equals(fix.field()) ? text(option, value) : option)
                        .toList());
    }
}
