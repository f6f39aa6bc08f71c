package org.smeportal.notifications;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A composed message: subject, both bodies and, for calendar clients, an iCalendar object for each event it speaks of;
 * {@code headers} are those beyond the usual ones.
 */
public record Mail(String subject, String text, String html, List<Calendar> calendars, Map<String, String> headers) {

    /** {@code method} is REQUEST or CANCEL (RFC 5546), {@code content} the whole iCalendar stream with CRLF line ends. */
    public record Calendar(String method, String content) {}

    public Mail(String subject, String text, String html, List<Calendar> calendars) {
        this(subject, text, html, calendars, Map.of());
    }

    public Mail(String subject, String text, String html, @Nullable Calendar calendar) {
        this(subject, text, html, calendar == null ? List.of() : List.of(calendar));
    }

    public Mail(String subject, String text, String html) {
        this(subject, text, html, List.of());
    }
}
