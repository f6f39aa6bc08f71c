package org.smeportal.notifications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.PortalConfig;

/**
 * Sends what is due in the outbox: claims a batch in a transaction of its own, sends each message over one connection, and
 * writes down its fate before it goes on to the next. So if it is killed, at most one message is sent again, under the
 * same Message-ID, by whichever relay finds it when its lease is over. That a message is out is one short statement; who
 * waits for the news hears it with the rest of the batch, within a second, or from the relay that finds it untold.
 */
@Singleton
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class.getName());
    private static final int LEAST_TRIES = 5;
    private static final int MOST_TRIES = 60;
    private static final long LONGEST_PAUSE_MILLIS = 2000;
    private static final Duration UNTOLD = Duration.ofSeconds(1);

    private final RelaySteps steps;
    private final Composers composers;
    private final MailServer server;
    private final MimeMessages mimeMessages;
    private final PortalConfig config;
    private final Clock clock;

    @Inject
    Relay(
            RelaySteps steps,
            Composers composers,
            MailServer server,
            MimeMessages mimeMessages,
            PortalConfig config,
            Clock clock) {
        this.steps = steps;
        this.composers = composers;
        this.server = server;
        this.mimeMessages = mimeMessages;
        this.config = config;
        this.clock = clock;
    }

    /** Until nothing is due any more, or the mail server does not answer. */
    public void run() {
        List<OutboxMessage> batch = steps.claim();
        while (!batch.isEmpty() && deliver(batch)) {
            batch = steps.claim();
        }
    }

    /** Whether the mail server answers. */
    private boolean deliver(List<OutboxMessage> claimed) {
        List<OutboxMessage> out = new ArrayList<>();
        Deque<OutboxMessage> batch = new ArrayDeque<>();
        claimed.forEach(message -> (message.isOut() ? out : batch).add(message));
        try {
            return batch.isEmpty() || send(batch, out);
        } finally {
            tell(out);
        }
    }

    private boolean send(Deque<OutboxMessage> batch, List<OutboxMessage> out) {
        Instant told = clock.instant();
        try (MailServer.Line line = server.open()) {
            while (!batch.isEmpty()) {
                if (!hasTime(batch.getFirst())) {
                    steps.postponed(batch, "The mail server was too slow for the whole batch.");
                    return true;
                }
                send(batch, line, out);
                if (clock.instant().isAfter(told.plus(UNTOLD))) {
                    tell(out);
                    told = clock.instant();
                }
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
    private void send(Deque<OutboxMessage> batch, MailServer.Line line, List<OutboxMessage> out)
            throws MessagingException {
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
        insist(() -> steps.out(message));
        out.add(message);
    }

    private @Nullable MimeMessage composed(OutboxMessage message) {
        try {
            return mimeMessages.of(server.session(), message, composers.compose(message));
        } catch (RuntimeException | MessagingException e) {
            if (isOfTheDatabase(e)) {
                steps.postponed(List.of(message), "The database did not answer while the message was composed.");
            } else {
                LOG.log(
                        Level.SEVERE,
                        Confidential.is(message.kind()) ? null : e,
                        () -> "Message " + message.messageId() + " cannot be composed");
                steps.failed(message, "It could not be composed: " + SmtpReply.reason(e));
            }
            return null;
        }
    }

    /** All at once, or one by one when that fails. */
    private void tell(List<OutboxMessage> out) {
        if (out.isEmpty()) {
            return;
        }
        try {
            steps.delivered(out);
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "The news of a batch are told one by one", e);
            out.forEach(this::tell);
        }
        out.clear();
    }

    private void tell(OutboxMessage message) {
        try {
            insist(() -> steps.delivered(List.of(message)));
        } catch (RuntimeException e) {
            if (isOfTheDatabase(e)) {
                throw e;
            }
            LOG.log(
                    Level.SEVERE,
                    Confidential.is(message.kind()) ? null : e,
                    () -> "Message " + message.messageId() + " is out, but nobody takes note");
            steps.deliveredUntold(message);
        }
    }

    /**
     * The message is out, so this has to be written down, against locks and a database that is away for a while; else it
     * would go out twice.
     */
    private static void insist(Runnable step) {
        for (int tries = 1; ; tries++) {
            try {
                step.run();
                return;
            } catch (RuntimeException e) {
                if (tries == MOST_TRIES || (tries >= LEAST_TRIES && !isOfTheDatabase(e))) {
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
