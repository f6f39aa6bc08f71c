package org.smeportal.linter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smeportal.wording.ItemField;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemText;

/** An item while it is checked: its texts read once, and the findings so far. */
final class Checked {
    static final String FOUND = "found.";
    static final String TEXTS = "linter.found.";

    /** An option that says something already. */
    record Choice(ItemOption option, int place, Prose text) {
        boolean key() {
            return option.key();
        }

        String letter() {
            return ItemText.letter(place);
        }
    }

    final ItemText item;
    final LintContext context;
    final Prose scenario;
    final Prose question;
    final List<Choice> choices = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Checked(ItemText item, LintContext context) {
        this.item = item;
        this.context = context;
        this.scenario = new Prose(ItemField.SCENARIO, item.scenario());
        this.question = new Prose(ItemField.QUESTION, item.question());
        for (int i = 0; i < item.options().size(); i++) {
            ItemOption option = item.options().get(i);
            if (!option.text().isBlank()) {
                choices.add(new Choice(option, i, new Prose(ItemField.text(option), option.text())));
            }
        }
    }

    ExamWords words() {
        return context.words();
    }

    /** Key and distractors can be compared: every option says something, one is the key, two or more are not. */
    boolean comparable() {
        return item.key().isPresent() && choices.size() == item.options().size() && choices.size() > 2;
    }

    Choice key() {
        return choices.stream().filter(Choice::key).findFirst().orElseThrow();
    }

    List<Choice> distractors() {
        return choices.stream().filter(choice -> !choice.key()).toList();
    }

    /** Scenario, question and options that say something. */
    List<Prose> texts() {
        List<Prose> texts = new ArrayList<>(List.of(scenario, question));
        choices.forEach(choice -> texts.add(choice.text()));
        return texts;
    }

    void add(Rule rule, Level level, Finding.Place place, String message, Object... arguments) {
        findings.add(new Finding(rule, level, place, FOUND + message, Arrays.asList(arguments), List.of()));
    }

    void addWithFix(Rule rule, Finding.Place place, String message, Optional<Finding.Fix> fix, Object... arguments) {
        List<Finding.Fix> fixes = fix.stream().toList();
        findings.add(new Finding(rule, Level.WARNING, place, FOUND + message, Arrays.asList(arguments), fixes));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    static String times(double ratio) {
        return String.format(Locale.ROOT, "%.1f", ratio);
    }
}
