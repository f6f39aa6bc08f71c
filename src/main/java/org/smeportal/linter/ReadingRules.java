package org.smeportal.linter;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.smeportal.wording.ItemOption;

/** How much there is to read: L20 (long scenario, facts that nothing uses), L21 (long question, hard language). */
final class ReadingRules {
    private static final int SCENARIO_WORDS = 120;
    private static final int QUESTION_WORDS = 35;
    private static final double GRADE = 12;
    /** Below that many words a grade says nothing. */
    private static final int WORDS_FOR_GRADE = 30;

    private ReadingRules() {}

    static void check(Checked item) {
        int words = item.scenario.words.size();
        if (words > SCENARIO_WORDS) {
            item.add(Rule.L20, Level.INFO, item.scenario.all(), "longScenario", words);
        }
        unused(item);
        for (List<Prose.Word> sentence : item.question.sentences()) {
            if (sentence.size() > QUESTION_WORDS) {
                item.add(
                        Rule.L21,
                        Level.INFO,
                        item.question.place(
                                sentence.get(0).from(),
                                sentence.get(sentence.size() - 1).to()),
                        "longQuestion",
                        sentence.size());
            }
        }
        double grade = grade(item.scenario, item.question);
        if (grade > GRADE) {
            item.add(Rule.L21, Level.INFO, item.question.all(), "hardLanguage", Math.round(grade));
        }
    }

    private static void unused(Checked item) {
        if (!item.comparable() || item.question.isBlank()) {
            return;
        }
        StringBuilder rest = new StringBuilder(item.item.question());
        for (ItemOption option : item.item.options()) {
            rest.append('\n').append(option.text()).append('\n').append(option.rationale());
        }
        String elsewhere = rest.toString();
        Set<String> numbers = new TreeSet<>();
        new Prose("", elsewhere).words.forEach(word -> numbers.add(word.lower()));
        for (Prose.Word word : item.scenario.words) {
            if (Character.isDigit(word.text().charAt(0)) && !numbers.contains(word.lower())) {
                item.add(Rule.L20, Level.INFO, item.scenario.place(word), "unusedFact", word.text());
                return;
            }
        }
        for (NameRules.Name name : NameRules.names(item.scenario, item.words())) {
            String own = name.name().replaceFirst("^(?:AWS|Amazon) ", "").toLowerCase(Locale.ROOT);
            if (!elsewhere.toLowerCase(Locale.ROOT).contains(own)) {
                item.add(Rule.L20, Level.INFO, item.scenario.place(name.from(), name.to()), "unusedFact", name.name());
                return;
            }
        }
    }

    /** Flesch-Kincaid; the number of syllables is that of the groups of vowels. */
    private static double grade(Prose... texts) {
        int words = 0;
        int sentences = 0;
        int syllables = 0;
        for (Prose text : texts) {
            words += text.words.size();
            sentences += text.sentences().size();
            syllables += text.words.stream()
                    .mapToInt(word -> syllables(word.lower()))
                    .sum();
        }
        return words < WORDS_FOR_GRADE ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    static int syllables(String word) {
        int groups = 0;
        boolean vowel = false;
        for (int i = 0; i < word.length(); i++) {
            boolean now = "aeiouy".indexOf(word.charAt(i)) >= 0;
            groups += now && !vowel ? 1 : 0;
            vowel = now;
        }
        boolean silent = (word.endsWith("e") && !word.endsWith("le"))
                || (word.endsWith("ed") && !word.endsWith("ted") && !word.endsWith("ded"));
        return Math.max(1, silent ? groups - 1 : groups);
    }
}
