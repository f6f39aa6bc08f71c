package org.smeportal.linter;

import static org.smeportal.linter.ExamWords.Kind.COMMON;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lets test-wise candidates find the key without knowing it: L1, L2 (length), L9, L18 (words it shares). */
final class KeyRules {
    private static final int KEY_WORDS = 4;
    private static final double SHORTER = 0.75;
    private static final double LONGER = 1.33;
    private static final int CUE_LETTERS = 5;
    private static final int SHARED_LETTERS = 4;
    private static final int SHARED_MORE = 2;

    private KeyRules() {}

    static void check(Checked item) {
        if (item.comparable()) {
            length(item);
            cue(item);
            shared(item);
        }
    }

    private static void length(Checked item) {
        Prose key = item.key().text();
        List<Prose> others =
                item.distractors().stream().map(Checked.Choice::text).toList();
        int longest = others.stream().mapToInt(Prose::length).max().orElse(0);
        int shortest = others.stream().mapToInt(Prose::length).min().orElse(0);
        double words =
                others.stream().mapToInt(text -> text.words.size()).average().orElse(0);
        if (key.words.size() >= KEY_WORDS && longest > 0 && longest < SHORTER * key.length()) {
            item.add(Rule.L1, Level.WARNING, key.all(), "longKey", Checked.times((double) key.length() / longest));
        }
        if (words >= KEY_WORDS && key.length() > 0 && shortest > LONGER * key.length()) {
            item.add(Rule.L2, Level.INFO, key.all(), "shortKey", Checked.times((double) shortest / key.length()));
        }
    }

    private static void cue(Checked item) {
        Set<String> question = item.question.stems(CUE_LETTERS);
        Set<String> elsewhere = new HashSet<>();
        item.distractors().forEach(choice -> elsewhere.addAll(choice.text().stems(1)));
        for (Prose.Word word : item.key().text().words) {
            String stem = item.key().text().stem(word);
            if (word.lower().length() >= CUE_LETTERS
                    && question.contains(stem)
                    && !elsewhere.contains(stem)
                    && !item.words().has(COMMON, word.lower())) {
                item.add(Rule.L9, Level.WARNING, item.key().text().place(word), "sharedWord", word.text());
                return;
            }
        }
    }

    private static void shared(Checked item) {
        Map<String, Integer> options = new HashMap<>();
        item.choices.forEach(choice -> words(item, choice).forEach(stem -> options.merge(stem, 1, Integer::sum)));
        int key = score(words(item, item.key()), options);
        int next = item.distractors().stream()
                .mapToInt(choice -> score(words(item, choice), options))
                .max()
                .orElse(0);
        if (key >= next + SHARED_MORE) {
            item.add(Rule.L18, Level.INFO, item.key().text().all(), "mostShared");
        }
    }

    private static Set<String> words(Checked item, Checked.Choice choice) {
        Set<String> stems = choice.text().stems(SHARED_LETTERS);
        stems.removeAll(item.words().commonStems());
        return stems;
    }

    private static int score(Set<String> stems, Map<String, Integer> options) {
        return stems.stream()
                .mapToInt(stem -> options.getOrDefault(stem, 1) - 1)
                .sum();
    }
}
