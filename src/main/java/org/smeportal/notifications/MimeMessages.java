package org.smeportal.notifications;

import jakarta.activation.DataHandler;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.smeportal.platform.PortalConfig;

/** Turns a composed mail into what goes over the line: one recipient, text, html and calendar entry as alternatives. */
@Singleton
class MimeMessages {

    private static final String SENDER_NAME = "SME Portal";

    private final PortalConfig config;
    private final Clock clock;

    @Inject
    MimeMessages(PortalConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    MimeMessage of(Session session, OutboxMessage row, Mail mail) throws MessagingException {
        MimeMessage message = new WithItsId(session, "<" + row.messageId().replaceAll("[\\s\\p{Cc}<>]", "") + ">");
        message.setFrom(address(sender(), SENDER_NAME));
        message.setRecipient(Message.RecipientType.TO, address(row.recipient(), oneLine(row.recipientName())));
        message.setSubject(oneLine(mail.subject()), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            message.setHeader(header.getKey().replaceAll("[^A-Za-z0-9-]", ""), oneLine(header.getValue()));
        }
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part("text/plain; charset=UTF-8", mail.text()));
        alternatives.addBodyPart(part("text/html; charset=UTF-8", mail.html()));
        if (mail.calendars().size() == 1) {
            alternatives.addBodyPart(calendar(mail.calendars().get(0)));
        }
        message.setContent(mail.calendars().size() > 1 ? withEntries(alternatives, mail.calendars()) : alternatives);
        message.saveChanges();
        return message;
    }

    /** Mail clients read one entry of a mail by themselves; of several each is a file of its own that they open. */
    private static MimeMultipart withEntries(MimeMultipart alternatives, List<Mail.Calendar> entries)
            throws MessagingException {
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(alternatives);
        mixed.addBodyPart(body);
        int number = 1;
        for (Mail.Calendar entry : entries) {
            MimeBodyPart file = calendar(entry);
            file.setDisposition(Part.ATTACHMENT);
            file.setFileName("event-" + number++ + ".ics");
            mixed.addBodyPart(file);
        }
        return mixed;
    }

    private static MimeBodyPart calendar(Mail.Calendar entry) throws MessagingException {
        return part("text/calendar; charset=UTF-8; method=" + entry.method(), entry.content());
    }

    String sender() {
        return config.mailFrom().orElse("no-reply@" + config.baseUrl().getHost());
    }

    private static MimeBodyPart part(String type, String content) throws MessagingException {
        String lines = content.replace("\r\n", "\n").replace("\n", "\r\n");
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(lines.getBytes(StandardCharsets.UTF_8), type)));
        return part;
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            InternetAddress result = new InternetAddress(address, name, StandardCharsets.UTF_8.name());
            result.validate();
            return result;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String oneLine(String value) {
        return value.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }

    /** Keeps the Message-ID of its row, which every try of it carries. */
    private static final class WithItsId extends MimeMessage {

        private final String id;

        private WithItsId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
