package org.smeportal.pipeline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.SeenQueries;
import org.smeportal.kernel.Words;

/** What the address of the access record asks for; both days are included, in the zone of whoever asks. */
public record SeenAddress(
        @Nullable UUID item, String exam, String event, String who, String from, String until, String mark) {

    static SeenAddress of(HttpServletRequest request) {
        return new SeenAddress(
                Words.uuid(request.getParameter("item")),
                ItemAddress.text(request, "exam"),
                ItemAddress.text(request, "event"),
                ItemAddress.text(request, "who"),
                ItemAddress.text(request, "from"),
                ItemAddress.text(request, "until"),
                ItemAddress.text(request, "mark"));
    }

    SeenQueries.Filter filter(ZoneId zone) {
        LocalDate last = day(until);
        return new SeenQueries.Filter(
                item,
                exam.isEmpty() ? null : exam,
                Words.uuid(event),
                Words.uuid(who),
                start(day(from), zone),
                last == null ? null : start(last.plusDays(1), zone));
    }

    boolean asksForNothing() {
        return exam.isEmpty() && event.isEmpty() && who.isEmpty() && from.isEmpty() && until.isEmpty();
    }

    static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /** Null for what is no day, or none of this age. */
    static @Nullable LocalDate day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            return day.getYear() < 1900 || day.getYear() > 2999 ? null : day;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
