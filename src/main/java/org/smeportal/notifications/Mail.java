package org.smeportal.notifications;

import org.jspecify.annotations.Nullable;

/** A composed message: subject, both bodies and, for calendar clients, an iCalendar object with its method. */
public record Mail(
        String subject, String text, String html, @Nullable Calendar calendar) {

    /** {@code method} is REQUEST or CANCEL (RFC 5546), {@code content} the whole iCalendar stream with CRLF line ends. */
    public record Calendar(String method, String content) {}

    public Mail(String subject, String text, String html) {
        this(subject, text, html, null);
    }
}
