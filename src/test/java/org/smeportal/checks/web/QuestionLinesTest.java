package org.smeportal.checks.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smeportal.checks.Questions;

class QuestionLinesTest {
    private static QuestionLines of(String... texts) {
        QuestionLines lines = new QuestionLines();
        lines.take(new Questions(List.of(texts)));
        return lines;
    }

    @Test
    void theKeyboardGoesOnWithTheLineThatItMoved() {
        QuestionLines lines = of("A", "B", "C");
        lines.down(0);
        assertThat(lines.texts()).containsExactly("B", "A", "C");
        assertThat(lines.autofocus("down", 1)).isEqualTo("autofocus");
        assertThat(lines.autofocus("down", 0)).isNull();
        lines.down(1);
        assertThat(lines.texts()).containsExactly("B", "C", "A");
        assertThat(lines.autofocus("up", 2)).as("it cannot go further down").isNotNull();
        lines.up(2);
        assertThat(lines.autofocus("up", 1)).isNotNull();
        lines.up(1);
        assertThat(lines.texts()).containsExactly("A", "B", "C");
        assertThat(lines.autofocus("down", 0)).isNotNull();
    }

    @Test
    void whatIsOutsideTheListChangesNothing() {
        QuestionLines lines = of("A", "B");
        lines.up(0);
        lines.down(1);
        lines.up(7);
        lines.remove(7);
        assertThat(lines.texts()).containsExactly("A", "B");
    }

    @Test
    void linesComeAndGo() {
        QuestionLines lines = of("A", "B");
        lines.add();
        assertThat(lines.autofocus("text", 2)).isNotNull();
        assertThat(lines.texts()).containsExactly("A", "B", null);
        assertThat(lines.words()).containsExactly("A", "B");
        lines.remove(2);
        assertThat(lines.autofocus("text", 1)).isNotNull();
        QuestionLines sent = new QuestionLines();
        sent.expect(1000);
        assertThat(sent.getAll()).hasSize(Questions.MOST + 1);
        assertThat(sent.isFull()).isTrue();
    }
}
