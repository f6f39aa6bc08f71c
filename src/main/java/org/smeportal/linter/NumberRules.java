package org.smeportal.linter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.smeportal.wording.ItemField;

/** Options that are numbers, dates or ranges: L10 (not in order), L11 (ranges overlap). */
final class NumberRules {
    private static final int LONGEST = 80;
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");
    private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";
    private static final int MONTHS_STEP = 4;
    private static final String MONTH = "((?:" + MONTHS.replace(' ', '|') + ")[a-z]{0,6})";
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\d{1,2}) " + MONTH + "|" + MONTH + " (\\d{1,2}),?) (\\d{4})");
    private static final String N = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,6})?|\\d{1,15}(?:\\.\\d{1,6})?)";
    private static final String U = "( ?(?:[a-z]{1,12}(?:/s)?|%))?";
    private static final Pattern SINGLE = Pattern.compile("([^\\d]*?)" + N + U + "([^\\d]*)");
    private static final Pattern RANGE =
            Pattern.compile("([^\\d]*?)" + N + U + " ?(?:to|and|-|–|—) ?" + N + U + "([^\\d]*)");
    private static final Pattern LESS = Pattern.compile("(?:less than|fewer than|under|below|<) ?");
    private static final Pattern MORE = Pattern.compile("(?:more than|over|above|>) ?");
    private static final Pattern AT_MOST = Pattern.compile("(?:up to|at most|≤|no more than) ?");
    private static final Pattern AT_LEAST = Pattern.compile("(?:at least|≥) ?");
    private static final Map<String, Double> UNITS = Map.ofEntries(
            Map.entry("kb", 1e3),
            Map.entry("mb", 1e6),
            Map.entry("gb", 1e9),
            Map.entry("tb", 1e12),
            Map.entry("pb", 1e15),
            Map.entry("kib", 1024.0),
            Map.entry("mib", 1048576.0),
            Map.entry("gib", 1073741824.0),
            Map.entry("tib", 1099511627776.0),
            Map.entry("ms", 1e-3),
            Map.entry("millisecond", 1e-3),
            Map.entry("s", 1.0),
            Map.entry("second", 1.0),
            Map.entry("minute", 60.0),
            Map.entry("hour", 3600.0),
            Map.entry("day", 86400.0),
            Map.entry("week", 604800.0));

    private NumberRules() {}

    /** What the option measures and between which bounds; both are equal for a single number. */
    private record Span(String of, double low, double high, boolean range) {}

    static void check(Checked item) {
        if (item.choices.size() < 3
                || item.choices.size() != item.item.options().size()) {
            return;
        }
        List<Span> spans = item.choices.stream()
                .map(choice -> span(choice.text()))
                .flatMap(Optional::stream)
                .toList();
        if (spans.size() == item.choices.size()
                && spans.stream().map(Span::of).distinct().count() == 1) {
            order(item, spans);
            overlaps(item, spans);
        }
    }

    private static void order(Checked item, List<Span> spans) {
        boolean up = IntStream.range(1, spans.size()).allMatch(i -> spans.get(i - 1).low <= spans.get(i).low);
        boolean down = IntStream.range(1, spans.size()).allMatch(i -> spans.get(i - 1).low >= spans.get(i).low);
        if (!up && !down) {
            String sorted = IntStream.range(0, spans.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> spans.get(i).low))
                    .map(i -> item.choices.get(i).option().id())
                    .collect(Collectors.joining(","));
            item.addWithFix(
                    Rule.L10,
                    Finding.Place.all(ItemField.OPTIONS),
                    "notInOrder",
                    Optional.of(new Finding.Fix(ItemField.OPTIONS, sorted)));
        }
    }

    private static void overlaps(Checked item, List<Span> spans) {
        for (int i = 0; i < spans.size(); i++) {
            for (int j = i + 1; j < spans.size(); j++) {
                Span one = spans.get(i);
                Span other = spans.get(j);
                if ((one.range || other.range) && one.low <= other.high && other.low <= one.high) {
                    item.add(
                            Rule.L11,
                            Level.ERROR,
                            item.choices.get(j).text().all(),
                            "overlap",
                            item.choices.get(i).letter(),
                            item.choices.get(j).letter());
                    return;
                }
            }
        }
    }

    private static Optional<Span> span(Prose option) {
        String text = option.source
                .strip()
                .replace("`", "")
                .replaceAll("[.\\s]+$", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return date(text).or(() -> range(text)).or(() -> single(text));
    }

    private static Optional<Span> date(String text) {
        Matcher date = DATE.matcher(text);
        if (date.matches()) {
            return day(date.group(1), Integer.parseInt(date.group(2)), date.group(3));
        }
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        String month = written.group(2) == null ? written.group(3) : written.group(2);
        String day = written.group(1) == null ? written.group(4) : written.group(1);
        return day(written.group(5), 1 + MONTHS.indexOf(month.substring(0, 3)) / MONTHS_STEP, day);
    }

    private static Optional<Span> day(String year, int month, String number) {
        try {
            double day = LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(number))
                    .toEpochDay();
            return Optional.of(new Span("date", day, day, false));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Span> range(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        String lowUnit = range.group(3) == null ? range.group(5) : range.group(3);
        double low = value(range.group(2), lowUnit);
        double high = value(range.group(4), range.group(5));
        String of = of(range.group(1).replaceFirst("(?:between|from) $", ""), range.group(5), range.group(6));
        return Optional.of(new Span(of, Math.min(low, high), Math.max(low, high), true));
    }

    private static Optional<Span> single(String text) {
        Matcher single = SINGLE.matcher(text);
        if (!single.matches()) {
            return Optional.empty();
        }
        double value = value(single.group(2), single.group(3));
        String before = single.group(1);
        List<Span> open = new ArrayList<>();
        String unit = single.group(3);
        String after = single.group(4);
        open(open, LESS, before, unit, after, Double.NEGATIVE_INFINITY, Math.nextDown(value));
        open(open, AT_MOST, before, unit, after, Double.NEGATIVE_INFINITY, value);
        open(open, AT_LEAST, before, unit, after, value, Double.POSITIVE_INFINITY);
        if (open.isEmpty()) {
            open(open, MORE, before, unit, after, Math.nextUp(value), Double.POSITIVE_INFINITY);
        }
        return Optional.of(open.isEmpty() ? new Span(of(before, unit, after), value, value, false) : open.get(0));
    }

    private static void open(
            List<Span> spans,
            Pattern word,
            String before,
            @Nullable String unit,
            String after,
            double low,
            double high) {
        Matcher found = word.matcher(before);
        if (found.find() && found.end() == before.length()) {
            spans.add(new Span(of(before.substring(0, found.start()), unit, after), low, high, true));
        }
    }

    /** The words around the number; units of one kind are one. */
    private static String of(String before, @Nullable String unit, String after) {
        String name = unitName(unit);
        String kind = !UNITS.containsKey(name) ? name : name.endsWith("b") ? "bytes" : "time";
        return (before + "|" + kind + "|" + after).replaceAll("\\s+", " ").strip();
    }

    private static double value(String number, @Nullable String unit) {
        return Double.parseDouble(number.replace(",", "")) * UNITS.getOrDefault(unitName(unit), 1.0);
    }

    private static String unitName(@Nullable String unit) {
        String name = unit == null ? "" : unit.strip();
        return name.length() > 2 && name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }
}
