package org.smeportal.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.calendar.CalendarEvent;
import org.smeportal.calendar.CalendarQueries;
import org.smeportal.calendar.MonthGrid;
import org.smeportal.calendar.WeekGrid;
import org.smeportal.events.EventKind;
import org.smeportal.exams.ExamQueries;
import org.smeportal.kernel.TimeText;
import org.smeportal.kernel.Words;
import org.smeportal.security.CurrentUser;

/** The calendar (R2.6) in the reader's zone: view, day, filter and whose events in the URL; an agenda on phones. */
@Named
@RequestScoped
public class CalendarView {
    @Inject
    private CalendarQueries calendar;

    @Inject
    private ExamQueries examQueries;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private @Nullable String view;

    @Inject
    @Param
    private @Nullable String date;

    @Inject
    @Param
    private @Nullable String of;

    @Inject
    @Param
    private @Nullable Long exam;

    @Inject
    @Param
    private @Nullable String kind;

    private LocalDate shown = LocalDate.EPOCH;
    private List<CalendarEvent> events = List.of();
    private List<ExamQueries.Choice> exams = List.of();
    private List<Day> days = List.of();
    private MonthGrid month = new MonthGrid(List.of());
    private WeekGrid week = new WeekGrid(List.of(), List.of());

    /** A day of the agenda. */
    public record Day(LocalDate date, List<CalendarEvent.Part> parts) {}

    public void load() {
        ZoneId zone = user.getZone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        shown = day(date, today);
        LocalDate first = showsWeek() ? monday() : shown.withDayOfMonth(1);
        LocalDate last = showsWeek() ? first.plusDays(6) : shown.with(TemporalAdjusters.lastDayOfMonth());
        LocalDate from = showsWeek() ? first : MonthGrid.firstMonday(shown);
        LocalDate until = showsWeek() ? last : MonthGrid.lastSunday(shown);
        var begin = from.atStartOfDay(zone).toInstant();
        var end = until.plusDays(1).atStartOfDay(zone).toInstant();
        if (isProgramme()) {
            exams = examQueries.choices();
            events = calendar.programme(begin, end, new CalendarQueries.Filter(exam, getKind()));
        } else {
            events = calendar.own(user.accountId(), begin, end);
        }
        if (showsWeek()) {
            week = WeekGrid.of(first, events, zone, today);
        } else {
            month = MonthGrid.of(shown, events, zone, today);
        }
        days = events.stream()
                .flatMap(event -> event.parts(zone).stream())
                .filter(part -> !part.day().isBefore(first) && !part.day().isAfter(last))
                .sorted(Comparator.comparing(CalendarEvent.Part::startsAt))
                .collect(Collectors.groupingBy(CalendarEvent.Part::day, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> new Day(one.getKey(), one.getValue()))
                .toList();
    }

    /** A day of the years that events can have; today when there is none. */
    private static LocalDate day(@Nullable String typed, LocalDate today) {
        try {
            LocalDate day = typed == null ? today : LocalDate.parse(typed);
            return day.getYear() < 2000 || day.getYear() > 2100 ? today : day;
        } catch (DateTimeException notADay) {
            return today;
        }
    }

    private LocalDate monday() {
        return shown.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public String getView() {
        return view != null && Set.of("week", "agenda").contains(view) ? view : "month";
    }

    private boolean showsWeek() {
        return getView().equals("week");
    }

    /** Programme managers see the programme; who is an SME too can look at their own events. */
    public boolean isProgramme() {
        return user.isPm() && !"own".equals(of);
    }

    public boolean isBoth() {
        return user.isPm() && user.isSme();
    }

    public String getHeading() {
        return showsWeek()
                ? TimeText.shortDay(monday()) + " – " + TimeText.shortDay(monday().plusDays(6))
                : TimeText.wholeMonth(shown);
    }

    public LocalDate getPrevious() {
        return showsWeek() ? monday().minusWeeks(1) : shown.withDayOfMonth(1).minusMonths(1);
    }

    public LocalDate getNext() {
        return showsWeek() ? monday().plusWeeks(1) : shown.withDayOfMonth(1).plusMonths(1);
    }

    /** The day in the URL; null as long as it is today. */
    public @Nullable String getDate() {
        return date;
    }

    public @Nullable String getOf() {
        return of;
    }

    public @Nullable Long getExam() {
        return exam;
    }

    public @Nullable EventKind getKind() {
        return Words.constant(EventKind.class, kind);
    }

    public EventKind[] getKinds() {
        return EventKind.values();
    }

    public List<ExamQueries.Choice> getExams() {
        return exams;
    }

    public boolean isFiltered() {
        return isProgramme() && (exam != null || getKind() != null);
    }

    public boolean isCut() {
        return events.size() == CalendarQueries.MOST;
    }

    public List<Day> getDays() {
        return days;
    }

    public MonthGrid getMonth() {
        return month;
    }

    public WeekGrid getWeek() {
        return week;
    }
}
