package org.smeportal.events.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.StoredEvent;
import org.smeportal.platform.Text;

/** Planning an event again (R2.1): what comes along from the earlier one, and what does not. */
public record EventCopy(StoredEvent earlier, List<Line> copied, List<Line> left) {
    private static final int WEEKS_A_YEAR = 52;
    private static final int WEEKS_AHEAD = 4;

    /** {@code label} is the key of a name. */
    public record Line(String label, String value) {}

    /** The day that was asked for, else the same weekday: a year later, or in some weeks when that is gone. */
    static LocalDate day(StoredEvent earlier, @Nullable String asked, Instant now) {
        try {
            if (asked != null && !asked.isBlank()) {
                return LocalDate.parse(asked);
            }
        } catch (DateTimeParseException noDay) {
            // the proposal stands in the form, which is open for changes
        }
        LocalDate nextYear = earlier.firstDay().plusWeeks(WEEKS_A_YEAR);
        LocalDate soon = LocalDate.ofInstant(now, earlier.zone()).plusWeeks(WEEKS_AHEAD);
        DayOfWeek weekday = earlier.firstDay().getDayOfWeek();
        return nextYear.isAfter(soon) ? nextYear : soon.with(TemporalAdjusters.nextOrSame(weekday));
    }

    /** Hours on the wall stay; days keep their distance from the first; a deadline that would be gone is left to the form. */
    static EventForm form(StoredEvent earlier, LocalDate firstDay, Instant now) {
        EventForm form = EventForm.of(earlier);
        LocalDate first = earlier.firstDay();
        form.setFirstDay(firstDay);
        form.setLastDay(firstDay.plusDays(ChronoUnit.DAYS.between(first, earlier.lastDay())));
        LocalDate deadline = firstDay.plusDays(ChronoUnit.DAYS.between(first, earlier.deadlineDay()));
        boolean gone = !deadline.isAfter(LocalDate.ofInstant(now, earlier.zone()));
        form.setDeadlineDay(gone ? null : deadline);
        form.setMeetingLink(null);
        return form;
    }

    static EventCopy of(StoredEvent earlier, int sessions, Text text) {
        List<Line> copied = new ArrayList<>();
        copied.add(new Line("events.title", earlier.title()));
        copied.add(new Line("events.kind", text.ofConstant(earlier.kind())));
        add(copied, "events.exam", earlier.examCode());
        add(copied, "events.purpose", earlier.purpose());
        long days = ChronoUnit.DAYS.between(earlier.firstDay(), earlier.lastDay()) + 1;
        copied.add(new Line(
                "events.copy.hours",
                text.of(
                        "events.copy.hours.value",
                        days,
                        earlier.from().toString(),
                        earlier.to().toString())));
        copied.add(new Line("events.zone", earlier.zone().getId()));
        copied.add(new Line("events.modality", text.ofConstant(earlier.modality())));
        add(copied, "events.venueName", earlier.venueName());
        add(copied, "events.venueAddress", earlier.venueAddress());
        add(copied, "events.seatsInPerson", earlier.seatsInPerson());
        add(copied, "events.seatsVirtual", earlier.seatsVirtual());
        copied.add(new Line("events.agenda", text.of("events.copy.agenda.value", sessions)));
        copied.add(new Line(
                "events.deadlineDay",
                text.of(
                        "events.copy.deadline.value",
                        ChronoUnit.DAYS.between(earlier.deadlineDay(), earlier.firstDay()),
                        earlier.deadlineTime().toString())));
        copied.add(new Line("events.lead", earlier.leadName()));
        List<Line> left = new ArrayList<>();
        if (earlier.modality().hasLink()) {
            left.add(new Line("events.meetingLink", text.of("events.copy.left.link")));
        }
        left.add(new Line("events.copy.panel", text.of("events.copy.left.panel")));
        left.add(new Line("events.tab.attendance", text.of("events.copy.left.attendance")));
        left.add(new Line("events.status", text.of("events.copy.left.status", earlier.status())));
        return new EventCopy(earlier, List.copyOf(copied), List.copyOf(left));
    }

    private static void add(List<Line> lines, String label, @Nullable Object value) {
        if (value != null) {
            lines.add(new Line(label, value.toString()));
        }
    }
}
