package org.smeportal.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.TimeText;
import org.smeportal.smes.AwayQueries.Away;

/** Which days of the months to come an SME is free, by their own calendar (R1.5, R2.3). What is over is not shown. */
public record Availability(List<Month> months, List<Clash> clashes) {

    static final int MONTHS = 6;

    /** A period away, with the note, or an event, with its title, that takes some days between the first and the last. */
    public record Entry(
            DayMark mark,
            LocalDate first,
            LocalDate last,
            @Nullable String what,
            @Nullable CalendarEvent event,
            TreeSet<LocalDate> days) {

        private static Entry of(Away away) {
            return new Entry(DayMark.AWAY, away.first(), away.last(), away.note(), null, new TreeSet<>());
        }

        private static Optional<Entry> of(CalendarEvent event, ZoneId zone) {
            DayMark mark = DayMark.of(event);
            TreeSet<LocalDate> days = event.parts(zone).stream()
                    .map(CalendarEvent.Part::day)
                    .collect(Collectors.toCollection(TreeSet::new));
            return mark == null || days.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Entry(mark, days.first(), days.last(), event.title(), event, days));
        }

        boolean takes(LocalDate day) {
            return event == null ? !day.isBefore(first) && !day.isAfter(last) : days.contains(day);
        }

        boolean takesSomeOf(LocalDate from, LocalDate until) {
            LocalDate next = event == null ? first : days.ceiling(from);
            return next != null && !next.isAfter(until) && !last.isBefore(from);
        }
    }

    /** {@code open}: from today on, so that something can be noted for it. */
    public record Day(LocalDate date, boolean inside, boolean today, boolean open, List<Entry> entries) {

        public int number() {
            return date.getDayOfMonth();
        }

        /** Mon */
        public String weekday() {
            return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        }

        public List<DayMark> marks() {
            return entries.stream().map(Entry::mark).distinct().sorted().toList();
        }

        /** What the marks stand for, in words. */
        public String what() {
            return entries.stream().map(Entry::what).filter(Objects::nonNull).collect(Collectors.joining(", "));
        }
    }

    /** Weeks from Monday, and what stands in them as a list. */
    public record Month(LocalDate first, List<List<Day>> weeks, List<Entry> entries) {

        /** March 2020 */
        public String title() {
            return TimeText.wholeMonth(first);
        }
    }

    /** An event with a yes to it, and the first of its days on which the SME is away. */
    public record Clash(CalendarEvent event, LocalDate day) {}

    public static LocalDate end(LocalDate today) {
        return today.withDayOfMonth(1).plusMonths(MONTHS);
    }

    public static Availability of(LocalDate today, List<Away> away, List<CalendarEvent> events, ZoneId zone) {
        List<Entry> entries = Stream.concat(
                        away.stream().map(Entry::of), events.stream().flatMap(event -> Entry.of(event, zone).stream()))
                .filter(entry -> !entry.last().isBefore(today))
                .sorted(Comparator.comparing(Entry::first).thenComparing(Entry::mark))
                .toList();
        List<Month> months = new ArrayList<>();
        LocalDate end = end(today);
        for (LocalDate first = today.withDayOfMonth(1); first.isBefore(end); first = first.plusMonths(1)) {
            months.add(month(first, entries, today));
        }
        return new Availability(List.copyOf(months), clashes(entries, today));
    }

    private static Month month(LocalDate first, List<Entry> entries, LocalDate today) {
        LocalDate last = first.with(TemporalAdjusters.lastDayOfMonth());
        LocalDate from = first.isBefore(today) ? today : first;
        List<Entry> inside =
                entries.stream().filter(entry -> entry.takesSomeOf(from, last)).toList();
        List<List<Day>> weeks = new ArrayList<>();
        for (LocalDate monday = MonthGrid.firstMonday(first); !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            weeks.add(monday.datesUntil(monday.with(TemporalAdjusters.next(DayOfWeek.MONDAY)))
                    .map(date -> day(date, first, inside, today))
                    .toList());
        }
        return new Month(first, weeks, inside);
    }

    private static Day day(LocalDate date, LocalDate month, List<Entry> entries, LocalDate today) {
        boolean inside = date.getMonth() == month.getMonth();
        boolean open = inside && !date.isBefore(today);
        return new Day(
                date,
                inside,
                date.equals(today),
                open,
                open ? entries.stream().filter(entry -> entry.takes(date)).toList() : List.of());
    }

    private static List<Clash> clashes(List<Entry> entries, LocalDate today) {
        List<Entry> away =
                entries.stream().filter(entry -> entry.mark() == DayMark.AWAY).toList();
        List<Clash> clashes = new ArrayList<>();
        for (Entry entry : entries) {
            CalendarEvent event = entry.event();
            if (event != null && entry.mark() == DayMark.EVENT) {
                entry.days().tailSet(today).stream()
                        .filter(day -> away.stream().anyMatch(period -> period.takes(day)))
                        .findFirst()
                        .ifPresent(day -> clashes.add(new Clash(event, day)));
            }
        }
        return List.copyOf(clashes);
    }
}
