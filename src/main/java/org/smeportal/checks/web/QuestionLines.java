package org.smeportal.checks.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.checks.Questions;

/** Questions as they are being typed: they come, go and change places, and the keyboard goes on with the one that it moved. */
public class QuestionLines {
    private final List<Line> lines = new ArrayList<>();
    private String focus = "";

    /** As many as the page that was sent had; never more than one too many. */
    void expect(@Nullable Integer count) {
        int typed = Math.min(Math.max(count == null ? 0 : count, 0), Questions.MOST + 1);
        for (int i = 0; i < typed; i++) {
            lines.add(new Line(null));
        }
    }

    void take(Questions questions) {
        lines.clear();
        questions.texts().forEach(text -> lines.add(new Line(text)));
    }

    public void add() {
        lines.add(new Line(null));
        focus = "text" + (lines.size() - 1);
    }

    public void remove(int line) {
        if (line < lines.size()) {
            lines.remove(line);
            focus = "text" + Math.min(line, lines.size() - 1);
        }
    }

    public void up(int line) {
        if (line > 0 && line < lines.size()) {
            Collections.swap(lines, line, line - 1);
            focus = line == 1 ? "down0" : "up" + (line - 1);
        }
    }

    public void down(int line) {
        if (line + 1 < lines.size()) {
            Collections.swap(lines, line, line + 1);
            focus = (line + 2 == lines.size() ? "up" : "down") + (line + 1);
        }
    }

    /** The value of that attribute of a control; null, so that there is none, for all but one of them. */
    public @Nullable String autofocus(String control, int line) {
        return focus.equals(control + line) ? "autofocus" : null;
    }

    List<@Nullable String> texts() {
        return lines.stream().map(Line::getText).toList();
    }

    /** As they would be read; those without a word are left out. */
    List<String> words() {
        return lines.stream()
                .map(line -> line.text == null ? "" : line.text.strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public boolean isFull() {
        return lines.size() >= Questions.MOST;
    }

    public List<Line> getAll() {
        return lines;
    }

    /** One question. */
    public static class Line {
        private @Nullable String text;

        Line(@Nullable String text) {
            this.text = text;
        }

        public @Nullable String getText() {
            return text;
        }

        public void setText(@Nullable String text) {
            this.text = text;
        }
    }
}
