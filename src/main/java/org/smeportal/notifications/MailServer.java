package org.smeportal.notifications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.PortalConfig;

/** The mail server that {@code SMTP_URL} names, {@code smtp[s]://[user:password@]host[:port]}, or none at all. */
@Singleton
class MailServer {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    private final @Nullable URI address;
    private final Session session;

    @Inject
    MailServer(PortalConfig config) {
        address = config.sendsMail() ? URI.create(config.smtpUrl()) : null;
        session = Session.getInstance(
                address == null
                        ? new Properties()
                        : properties(address, config.baseUrl().getHost()));
    }

    Session session() {
        return session;
    }

    /** What becomes of a message that went through without complaint. */
    OutboxState fate() {
        return address == null ? OutboxState.KEPT : OutboxState.SENT;
    }

    /** One connection; where there is no server, one that takes everything. */
    Line open() throws MessagingException {
        if (address == null) {
            return new Line(null);
        }
        String userInfo = address.getUserInfo();
        String[] user = userInfo == null ? new String[0] : userInfo.split(":", 2);
        Transport transport = session.getTransport(address.getScheme());
        transport.connect(
                host(address), address.getPort(), user.length == 0 ? null : user[0], user.length < 2 ? null : user[1]);
        return new Line(transport);
    }

    static final class Line implements AutoCloseable {

        private final @Nullable Transport transport;

        private Line(@Nullable Transport transport) {
            this.transport = transport;
        }

        void send(MimeMessage message) throws MessagingException {
            if (transport != null) {
                transport.sendMessage(message, message.getAllRecipients());
            }
        }

        boolean isOpen() {
            return transport == null || transport.isConnected();
        }

        @Override
        public void close() throws MessagingException {
            if (transport != null) {
                transport.close();
            }
        }
    }

    private static Properties properties(URI address, String ownName) {
        String prefix = "mail." + address.getScheme() + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "localhost", ownName);
        properties.put(prefix + "socketFactory", new PromptSockets());
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(prefix + "auth", Boolean.toString(address.getUserInfo() != null));
        // encrypted wherever the server offers it; on the same machine its certificate is seldom one that can be
        // checked
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(!isLoopback(host(address))));
        properties.setProperty(
                prefix + "starttls.required",
                Boolean.toString(address.getUserInfo() != null && !isLoopback(host(address))));
        return properties;
    }

    private static String host(URI address) {
        return address.getHost().replaceAll("[\\[\\]]", "");
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }
}
