package org.smeportal.calendar;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** A day at the head of a column; {@code inside} says whether it belongs to the month shown. */
public record CalendarDay(LocalDate date, boolean inside, boolean today) {

    /** The seven days from a Monday. */
    static List<CalendarDay> week(LocalDate monday, int month, LocalDate today) {
        return monday.datesUntil(monday.plusDays(7))
                .map(date -> new CalendarDay(date, date.getMonthValue() == month, date.equals(today)))
                .toList();
    }

    public int number() {
        return date.getDayOfMonth();
    }

    /** Mon */
    public String weekday() {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
