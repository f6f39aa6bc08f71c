package org.smeportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.testing.Rig;
import org.smeportal.testing.StoryClock;

/** What goes over the line, read back as a mail program reads it (R3.4). */
class MimeMessagesTest {

    private static final Instant NOW = Instant.parse("2020-02-03T09:00:00Z");
    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nSUMMARY:Prüfung 試験\r\nEND:VCALENDAR\r\n";

    private final MimeMessages messages = new MimeMessages(Rig.config(Duration.ZERO), new StoryClock(NOW));

    @Test
    void theMessageIdIsThatOfTheRowHoweverOftenItIsSaved() throws Exception {
        MimeMessage message = message("Ana", "Hello");
        message.saveChanges();
        assertThat(received(message).getMessageID()).isEqualTo("<invite.1@portal.example.org>");
    }

    @Test
    void thePortalIsTheSenderAndThereIsOneRecipient() throws Exception {
        MimeMessage received = received(message("Ana Silva", "Hello"));
        InternetAddress from = (InternetAddress) received.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("no-reply@portal.example.org");
        assertThat(from.getPersonal()).isEqualTo("SME Portal");
        assertThat(received.getAllRecipients()).containsExactly(new InternetAddress("ana@example.org", "Ana Silva"));
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getSentDate().toInstant()).isEqualTo(NOW);
    }

    @Test
    void textHtmlAndCalendarAreAlternativesInUtf8() throws Exception {
        MimeMultipart parts = (MimeMultipart) received(message("Ana", "Hello")).getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(text(parts.getBodyPart(0))).isEqualTo("Grüße 日本\r\n");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(text(parts.getBodyPart(1))).isEqualTo("<p>Grüße 日本</p>");
        assertThat(parts.getBodyPart(2).getContentType()).isEqualTo("text/calendar; charset=UTF-8; method=REQUEST");
        assertThat(text(parts.getBodyPart(2))).isEqualTo(CALENDAR);
    }

    @Test
    void namesOfEveryScriptArriveAndTravelAsAscii() throws Exception {
        for (String name : new String[] {"أمل الخطيب", "山田 太郎", "Łukasz Żółć", "O'Neill, \"Bob\"", "Zoë 🎓"}) {
            MimeMessage message = message(name, "Einladung für " + name);
            assertThat(headers(message)).matches("\\p{ASCII}*");
            MimeMessage received = received(message);
            assertThat(((InternetAddress) received.getAllRecipients()[0]).getPersonal())
                    .isEqualTo(name);
            assertThat(received.getSubject()).isEqualTo("Einladung für " + name);
        }
    }

    @Test
    void lineBreaksInNameAndSubjectNeverBecomeHeaders() throws Exception {
        MimeMessage message =
                message("Ana\r\nBcc: eve@example.org", "Hello\r\n\r\nX-Evil: yes\n\tand\u2028more\u0000\u0085end");
        assertThat(headers(message)).doesNotContain("\r\nBcc:", "\r\nX-Evil:");
        MimeMessage received = received(message);
        assertThat(received.getAllRecipients()).hasSize(1);
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getSubject()).isEqualTo("Hello X-Evil: yes and more end");
    }

    @Test
    void headersOfTheMailTravelInOneLineEach_R1_5() throws Exception {
        Mail mail = new Mail(
                "Hello",
                "t",
                "h",
                java.util.List.of(),
                java.util.Map.of("List-Unsubscribe", "<https://portal.example.org/x>\r\nBcc: eve@example.org"));
        MimeMessage message = messages.of(Session.getInstance(new Properties()), row("Ana"), mail);
        assertThat(received(message).getHeader("List-Unsubscribe"))
                .containsExactly("<https://portal.example.org/x> Bcc: eve@example.org");
        assertThat(received(message).getHeader("Bcc")).isNull();
    }

    private static OutboxMessage row(String name) {
        return new OutboxMessage(
                NewMessage.of("invite", 1, "invite.1", new EmailAddress("ana@example.org"), name),
                "portal.example.org",
                NOW);
    }

    private MimeMessage message(String name, String subject) throws Exception {
        Mail mail = new Mail(subject, "Grüße 日本\n", "<p>Grüße 日本</p>", new Mail.Calendar("REQUEST", CALENDAR));
        return messages.of(Session.getInstance(new Properties()), row(name), mail);
    }

    private static MimeMessage received(MimeMessage message) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(wire(message)));
    }

    private static String headers(MimeMessage message) throws Exception {
        String wire = new String(wire(message), StandardCharsets.UTF_8);
        return wire.substring(0, wire.indexOf("\r\n\r\n"));
    }

    private static byte[] wire(MimeMessage message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toByteArray();
    }

    private static String text(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
