package org.smeportal.online.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smeportal.events.EventTimes;
import org.smeportal.kernel.Refused;
import org.smeportal.online.CallQueries;

/** A call as it is being typed: day and hour of the programme manager's own clock. */
public class CallForm {
    private static final Duration NOTICE = Duration.ofMinutes(5);
    private static final List<Integer> LENGTHS = List.of(10, 15, 20, 30, 45, 60);

    private @Nullable String day;
    private @Nullable String time;
    private @Nullable Integer minutes = 15;
    private @Nullable String link;

    /** The next quarter of an hour that leaves time to read the mail. */
    static Instant soon(Instant now) {
        Instant quarter = now.plus(NOTICE).truncatedTo(ChronoUnit.HOURS);
        while (quarter.isBefore(now.plus(NOTICE))) {
            quarter = quarter.plus(Duration.ofMinutes(15));
        }
        return quarter;
    }

    void suggest(Instant start, ZoneId zone, @Nullable String room) {
        day = LocalDate.ofInstant(start, zone).toString();
        time = LocalTime.ofInstant(start, zone).truncatedTo(ChronoUnit.MINUTES).toString();
        link = room;
    }

    void show(CallQueries.Call call, ZoneId zone) {
        suggest(call.startsAt(), zone, call.link());
        minutes = call.minutes();
    }

    Instant start(ZoneId zone) {
        if (day == null || time == null) {
            throw new Refused("online.refused.when");
        }
        try {
            return EventTimes.instant(LocalDate.parse(day), LocalTime.parse(time), zone);
        } catch (DateTimeParseException noTime) {
            throw new Refused("online.refused.when");
        }
    }

    int length() {
        return minutes == null ? 0 : minutes;
    }

    String room() {
        return link == null ? "" : link;
    }

    /** A call of another length keeps it. */
    public List<Integer> getLengths() {
        return minutes == null || LENGTHS.contains(minutes)
                ? LENGTHS
                : java.util.stream.Stream.concat(LENGTHS.stream(), java.util.stream.Stream.of(minutes))
                        .sorted()
                        .toList();
    }

    public @Nullable String getDay() {
        return day;
    }

    public void setDay(@Nullable String day) {
        this.day = day;
    }

    public @Nullable String getTime() {
        return time;
    }

    public void setTime(@Nullable String time) {
        this.time = time;
    }

    public @Nullable Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable Integer minutes) {
        this.minutes = minutes;
    }

    public @Nullable String getLink() {
        return link;
    }

    public void setLink(@Nullable String link) {
        this.link = link;
    }
}
