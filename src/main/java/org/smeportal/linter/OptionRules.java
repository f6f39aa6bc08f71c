package org.smeportal.linter;

import static org.smeportal.linter.ExamWords.Kind.ABSOLUTE;
import static org.smeportal.linter.ExamWords.Kind.ABSOLUTE_HARMLESS;
import static org.smeportal.linter.ExamWords.Kind.VAGUE;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Words that give options away or make them unfair: L3, L4, L7, L8, L13, L14. */
final class OptionRules {
    private static final Pattern ALL = phrase(
            "all (?:of )?(?:the |these |those )?(?:above|(?:other |previous |preceding )?(?:options|answers|choices)(?: above| apply| (?:is|are)(?: [a-z]{1,12})?)?\\W*$)|^\\W*all of (?:these|them)\\W*$");
    private static final Pattern NONE = phrase(
            "(?:none|neither) (?:of )?(?:the |these |those )?(?:above|(?:other |previous |preceding )?(?:options|answers|choices)(?: above| apply| (?:is|are)(?: [a-z]{1,12})?)?\\W*$)|^\\W*none of (?:these|them)\\W*$");
    private static final Pattern COMBINED = Pattern.compile(
            "^\\W*(?:(?i:both|options?|answers?) )*(?:[A-F]|[1-6])(?: ?, ?(?:[A-F]|[1-6]))* ?,? ?(?:(?i:and|or)|&) ?(?:(?i:options?|answers?) )?(?:[A-F]|[1-6])(?: (?i:only))?\\W*$"
                    + "|^\\W*(?:I{1,3}|IV|VI?)(?:(?: ?, ?(?:and |or )?| (?:and|or|&) )(?:I{1,3}|IV|VI?))+(?: (?i:only))?\\W*$"
                    + "|\\b(?i:both) (?:(?i:options?|answers?) )?[A-F] (?:and|or) [A-F](?=\\W*$| (?:are|is|of)\\b)"
                    + "|^\\W*(?i:(?:both|two|any) of (?:the above|these|them))\\W*$");
    private static final Pattern VERDICT = Pattern.compile(
            "^\\W*(true|false|yes|no)(?:\\s*[,.;:–—]|\\s+[-–—]|\\s*$|\\s+because\\b|\\s+since\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("\\s");
    /** Longer options are no such phrases; the patterns look at the beginning only. */
    private static final int PHRASE = 300;

    private OptionRules() {}

    private static Pattern phrase(String pattern) {
        return Pattern.compile("\\b(?:" + pattern + ")", Pattern.CASE_INSENSITIVE);
    }

    static void check(Checked item) {
        for (Checked.Choice choice : item.choices) {
            find(item, choice, ALL, Rule.L3, "allOfTheAbove");
            find(item, choice, NONE, Rule.L4, "noneOfTheAbove");
            find(item, choice, COMBINED, Rule.L13, "combined");
            Prose text = choice.text();
            IntStream.range(0, text.words.size())
                    .filter(i -> isVague(item, text, i))
                    .mapToObj(text.words::get)
                    .findFirst()
                    .ifPresent(word -> item.add(Rule.L8, Level.WARNING, text.place(word), "vague", word.text()));
        }
        absolutes(item);
        List<Checked.Choice> verdicts = item.choices.stream()
                .filter(choice -> VERDICT.matcher(head(choice.text())).find())
                .toList();
        if (verdicts.size() > 1) {
            item.add(Rule.L14, Level.WARNING, verdicts.get(0).text().all(), "verdicts", verdicts.size());
        }
    }

    private static void find(Checked item, Checked.Choice choice, Pattern pattern, Rule rule, String message) {
        Matcher matcher = pattern.matcher(head(choice.text()));
        if (matcher.find()) {
            item.add(rule, Level.ERROR, choice.text().place(matcher.start(), matcher.end()), message, choice.letter());
        }
    }

    /** May is a month where it stands with a capital inside a sentence or before a number. */
    private static boolean isVague(Checked item, Prose text, int index) {
        Prose.Word word = text.words.get(index);
        boolean month = word.text().equals("May")
                && (index > 0
                        || (text.words.size() > 1
                                && Character.isDigit(text.words.get(1).text().charAt(0))));
        return item.words().has(VAGUE, word.lower()) && !month;
    }

    private static void absolutes(Checked item) {
        if (!item.comparable() || absolute(item, item.key().text()).isPresent()) {
            return;
        }
        List<Checked.Choice> with = item.distractors().stream()
                .filter(choice -> absolute(item, choice.text()).isPresent())
                .toList();
        if (with.size() > 1) {
            Prose first = with.get(0).text();
            Prose.Word word = absolute(item, first).orElseThrow();
            item.add(Rule.L7, Level.WARNING, first.place(word), "absolutes", word.text(), with.size());
        }
    }

    private static Optional<Prose.Word> absolute(Checked item, Prose text) {
        return IntStream.range(0, text.words.size())
                .filter(i -> item.words().has(ABSOLUTE, text.words.get(i).lower()))
                .filter(i -> !text.isIn(i, item.words().words(ABSOLUTE_HARMLESS)))
                .mapToObj(text.words::get)
                .findFirst();
    }

    private static String head(Prose text) {
        return SPACE.matcher(text.plain.substring(0, Math.min(PHRASE, text.plain.length())))
                .replaceAll(" ");
    }
}
