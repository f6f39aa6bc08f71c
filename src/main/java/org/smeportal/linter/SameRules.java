package org.smeportal.linter;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Options that say the same: L12 (equal, or one contained in another). */
final class SameRules {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SIGNS = Pattern.compile("\\s+");

    private SameRules() {}

    static void check(Checked item) {
        List<Checked.Choice> choices = item.choices;
        for (int i = 0; i < choices.size(); i++) {
            for (int j = i + 1; j < choices.size(); j++) {
                compare(item, choices.get(i), choices.get(j));
            }
        }
    }

    private static void compare(Checked item, Checked.Choice one, Checked.Choice other) {
        String a = normal(one.text());
        String b = normal(other.text());
        if (a.equals(b)) {
            item.add(Rule.L12, Level.ERROR, other.text().all(), "equalOptions", one.letter(), other.letter());
        } else if (contains(a, b)) {
            item.add(Rule.L12, Level.WARNING, other.text().all(), "containedOption", other.letter(), one.letter());
        } else if (contains(b, a)) {
            item.add(Rule.L12, Level.WARNING, one.text().all(), "containedOption", one.letter(), other.letter());
        }
    }

    /** A single word inside a longer option is no repetition. */
    private static boolean contains(String longer, String part) {
        return part.indexOf(' ') > 0 && (" " + longer + " ").contains(" " + part + " ");
    }

    /** Code keeps its case and signs: there they are the difference. */
    static String normal(Prose text) {
        String source = text.source.strip();
        if (text.hasCode()) {
            return SIGNS.matcher(source.endsWith(".") ? source.substring(0, source.length() - 1) : source)
                    .replaceAll(" ");
        }
        String words =
                NO_WORD.matcher(source.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return words.isEmpty() ? source : words;
    }
}
