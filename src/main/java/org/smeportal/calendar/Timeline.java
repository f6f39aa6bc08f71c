package org.smeportal.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The events of a year by exam, each placed on its days (of its own zone); what overlaps stands below each other. */
public record Timeline(int year, List<Row> rows) {

    /** The width of a year, a hundred a month. */
    public static final int WIDTH = 1200;

    private static final int LANE = 18;
    private static final int NARROWEST = 10;

    /** An exam, or none, with its bars; {@code height} holds all lanes. */
    public record Row(@Nullable String examCode, int height, List<Bar> bars) {}

    public record Bar(CalendarEvent event, int x, int y, int width) {}

    public static Timeline of(int year, List<CalendarEvent> events) {
        Map<String, List<CalendarEvent>> exams =
                new TreeMap<>(Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()));
        events.stream()
                .filter(event -> touches(year, event))
                .sorted(Comparator.comparing(CalendarEvent::startsAt))
                .forEach(event -> exams.computeIfAbsent(
                                event.examCode() == null ? "" : event.examCode(), code -> new ArrayList<>())
                        .add(event));
        List<Row> rows = new ArrayList<>();
        exams.forEach((code, those) -> rows.add(row(year, code.isEmpty() ? null : code, those)));
        return new Timeline(year, rows);
    }

    /** A year is cut by the event's zone (R2.3). */
    private static boolean touches(int year, CalendarEvent event) {
        return first(event).getYear() <= year && last(event).getYear() >= year;
    }

    private static Row row(int year, @Nullable String code, List<CalendarEvent> events) {
        List<Integer> ends = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        for (CalendarEvent event : events) {
            int x = first(event).getYear() < year ? 0 : place(first(event));
            int end = last(event).getYear() > year ? WIDTH : place(last(event).plusDays(1), year);
            int width = Math.max(NARROWEST, end - x);
            int lane = 0;
            while (lane < ends.size() && ends.get(lane) > x) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(0);
            }
            ends.set(lane, x + width + 2);
            bars.add(new Bar(event, Math.min(x, WIDTH - width), lane * LANE + 2, width));
        }
        return new Row(code, ends.size() * LANE + 2, bars);
    }

    private static int place(LocalDate day, int year) {
        return day.getYear() > year ? WIDTH : place(day);
    }

    /** Months are equally wide, as the columns above them. */
    private static int place(LocalDate day) {
        return (day.getMonthValue() - 1) * 100 + (day.getDayOfMonth() - 1) * 100 / day.lengthOfMonth();
    }

    private static LocalDate first(CalendarEvent event) {
        return LocalDate.ofInstant(event.startsAt(), event.zone());
    }

    private static LocalDate last(CalendarEvent event) {
        return LocalDate.ofInstant(event.endsAt().minusNanos(1), event.zone());
    }
}
