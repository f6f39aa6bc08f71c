package org.smeportal.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Refused;

/** What a checklist may ask (R6.4), and to which question of a new version an answer belongs. */
class QuestionsTest {
    private static void refused(List<String> lines, String key, String field) {
        assertThatThrownBy(() -> Questions.typed(lines)).isInstanceOfSatisfying(Refused.class, no -> {
            assertThat(no.key()).isEqualTo(key);
            assertThat(no.field()).isEqualTo(field);
        });
    }

    @Test
    void aRefusalNamesTheLine() {
        refused(List.of(), "checks.refused.noQuestion", "add");
        refused(Collections.nCopies(Questions.MOST + 1, "One?"), "checks.refused.questions", "add");
        refused(List.of("One?", " \n "), "checks.refused.questionEmpty", "lines:1:text");
        refused(Arrays.asList(null, "Two?"), "checks.refused.questionEmpty", "lines:0:text");
        refused(List.of("One?", "x".repeat(Questions.LONGEST + 1)), "checks.refused.questionLong", "lines:1:text");
        refused(List.of("Is it  clear?", "Two?", "is it clear? "), "checks.refused.questionTwice", "lines:2:text");
    }

    @Test
    void aQuestionIsOneLineHoweverItWasTyped() {
        assertThat(Questions.typed(List.of("  Is it\r\nclear? ", "x".repeat(Questions.LONGEST)))
                        .texts())
                .containsExactly("Is it clear?", "x".repeat(Questions.LONGEST));
    }

    @Test
    void anAnswerFollowsItsQuestionAndANoteStaysWithWhatIsAskedInOtherWords() {
        Questions former = new Questions(List.of("A", "B", "C", "D"));
        Questions now = new Questions(List.of("C", "b", "A", "E", "F"));
        assertThat(List.of(1, 2, 3, 4, 5))
                .extracting(place -> now.formerly(former, place))
                .containsExactly(3, 0, 1, 0, 0);
        assertThat(List.of(1, 2, 3, 4, 5))
                .as("B and D were reworded where they stood, F is new")
                .extracting(place -> now.noted(former, place))
                .containsExactly(3, 2, 1, 4, 0);
        Questions moved = new Questions(List.of("B", "X", "A"));
        assertThat(moved.noted(new Questions(List.of("A", "B")), 2))
                .as("B is still asked, its note is there")
                .isZero();
    }
}
