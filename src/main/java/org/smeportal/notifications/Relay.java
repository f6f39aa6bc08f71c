package org.smeportal.notifications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.PortalConfig;

/**
 * Sends what is due in the outbox: claims a batch in a transaction of its own, sends each message over one connection, and
 * writes down its fate before it goes on to the next. So if it is killed, at most one message is sent again, under the
 * same Message-ID, by whichever relay finds it when its lease is over.
 */
@Singleton
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class.getName());
    private static final int LEAST_TRIES = 5;
    private static final int MOST_TRIES = 60;
    private static final long LONGEST_PAUSE_MILLIS = 2000;

    private final RelaySteps steps;
    private final MailServer server;
    private final MimeMessages mimeMessages;
    private final PortalConfig config;
    private final Clock clock;

    @Inject
    Relay(RelaySteps steps, MailServer server, MimeMessages mimeMessages, PortalConfig config, Clock clock) {
        this.steps = steps;
        this.server = server;
        this.mimeMessages = mimeMessages;
        this.config = config;
        this.clock = clock;
    }

    /** Until nothing is due any more, or the mail server does not answer. */
    public void run() {
        List<OutboxMessage> batch = steps.claim();
        while (!batch.isEmpty() && deliver(new ArrayDeque<>(batch))) {
            batch = steps.claim();
        }
    }

    private boolean deliver(Deque<OutboxMessage> batch) {
        try (MailServer.Line line = server.open()) {
            while (!batch.isEmpty()) {
                if (!hasTime(batch.getFirst())) {
                    steps.postponed(batch, "The mail server was too slow for the whole batch.");
                    return true;
                }
                deliver(batch, line);
            }
        } catch (MessagingException lost) {
            if (!batch.isEmpty()) {
                LOG.log(Level.WARNING, "The mail server is not reached: {0}", SmtpReply.reason(lost));
                steps.postponed(batch, SmtpReply.reason(lost));
                return false;
            }
        }
        return true;
    }

    /** Half of the lease is left for the answer of a slow server, so that no other relay takes the message meanwhile. */
    private boolean hasTime(OutboxMessage message) {
        return message.isHeldAt(clock.instant().plus(config.relayLease().dividedBy(2)));
    }

    /** Sends the first of the batch and takes it off; fails only when the line is lost. */
    private void deliver(Deque<OutboxMessage> batch, MailServer.Line line) throws MessagingException {
        OutboxMessage message = batch.getFirst();
        MimeMessage mime = composed(message);
        if (mime == null) {
            batch.removeFirst();
            return;
        }
        try {
            line.send(mime);
        } catch (MessagingException complaint) {
            SmtpReply reply = SmtpReply.of(complaint);
            if (reply == null) {
                throw complaint;
            }
            batch.removeFirst();
            if (reply.isForGood()) {
                steps.bounced(message, reply.text());
            } else {
                steps.postponed(List.of(message), reply.text());
            }
            if (!line.isOpen()) {
                throw complaint;
            }
            return;
        }
        batch.removeFirst();
        delivered(message);
    }

    private @Nullable MimeMessage composed(OutboxMessage message) {
        try {
            return mimeMessages.of(server.session(), message, steps.compose(message));
        } catch (RuntimeException | MessagingException e) {
            if (isOfTheDatabase(e)) {
                steps.postponed(List.of(message), "The database did not answer while the message was composed.");
            } else {
                LOG.log(Level.SEVERE, e, () -> "Message " + message.messageId() + " cannot be composed");
                steps.failed(message, "It could not be composed: " + SmtpReply.reason(e));
            }
            return null;
        }
    }

    /**
     * The message is out, so this has to be written down, against locks and a database that is away for a while; else it
     * would go out twice.
     */
    private void delivered(OutboxMessage message) {
        for (int tries = 1; ; tries++) {
            try {
                steps.delivered(message);
                return;
            } catch (RuntimeException e) {
                if (tries >= LEAST_TRIES && !isOfTheDatabase(e)) {
                    LOG.log(Level.SEVERE, e, () -> "Message " + message.messageId() + " is out, but nobody takes note");
                    steps.deliveredUntold(message);
                    return;
                }
                if (tries == MOST_TRIES) {
                    throw e;
                }
                pause(tries);
            }
        }
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(Math.min(50L << Math.min(tries, 10), LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", e);
        }
    }

    private static boolean isOfTheDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
