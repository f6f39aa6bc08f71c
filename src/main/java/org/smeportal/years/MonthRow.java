package org.smeportal.years;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smeportal.events.EventKind;

/** The events of a month, by kind. */
public record MonthRow(Month month, Map<EventKind, Integer> kinds) {

    public MonthRow {
        kinds = Map.copyOf(kinds);
    }

    /** One event of a year: when and what. */
    record Entry(Month month, EventKind kind) {}

    /** All twelve months, in their order. */
    static List<MonthRow> of(List<Entry> events) {
        return Arrays.stream(Month.values())
                .map(month -> {
                    Map<EventKind, Integer> kinds = new EnumMap<>(EventKind.class);
                    events.stream()
                            .filter(event -> event.month() == month)
                            .forEach(event -> kinds.merge(event.kind(), 1, Integer::sum));
                    return new MonthRow(month, kinds);
                })
                .toList();
    }

    /** A kind and how often it was in the year. */
    public record KindCount(EventKind kind, int count) {}

    /** The kinds that there were. */
    static List<KindCount> kinds(List<MonthRow> months) {
        return Arrays.stream(EventKind.values())
                .map(kind -> new KindCount(
                        kind, months.stream().mapToInt(month -> month.of(kind)).sum()))
                .filter(row -> row.count() > 0)
                .toList();
    }

    public int of(EventKind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    public int total() {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Feb */
    public String name() {
        return month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
