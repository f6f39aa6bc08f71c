package org.smeportal.notifications;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Covers, in a composed mail, the tokens of links that let whoever holds them answer or set a password. */
final class LinkMask {

    private static final String COVER = "••••";
    private static final Pattern TOKEN =
            Pattern.compile("(/(?:rsvp|set-password|mail-preferences|mail-one-click|apply/[a-z]+)/)[^\\s\"'<>\\\\]+");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");
    /** A long line of an iCalendar stream goes on after a line end and a space (RFC 5545, 3.1). */
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");

    private LinkMask() {}

    static Mail masked(Mail mail) {
        return new Mail(
                masked(mail.subject()),
                masked(mail.text()),
                masked(mail.html()),
                mail.calendars().stream()
                        .map(calendar -> new Mail.Calendar(
                                calendar.method(),
                                masked(FOLD.matcher(calendar.content()).replaceAll(""))))
                        .toList(),
                mail.headers().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> masked(header.getValue()))));
    }

    static List<String> links(String text) {
        return LINK.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    private static String masked(String text) {
        return TOKEN.matcher(text).replaceAll("$1" + COVER);
    }
}
