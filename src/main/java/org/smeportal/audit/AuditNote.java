package org.smeportal.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the running act changed, for its entry in the trail: {@code note.changed("roles", before, after)}. Never secrets,
 * never free text about health, motivation or items. An act within an act has notes of its own.
 */
@RequestScoped
public class AuditNote {
    static final int LONGEST_VALUE = 200;
    private final Deque<StringBuilder> acts = new ArrayDeque<>();

    /** Nothing is noted when both are the same, nor outside of an act. */
    public void changed(String what, @Nullable Object before, @Nullable Object after) {
        String was = words(before);
        String is = words(after);
        StringBuilder lines = acts.peek();
        if (lines != null && !was.equals(is)) {
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append(what)
                    .append(": ")
                    .append(was)
                    .append(" → ")
                    .append(is);
        }
    }

    void begin() {
        acts.push(new StringBuilder());
    }

    /** The lines of the act that ends; null when it noted none. */
    @Nullable
    String end() {
        StringBuilder lines = acts.poll();
        return lines == null || lines.isEmpty() ? null : lines.toString();
    }

    private static String words(@Nullable Object value) {
        String text = value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new)).stream()
                        .collect(Collectors.joining(", "))
                : value == null ? "" : value.toString();
        String line = text.strip().replaceAll("\\s+", " ");
        String shown = line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
        return shown.isEmpty() ? "–" : shown;
    }
}
