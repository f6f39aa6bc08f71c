package org.smeportal.security.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.TimeText;
import org.smeportal.platform.Text;
import org.smeportal.security.CurrentUser;

/** Times on pages (R2.3): {@code #{times.moment(row.sentAt)}} speaks the user's own zone, the others name theirs. */
@Named
@RequestScoped
public class Times {

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    private Text text;

    public String moment(@Nullable Instant at) {
        return at == null ? "" : TimeText.moment(at, user.getZone());
    }

    public String momentIn(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : TimeText.moment(at, zone) + " " + TimeText.city(zone);
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? "" : TimeText.shortDay(date);
    }

    public String day(@Nullable Instant at) {
        return at == null ? "" : TimeText.shortDay(at, user.getZone());
    }

    public String dayIn(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : TimeText.shortDay(at, zone);
    }

    public String time(Instant at) {
        return TimeText.time(at, user.getZone());
    }

    /** Tue 24 Nov 2020, 14:00–18:00 in the user's zone */
    public String mine(Instant start, Instant end) {
        return TimeText.dayRange(start, end, user.getZone());
    }

    /** Tue 24 Nov 2020, 09:00–13:00 New York */
    public String in(Instant start, Instant end, ZoneId zone) {
        return TimeText.withZone(start, end, zone);
    }

    public String rangeIn(Instant start, Instant end, ZoneId zone) {
        return TimeText.range(start, end, zone);
    }

    public String month(Instant at, ZoneId zone) {
        return TimeText.month(at, zone);
    }

    public String dayOfMonth(Instant at, ZoneId zone) {
        return TimeText.dayOfMonth(at, zone);
    }

    public String city(ZoneId zone) {
        return TimeText.city(zone);
    }

    /** Whether a second line for that zone says anything new: not when both clocks show the same at that moment. */
    public boolean differs(Instant at, ZoneId zone) {
        return !TimeText.sameClock(at, user.getZone(), zone);
    }

    public ZoneId getMyZone() {
        return user.getZone();
    }

    public String getMyCity() {
        return TimeText.city(user.getZone());
    }

    /** "in 3 days", "2 hours ago": days from a day on, else hours, else minutes. */
    public String distance(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        Duration distance = Duration.between(clock.instant(), at);
        Duration length = distance.abs();
        String tense = distance.isNegative() ? "past" : "future";
        if (length.toDays() >= 730) {
            return text.of("platform.distance.years." + tense, length.toDays() / 365);
        }
        if (length.toDays() >= 60) {
            return text.of("platform.distance.months." + tense, length.toDays() / 30);
        }
        if (length.toHours() >= 24) {
            return text.of("platform.distance.days." + tense, (length.toHours() + 12) / 24);
        }
        if (length.toMinutes() >= 60) {
            return text.of("platform.distance.hours." + tense, (length.toMinutes() + 30) / 60);
        }
        return text.of("platform.distance.minutes." + tense, Math.max(1, length.toMinutes()));
    }
}
