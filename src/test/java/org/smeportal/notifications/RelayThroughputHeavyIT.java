package org.smeportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.MailBox;
import org.smeportal.testing.Rig;
import org.smeportal.testing.ScriptedSmtp;

/**
 * What the outbox costs: invitations by the relay beside a bare loop of Jakarta Mail that sends mails of the same size
 * over one connection to the same server, as it comes and on a socket that sends at once. It prints the rates; that each
 * mail left once is what can fail.
 */
class RelayThroughputHeavyIT {

    private static final int MAILS = 400;
    private static final int ROUNDS = 3;

    @Test
    void theRelayBesideABareLoopToAServerThatAnswersAtOnce() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp()) {
            compare("a server that answers at once", server.url(), server::taken, server::behave);
        }
    }

    @Test
    void theRelayBesideABareLoopToGreenMail() throws Exception {
        MailBox mail = MailBox.start();
        try {
            compare("GreenMail", mail.url(), () -> ids(mail.all()), mail::forget);
        } finally {
            mail.stop();
        }
    }

    private static void compare(String name, String url, Supplier<List<String>> taken, Runnable forget)
            throws Exception {
        Properties prompt = new Properties();
        prompt.put("mail.smtp.socketFactory", new PromptSockets());
        try (Rig rig = Rig.start(OutboxStory.BEGIN, Rig.config(Duration.ZERO, url, false))) {
            OutboxStory story = new OutboxStory(rig);
            story.inviteMany(1);
            MimeMessage pattern = pattern(rig);
            byRelay(story, MAILS);
            bare(url, pattern, MAILS, prompt);
            double relay = 0;
            double bare = 0;
            double best = 0;
            for (int round = 0; round < ROUNDS; round++) {
                bare += bare(url, pattern, MAILS, new Properties());
                best += bare(url, pattern, MAILS, prompt);
                forget.run();
                story.forget();
                relay += byRelay(story, MAILS);
                assertThat(taken.get()).hasSize(MAILS).doesNotHaveDuplicates();
                assertThat(story.messages(OutboxState.SENT)).isEqualTo(MAILS);
                assertThat(story.invitations("SENT")).isEqualTo(MAILS);
            }
            double millis = 1e3 / (ROUNDS * MAILS);
            System.out.printf(
                    "%s, mails of %,d bytes, ms each: relay %.2f, bare loop %.2f (ratio %.2f), prompt loop %.2f (%.2f)%n",
                    name, size(pattern), relay * millis, bare * millis, bare / relay, best * millis, best / relay);
        }
    }

    /** Seconds. */
    private static double byRelay(OutboxStory story, int mails) {
        story.inviteMany(mails);
        long begin = System.nanoTime();
        story.relay();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double bare(String url, MimeMessage pattern, int mails, Properties properties)
            throws MessagingException {
        URI address = URI.create(url);
        long begin = System.nanoTime();
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(address.getHost(), address.getPort(), null, null);
            for (int i = 0; i < mails; i++) {
                MimeMessage message = new MimeMessage(pattern);
                message.setRecipient(Message.RecipientType.TO, new InternetAddress("sme" + i + "@example.org"));
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static MimeMessage pattern(Rig rig) throws MessagingException {
        OutboxMessage row = rig.get(RelaySteps.class).claim().get(0);
        Mail mail = rig.get(Composers.class).compose(row);
        return rig.get(MimeMessages.class).of(Session.getInstance(new Properties()), row, mail);
    }

    private static int size(MimeMessage message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.size();
    }

    private static List<String> ids(List<MimeMessage> mails) {
        return mails.stream()
                .map(mail -> {
                    try {
                        return mail.getMessageID();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
