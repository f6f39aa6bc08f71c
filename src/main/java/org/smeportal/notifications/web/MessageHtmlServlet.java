package org.smeportal.notifications.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.OutboxQueries;

/** The html of a message for the frame on its page: in a sandbox, nothing in it runs, links open beside the portal. */
@WebServlet("/app/notifications/message-html/*")
public class MessageHtmlServlet extends HttpServlet {

    @Inject
    private transient OutboxQueries outbox;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        Optional<Mail> mail = path.matches("/\\d{1,18}")
                ? outbox.one(Long.parseLong(path.substring(1))).map(OutboxQueries.Message::mail)
                : Optional.empty();
        if (mail.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self';"
                        + " sandbox allow-popups allow-popups-to-escape-sandbox");
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(mail.get().html().replaceFirst("<head>", "<head><base target=\"_blank\">"));
    }
}
