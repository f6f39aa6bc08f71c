package org.smeportal.notifications;

import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the mail server said against a message, such as {@code 550 5.1.1 no such mailbox} (RFC 5321, 4.2). */
record SmtpReply(int code, String text) {

    private static final Pattern LINE = Pattern.compile("^([45]\\d\\d)(?:[ -].*)?$", Pattern.MULTILINE);

    /** Null when it said nothing: the line is lost. */
    static @Nullable SmtpReply of(MessagingException failure) {
        SmtpReply last = null;
        for (Exception cause = failure; cause != null; cause = next(cause)) {
            Matcher line = LINE.matcher(String.valueOf(cause.getMessage()));
            if (line.find()) {
                last = new SmtpReply(Integer.parseInt(line.group(1)), line.group());
            }
        }
        return last;
    }

    boolean isForGood() {
        return code >= 500;
    }

    /** The innermost words of a failure in one line, for the outbox page. */
    static String reason(Throwable failure) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            innermost = cause;
        }
        String words = innermost.getMessage();
        return words == null || words.isBlank() ? innermost.getClass().getSimpleName() : words;
    }

    private static @Nullable Exception next(Throwable failure) {
        if (failure instanceof MessagingException mail && mail.getNextException() != null) {
            return mail.getNextException();
        }
        return failure.getCause() instanceof Exception cause ? cause : null;
    }
}
