package org.smeportal.linter;

import static org.smeportal.linter.ExamWords.Kind.HARMLESS;
import static org.smeportal.linter.ExamWords.Kind.LEAST;
import static org.smeportal.linter.ExamWords.Kind.NEGATIVE;
import static org.smeportal.linter.ExamWords.Kind.SUBORDINATE;

import java.util.Optional;
import java.util.stream.IntStream;
import org.smeportal.wording.ItemField;

/** Questions for what is wrong: L5 (negative words in the last sentence), L6 (and not emphasised). */
final class NegativeRules {
    private static final int WORDS_AFTER_LEAST = 4;

    private NegativeRules() {}

    static void check(Checked item) {
        Prose question = item.question;
        int from = question.lastSentence();
        for (int i = 0; i < question.words.size(); i++) {
            Prose.Word word = question.words.get(i);
            if (word.from() >= from && isNegative(item, question, i)) {
                item.add(Rule.L5, Level.WARNING, question.place(word), "negative", word.text());
                if (!isEmphasised(question, word)) {
                    String fixed = question.source.substring(0, word.from())
                            + "**" + word.text() + "**"
                            + question.source.substring(word.to());
                    Optional<Finding.Fix> fix = Optional.of(new Finding.Fix(ItemField.QUESTION, fixed));
                    item.addWithFix(Rule.L6, question.place(word), "notEmphasised", fix, word.text());
                }
            }
        }
    }

    private static boolean isNegative(Checked item, Prose question, int index) {
        String word = question.words.get(index).lower();
        if (!item.words().has(NEGATIVE, word) && !word.endsWith("n't") && !word.endsWith("n’t")) {
            return false;
        }
        boolean measured = word.equals("least")
                && IntStream.range(index + 1, Math.min(question.words.size(), index + 1 + WORDS_AFTER_LEAST))
                        .anyMatch(i ->
                                item.words().has(LEAST, question.words.get(i).lower()));
        return !measured
                && !question.isIn(index, item.words().words(HARMLESS))
                && (question.words.get(index).isShouted() || !isInClause(item, question, index));
    }

    /** “Which step makes sure that data is not lost?” asks for what is right: the clause only tells more. */
    private static boolean isInClause(Checked item, Prose question, int index) {
        int from = question.lastSentence();
        for (int i = index - 1; i >= 0 && question.words.get(i).from() >= from; i--) {
            boolean comma = question.plain
                    .substring(
                            question.words.get(i).to(),
                            question.words.get(i + 1).from())
                    .contains(",");
            if (comma) {
                return false;
            }
            if (question.isIn(i, item.words().words(SUBORDINATE))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEmphasised(Prose question, Prose.Word word) {
        return word.isShouted() || (marked(question.source, word.from() - 1) && marked(question.source, word.to()));
    }

    private static boolean marked(String text, int at) {
        return at >= 0 && at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '_');
    }
}
