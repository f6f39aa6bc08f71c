package org.smeportal.testing;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A real SMTP server in the test's JVM, on 127.0.0.1, that keeps what it takes. */
public final class MailBox {
    private final GreenMail server;

    private MailBox(GreenMail server) {
        this.server = server;
    }

    public static MailBox start() {
        GreenMail server =
                new GreenMail(new ServerSetup(EmbeddedDatabase.freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new MailBox(server);
    }

    public String url() {
        return "smtp://127.0.0.1:" + server.getSmtp().getPort();
    }

    public List<MimeMessage> to(String recipient) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, recipient))
                .toList();
    }

    public List<MimeMessage> all() {
        return List.of(server.getReceivedMessages());
    }

    /** The newest mail to somebody, waited for until there are at least that many. */
    public MimeMessage await(String recipient, int atLeast) {
        Awaitility.await("mail to " + recipient)
                .atMost(Duration.ofSeconds(60))
                .until(() -> to(recipient).size() >= atLeast);
        List<MimeMessage> messages = to(recipient);
        return messages.get(messages.size() - 1);
    }

    /** The first address in the mail's text that has that path. */
    public static String link(MimeMessage message, String path) {
        String text =
                GreenMailUtil.getWholeMessage(message).replace("=\r\n", "").replace("=3D", "=");
        Matcher matcher = Pattern.compile("https?://[^\\s\"<>]*" + Pattern.quote(path) + "[^\\s\"<>]*")
                .matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no link to " + path + " in:\n" + text);
        }
        return matcher.group();
    }

    /** What a mail holds, decoded: by the type of the part, such as {@code text/calendar}. */
    public static Map<String, String> parts(MimeMessage message) {
        Map<String, String> parts = new TreeMap<>();
        collect(message, parts);
        return parts;
    }

    private static void collect(Part part, Map<String, String> parts) {
        try {
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    collect(several.getBodyPart(i), parts);
                }
            } else {
                parts.put(
                        part.getContentType().replaceFirst(";(?s).*", "").toLowerCase(Locale.ROOT),
                        new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every address in any part of a mail. */
    public static Set<String> links(MimeMessage message) {
        Set<String> links = new TreeSet<>();
        parts(message).forEach((type, content) -> {
            String plain = type.equals("text/calendar")
                    ? content.replaceAll("\\r?\\n[ \\t]", "").replace("\\n", "\n")
                    : content.replace("&amp;", "&").replace("&#61;", "=");
            Matcher matcher = Pattern.compile("https?://[^\\s\"<>\\\\]+").matcher(plain);
            while (matcher.find()) {
                links.add(matcher.group().replaceFirst("[.,;)]+$", ""));
            }
        });
        return links;
    }

    public void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    public void stop() {
        server.stop();
    }

    private static boolean isTo(MimeMessage message, String recipient) {
        try {
            return Arrays.toString(message.getAllRecipients()).contains(recipient);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
