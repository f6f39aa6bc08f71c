package org.smeportal.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.smeportal.calendar.CalendarQueries;
import org.smeportal.calendar.Timeline;
import org.smeportal.events.EventStatus;
import org.smeportal.security.CurrentUser;

/** A year of events by exam (R2.6): drawn over its months, and as a table. */
@Named
@RequestScoped
public class TimelineView {
    private static final List<String> MONTHS = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .toList();

    @Inject
    private CalendarQueries calendar;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private @Nullable Integer year;

    private Timeline timeline = new Timeline(0, List.of());

    public void load() {
        int shown = year == null || year < 2000 || year > 2100
                ? LocalDate.ofInstant(clock.instant(), user.getZone()).getYear()
                : year;
        timeline = Timeline.of(shown, calendar.year(shown));
    }

    public Timeline getTimeline() {
        return timeline;
    }

    /** As it is spoken, without a mark between the thousands. */
    public String getYear() {
        return Integer.toString(timeline.year());
    }

    /** Which colours the drawing has. */
    public List<EventStatus> getStatuses() {
        return timeline.rows().stream()
                .flatMap(row -> row.bars().stream())
                .map(bar -> bar.event().status())
                .distinct()
                .sorted()
                .toList();
    }

    public List<String> getMonths() {
        return MONTHS;
    }

    public int getWidth() {
        return Timeline.WIDTH;
    }

    public boolean isCut() {
        return timeline.rows().stream().mapToInt(row -> row.bars().size()).sum() >= CalendarQueries.MOST;
    }
}
