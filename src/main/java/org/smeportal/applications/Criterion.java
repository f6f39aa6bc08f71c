package org.smeportal.applications;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;

/** One thing that applications are scored for, with 0 to 4 points; {@code anchors} say what each of the five means. */
public record Criterion(long id, String name, String description, int weight, List<String> anchors) {
    public static final int MOST_POINTS = 4;
    public static final int MOST_WEIGHT = 100;

    public Criterion {
        anchors = List.copyOf(anchors);
    }

    /** As typed: the anchors are five lines, or none. */
    public static Criterion typed(
            @Nullable String name, @Nullable String description, @Nullable Integer weight, @Nullable String anchors) {
        String words = Words.text(anchors, 1000);
        List<String> lines = words == null
                ? List.of()
                : words.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        String title = Words.line(name, 80);
        if (!lines.isEmpty() && lines.size() != MOST_POINTS + 1) {
            throw new Refused("applications.refused.anchors", title, lines.size());
        }
        if (weight == null || weight < 0 || weight > MOST_WEIGHT) {
            throw new Refused("applications.refused.weight", title, MOST_WEIGHT);
        }
        return new Criterion(0, title, Words.line(description, 500), weight, lines);
    }

    /** What can be given, with its word where there is one. */
    public List<Point> points() {
        return IntStream.rangeClosed(0, MOST_POINTS)
                .mapToObj(points -> new Point(points, points < anchors.size() ? anchors.get(points) : ""))
                .toList();
    }

    /** For the radio buttons of a criterion. */
    public record Point(int points, String anchor) {}
}
