package org.smeportal.applications;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Words;

/**
 * What of the queue is shown, and in which order. It stands in the address of the list, and the pages of single
 * applications take it along as one parameter, so that "next" goes on in the same order.
 *
 * @param mine waits for the viewer's score
 * @param prepared decided, and not told yet
 */
public record QueueFilter(
        String search,
        QueueTab tab,
        long exam,
        String country,
        @Nullable Attendance attendance,
        boolean overdue,
        boolean mine,
        boolean prepared,
        boolean disagreement,
        QueueSort sort) {
    private static final String YES = "yes";

    /** By the parameters of a request; a value that is none asks for nothing. */
    public static QueueFilter of(Function<String, @Nullable String> parameter) {
        String exam = text(parameter, "exam");
        return new QueueFilter(
                text(parameter, "search"),
                Objects.requireNonNullElse(Words.constant(QueueTab.class, parameter.apply("tab")), QueueTab.OPEN),
                exam.matches("\\d{1,18}") ? Long.parseLong(exam) : 0,
                text(parameter, "country"),
                Words.constant(Attendance.class, parameter.apply("attendance")),
                YES.equals(parameter.apply("overdue")),
                YES.equals(parameter.apply("mine")),
                YES.equals(parameter.apply("prepared")),
                YES.equals(parameter.apply("disagreement")),
                Objects.requireNonNullElse(
                        Words.constant(QueueSort.class, parameter.apply("sort")), QueueSort.PROMISED));
    }

    /** By the query of an address. */
    public static QueueFilter parse(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : (query == null ? "" : query).split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                parameters.putIfAbsent(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return of(parameters::get);
    }

    /** The query of the address of the list. */
    public String query() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("search", search);
        parameters.put("tab", tab == QueueTab.OPEN ? "" : tab.name());
        parameters.put("exam", exam == 0 ? "" : Long.toString(exam));
        parameters.put("country", country);
        parameters.put("attendance", attendance == null ? "" : attendance.name());
        parameters.put("overdue", overdue ? YES : "");
        parameters.put("mine", mine ? YES : "");
        parameters.put("prepared", prepared ? YES : "");
        parameters.put("disagreement", disagreement ? YES : "");
        parameters.put("sort", sort == QueueSort.PROMISED ? "" : sort.name());
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The query as the one parameter of another address. */
    public String encoded() {
        return URLEncoder.encode(query(), StandardCharsets.UTF_8);
    }

    /** Whether nothing but the tab and the order was chosen. */
    public boolean asksForNothing() {
        return search.isEmpty()
                && exam == 0
                && country.isEmpty()
                && attendance == null
                && !overdue
                && !mine
                && !prepared
                && !disagreement;
    }

    private static String text(Function<String, @Nullable String> parameter, String name) {
        String value = parameter.apply(name);
        return value == null
                ? ""
                : value.strip().substring(0, Math.min(value.strip().length(), 200));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }
}
