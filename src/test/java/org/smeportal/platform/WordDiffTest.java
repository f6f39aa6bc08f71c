package org.smeportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smeportal.platform.WordDiff.Kind;
import org.smeportal.platform.WordDiff.Paragraph;

/** What is different between two versions of the agreement (R1.4). */
class WordDiffTest {

    /** A paragraph in one line: -gone- +new+ and as many as stayed. */
    private static List<String> shown(String former, String now) {
        return WordDiff.between(former, now).stream()
                .map(part -> part.skipped() > 0
                        ? "(" + part.skipped() + ")"
                        : part.pieces().stream()
                                .map(piece -> switch (piece.kind()) {
                                    case SAME -> piece.text();
                                    case REMOVED -> "-" + piece.text() + "-";
                                    case ADDED -> "+" + piece.text() + "+";
                                })
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String paragraphs(String... texts) {
        return String.join("\n\n", texts);
    }

    @Test
    void aChangedParagraphShowsItsWords() {
        assertThat(shown(
                        "You keep it secret for two years after the event.",
                        "You keep it secret for good after the event."))
                .containsExactly("You keep it secret for -two years- +good+ after the event.");
    }

    @Test
    void aNewAndARemovedParagraphAreShownWhole() {
        assertThat(shown(paragraphs("One.", "Two."), paragraphs("One.", "Between.", "Two.")))
                .containsExactly("One.", "+Between.+", "Two.");
        assertThat(shown(paragraphs("One.", "Between.", "Two."), paragraphs("One.", "Two.")))
                .containsExactly("One.", "-Between.-", "Two.");
    }

    @Test
    void longStretchesThatStayedAreCounted() {
        assertThat(shown(
                        paragraphs("A", "B", "C", "one two three four", "D", "E", "F", "G"),
                        paragraphs("A", "B", "C", "one two three five", "D", "E", "F", "G")))
                .containsExactly("(2)", "C", "one two three -four- +five+", "D", "(3)");
    }

    @Test
    void paragraphsWithHardlyAWordInCommonAreNotMixed() {
        assertThat(shown("Kites fly high above the dunes today.", "You promise to tell your programme manager."))
                .containsExactly(
                        "-Kites fly high above the dunes today.-", "+You promise to tell your programme manager.+");
    }

    @Test
    void anotherLookOfTheSameWordsIsNoDifference() {
        assertThat(WordDiff.between("## One\n\nSome *words*\nhere.", "# One\n\nSome **words** here."))
                .isEmpty();
        assertThat(WordDiff.between("", "")).isEmpty();
    }

    @Test
    void pointsOfListsAreComparedOneByOne() {
        assertThat(shown("- no photos\n- no copies", "- no photos\n- no notes\n- no copies"))
                .containsExactly("no photos", "+no notes+", "no copies");
    }

    @Test
    void everyWordOfBothVersionsIsThere() {
        String former = paragraphs("a b c d e f", "g h i", "j k l m");
        String now = paragraphs("a b x d e f", "j k l m n", "o p");
        List<Paragraph> all = WordDiff.between(former, now);
        assertThat(words(all, Kind.ADDED)).isEqualTo(now.replaceAll("\\s+", " "));
        assertThat(words(all, Kind.REMOVED)).isEqualTo(former.replaceAll("\\s+", " "));
    }

    private static String words(List<Paragraph> all, Kind kind) {
        return all.stream()
                .flatMap(part -> part.pieces().stream())
                .filter(piece -> piece.kind() == kind || piece.kind() == Kind.SAME)
                .map(WordDiff.Piece::text)
                .collect(Collectors.joining(" "));
    }

    @Test
    void twoWhollyDifferentTextsOfTheLargestSizeAreComparedInTime() {
        String former = text("old", 2500);
        String now = text("new", 2500);
        assertThat(WordDiff.between(former, now)).hasSize(5000);
        assertThat(WordDiff.between("a ".repeat(29_000), "b ".repeat(29_000))).hasSize(2);
        assertThat(WordDiff.between(text("a", 5000), text("b", 5000))).hasSize(10_000);
    }

    private static String text(String word, int paragraphs) {
        return IntStream.range(0, paragraphs).mapToObj(i -> word + i).collect(Collectors.joining("\n\n"));
    }
}
