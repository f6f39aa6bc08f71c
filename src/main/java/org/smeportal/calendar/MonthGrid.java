package org.smeportal.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A month as a table: weeks from Monday, in each of them lanes of bars. An event is one bar over the days that follow each
 * other; a day off within it, or the end of the week, begins another.
 */
public record MonthGrid(List<Week> weeks) {

    /** More lanes than these are only counted. */
    static final int MOST_LANES = 4;

    /** The days, the lanes below them, and for each day how many events found no lane. */
    public record Week(List<CalendarDay> days, List<List<Cell>> lanes, List<Integer> more) {

        public boolean isCrowded() {
            return more.stream().anyMatch(count -> count > 0);
        }

        public LocalDate monday() {
            return days.get(0).date();
        }
    }

    /** Some columns of a lane, with a bar or without. */
    public record Cell(int span, @Nullable Bar bar) {}

    /** {@code before} and {@code after}: the event goes on outside of this bar. */
    public record Bar(CalendarEvent event, Instant startsAt, boolean before, boolean after, int first, int last) {

        int length() {
            return last - first + 1;
        }
    }

    public static LocalDate firstMonday(LocalDate month) {
        return month.withDayOfMonth(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public static LocalDate lastSunday(LocalDate month) {
        return month.with(TemporalAdjusters.lastDayOfMonth()).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    public static MonthGrid of(LocalDate month, List<CalendarEvent> events, ZoneId reader, LocalDate today) {
        List<Week> weeks = new ArrayList<>();
        LocalDate last = lastSunday(month);
        for (LocalDate monday = firstMonday(month); !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            weeks.add(week(CalendarDay.week(monday, month.getMonthValue(), today), bars(monday, events, reader)));
        }
        return new MonthGrid(weeks);
    }

    private static Week week(List<CalendarDay> days, List<Bar> bars) {
        List<List<Bar>> lanes = new ArrayList<>();
        int[] more = new int[7];
        for (Bar bar : bars) {
            lanes.stream()
                    .filter(lane -> lane.get(lane.size() - 1).last() < bar.first())
                    .findFirst()
                    .or(() -> {
                        if (lanes.size() == MOST_LANES) {
                            return Optional.empty();
                        }
                        lanes.add(new ArrayList<>());
                        return Optional.of(lanes.get(lanes.size() - 1));
                    })
                    .ifPresentOrElse(lane -> lane.add(bar), () -> {
                        for (int day = bar.first(); day <= bar.last(); day++) {
                            more[day]++;
                        }
                    });
        }
        return new Week(
                days,
                lanes.stream().map(MonthGrid::cells).toList(),
                Arrays.stream(more).boxed().toList());
    }

    private static List<Cell> cells(List<Bar> lane) {
        List<Cell> cells = new ArrayList<>();
        int next = 0;
        for (Bar bar : lane) {
            if (bar.first() > next) {
                cells.add(new Cell(bar.first() - next, null));
            }
            cells.add(new Cell(bar.length(), bar));
            next = bar.last() + 1;
        }
        if (next < 7) {
            cells.add(new Cell(7 - next, null));
        }
        return cells;
    }

    /** Of one week: the first day first, of the same day the longest, then by the clock. */
    private static List<Bar> bars(LocalDate monday, List<CalendarEvent> events, ZoneId reader) {
        List<Bar> bars = new ArrayList<>();
        for (CalendarEvent event : events) {
            List<CalendarEvent.Part> parts = event.parts(reader);
            for (int i = 0; i < parts.size(); i++) {
                int first = column(monday, parts.get(i));
                if (first < 0 || first > 6) {
                    continue;
                }
                int from = i;
                while (i + 1 < parts.size()
                        && follows(parts.get(i), parts.get(i + 1))
                        && column(monday, parts.get(i + 1)) <= 6) {
                    i++;
                }
                bars.add(new Bar(
                        event,
                        parts.get(from).startsAt(),
                        from > 0,
                        i < parts.size() - 1,
                        first,
                        column(monday, parts.get(i))));
            }
        }
        bars.sort(Comparator.comparingInt(Bar::first)
                .thenComparing(Comparator.comparingInt(Bar::length).reversed())
                .thenComparing(Bar::startsAt));
        return bars;
    }

    private static int column(LocalDate monday, CalendarEvent.Part part) {
        return (int) ChronoUnit.DAYS.between(monday, part.day());
    }

    private static boolean follows(CalendarEvent.Part one, CalendarEvent.Part next) {
        return one.day().plusDays(1).equals(next.day());
    }
}
