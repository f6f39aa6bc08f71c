package org.smeportal.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;

/** What a checklist asks, in its order: some questions, each of one line, no two of them alike (R6.4). */
public record Questions(List<String> texts) {
    public static final int MOST = 20;
    public static final int LONGEST = 300;

    public Questions {
        texts = List.copyOf(texts);
    }

    /** As typed, a question in each entry; a refusal names the line of the page that is wrong. */
    static Questions typed(List<@Nullable String> lines) {
        if (lines.isEmpty()) {
            throw new Refused("checks.refused.noQuestion").at("add");
        }
        if (lines.size() > MOST) {
            throw new Refused("checks.refused.questions", MOST, lines.size()).at("add");
        }
        List<String> texts = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String text = line == null ? "" : line.strip().replaceAll("\\s+", " ");
            if (text.isEmpty()) {
                throw new Refused("checks.refused.questionEmpty", i + 1).at(field(i));
            }
            if (text.length() > LONGEST) {
                throw new Refused("checks.refused.questionLong", i + 1, LONGEST, text.length()).at(field(i));
            }
            Integer twin = places.putIfAbsent(text.toLowerCase(Locale.ROOT), i + 1);
            if (twin != null) {
                throw new Refused("checks.refused.questionTwice", i + 1, twin).at(field(i));
            }
            texts.add(Words.line(text, LONGEST));
        }
        return new Questions(texts);
    }

    private static String field(int line) {
        return "lines:" + line + ":text";
    }

    /** The place, from 1, at which the former list asked the very same as this one does at {@code place}; 0 when it did not. */
    public int formerly(Questions former, int place) {
        return former.texts.indexOf(texts.get(place - 1)) + 1;
    }

    /**
     * The place in the former list whose note still belongs to {@code place}: that of the same question, or of the one that
     * stood here and is asked in other words now; 0 when there is none.
     */
    public int noted(Questions former, int place) {
        int same = formerly(former, place);
        boolean reworded = same == 0 && place <= former.texts.size() && !texts.contains(former.texts.get(place - 1));
        return reworded ? place : same;
    }
}
