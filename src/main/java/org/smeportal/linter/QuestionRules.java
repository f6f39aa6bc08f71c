package org.smeportal.linter;

import static org.smeportal.linter.ExamWords.Kind.CRITERION;
import static org.smeportal.linter.ExamWords.Kind.SUPERLATIVE;
import static org.smeportal.linter.ExamWords.Kind.SUPERLATIVE_HARMLESS;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the question asks and how it ends: L15 (cues of grammar), L16 (no question), L17 (blanks), L24 (no criterion). */
final class QuestionRules {
    private static final Pattern BLANK = Pattern.compile("(?<![\\w`])_{3,}+(?![\\w`])|\\.{4,}+");
    private static final Pattern ARTICLE =
            Pattern.compile("\\b(an?)\\s*(?:_{3,}+|…|\\.{3,}+|:|\\?)?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER =
            Pattern.compile("\\b(is|was|are|were)\\s*(?:_{3,}+|…|\\.{3,}+|:)?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern VOWEL =
            Pattern.compile("(?:[aeio]|u(?!ni[^nm]|se|ti|sa|ra)|hour|honest|heir|honou?r).*");
    private static final Pattern LIKE_Y = Pattern.compile("(?:eu|ewe|one|once).*");
    private static final String SPOKEN_WITH_VOWEL = "AEFHILMNORSX";
    private static final java.util.Set<String> NOUN_ENDS = java.util.Set.of(
            "with", "for", "of", "in", "on", "at", "by", "from", "to", "that", "which", "and", "or", "as", "behind",
            "per");

    private QuestionRules() {}

    static void check(Checked item) {
        Prose question = item.question;
        asks(item, question);
        blanks(item, question);
        criterion(item, question);
        if (item.comparable()) {
            article(item, question);
            number(item, question);
        }
    }

    private static void asks(Checked item, Prose question) {
        String text = question.plain.strip();
        boolean completion = text.endsWith(":") || BLANK.matcher(text).find();
        if (!completion && text.indexOf('?') < 0 && text.indexOf('？') < 0) {
            item.add(Rule.L16, Level.ERROR, question.all(), question.isBlank() ? "emptyQuestion" : "noQuestion");
        }
    }

    private static void blanks(Checked item, Prose question) {
        Matcher blank = BLANK.matcher(question.plain);
        while (blank.find()) {
            if (question.plain.substring(blank.end()).chars().anyMatch(Character::isLetterOrDigit)) {
                item.add(Rule.L17, Level.WARNING, question.place(blank.start(), blank.end()), "blankInside");
                return;
            }
        }
    }

    private static void criterion(Checked item, Prose question) {
        boolean named = question.words.stream()
                .anyMatch(word -> item.words().has(CRITERION, word.lower())
                        || item.words().has(CRITERION, question.stem(word)));
        for (int i = 0; i < question.words.size() && !named; i++) {
            Prose.Word word = question.words.get(i);
            if (item.words().has(SUPERLATIVE, word.lower())
                    && !question.isIn(i, item.words().words(SUPERLATIVE_HARMLESS))) {
                item.add(Rule.L24, Level.WARNING, question.place(word), "noCriterion", word.text());
                return;
            }
        }
    }

    private static void article(Checked item, Prose question) {
        Matcher end = ARTICLE.matcher(tail(question));
        if (!end.find()
                || item.choices.stream()
                        .anyMatch(choice ->
                                choice.text().hasCode() || choice.text().words.isEmpty())) {
            return;
        }
        boolean an = end.group(1).toLowerCase(Locale.ROOT).equals("an");
        boolean misfit = item.distractors().stream().anyMatch(choice -> wantsAn(choice.text()) != an);
        if (misfit) {
            item.add(
                    Rule.L15,
                    Level.WARNING,
                    question.place(at(question, end.start(1)), at(question, end.end(1))),
                    "article",
                    end.group(1));
        }
    }

    private static void number(Checked item, Prose question) {
        Matcher end = NUMBER.matcher(tail(question));
        if (!end.find()
                || item.choices.stream().anyMatch(choice -> choice.text().words.isEmpty())) {
            return;
        }
        String verb = end.group(1).toLowerCase(Locale.ROOT);
        boolean plural = verb.equals("are") || verb.equals("were");
        boolean keyFits = isPlural(item.key().text()) == plural;
        boolean onlyKey = item.distractors().stream().noneMatch(choice -> isPlural(choice.text()) == plural);
        if (keyFits && onlyKey) {
            item.add(
                    Rule.L15,
                    Level.WARNING,
                    question.place(at(question, end.start(1)), at(question, end.end(1))),
                    "number",
                    end.group(1));
        }
    }

    /** Only the end of the question is searched, so that a long one costs nothing. */
    private static final int TAIL = 60;

    private static String tail(Prose question) {
        return question.plain.substring(Math.max(0, question.plain.length() - TAIL));
    }

    private static int at(Prose question, int inTail) {
        return Math.max(0, question.plain.length() - TAIL) + inTail;
    }

    private static boolean wantsAn(Prose option) {
        Prose.Word first = option.words.get(0);
        if (first.isShouted()
                || (first.text().length() > 1
                        && Character.isUpperCase(first.text().charAt(0))
                        && Character.isDigit(first.text().charAt(1)))) {
            return SPOKEN_WITH_VOWEL.indexOf(first.text().charAt(0)) >= 0;
        }
        if (Character.isDigit(first.text().charAt(0))) {
            return first.text().startsWith("8")
                    || first.text().equals("11")
                    || first.text().equals("18");
        }
        return VOWEL.matcher(first.lower()).matches()
                && !LIKE_Y.matcher(first.lower()).matches();
    }

    /** The last noun before the first preposition ends in s. */
    private static boolean isPlural(Prose option) {
        String noun = "";
        for (Prose.Word word : option.words) {
            if (NOUN_ENDS.contains(word.lower())) {
                break;
            }
            noun = word.text();
        }
        return noun.endsWith("s") && !noun.endsWith("ss") && !noun.endsWith("us") && !noun.endsWith("is");
    }
}
