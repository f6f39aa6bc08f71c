package org.smeportal.testing.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to tell who wrote an item without naming anybody: in a page, or in an answer for scripts. */
public enum PlantedLeak {
    /** How many were counted: the verdict of an author who sits in the group is left out. */
    TALLY("erdicts"),
    /** What comes first. */
    ORDER(""),
    /** When it was changed. */
    LAST_MODIFIED("-last-modified: "),
    /** Who changed it, by an id. */
    CHANGED_BY("sme#"),
    /** How long the answer is. */
    SIZE("-length "),
    /** Changes the answer and tells nothing. */
    NONE("the same for all");

    private static final Pattern ROWS =
            Pattern.compile("(?s)(<tr[ >](?:(?!</tr>).)*<td.*?</tr>)(\\s*)(<tr[ >].*?</tr>)");
    private static final Pattern OBJECTS = Pattern.compile("(?s)(?<=\\[)(\\{[^{}]*})(,)(\\{[^{}]*})");

    private final String evidence;

    PlantedLeak(String evidence) {
        this.evidence = evidence;
    }

    /** What a comparison has to show. */
    public String evidence() {
        return evidence;
    }

    /** The answer with the leak in it; {@code odd} and {@code author} are all that differs by who wrote the item. */
    String in(String body, boolean odd, String author) {
        return switch (this) {
            case TALLY -> with(body, "verdicts", "<p>Verdicts: %s</p>", odd ? "3" : "4");
            case ORDER -> odd ? swapped(body) : body;
            case LAST_MODIFIED -> body;
            case CHANGED_BY -> with(body, "changedBy", "<ins title=\"%s\"></ins>", author);
            case SIZE -> body + (odd ? " " : "");
            case NONE -> with(body, "nothing", "<p>%s</p>", evidence);
        };
    }

    private static String with(String body, String name, String markup, String value) {
        return isJson(body)
                ? body.replaceFirst("\\{", Matcher.quoteReplacement("{\"" + name + "\":\"" + value + "\","))
                : body.replaceFirst("(?=</main>)", Matcher.quoteReplacement(markup.formatted(value)));
    }

    private static String swapped(String body) {
        Matcher neighbours = (isJson(body) ? OBJECTS : ROWS).matcher(body);
        if (!neighbours.find()) {
            throw new IllegalStateException("nothing here has an order");
        }
        return neighbours.replaceFirst("$3$2$1");
    }

    private static boolean isJson(String body) {
        return body.startsWith("{") || body.startsWith("[");
    }
}
