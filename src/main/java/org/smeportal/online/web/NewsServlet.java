package org.smeportal.online.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.smeportal.events.EventCard;
import org.smeportal.events.EventDirectory;
import org.smeportal.kernel.Words;
import org.smeportal.online.DayQueries;
import org.smeportal.online.HelpQueries;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Permission;

/** What an open page asks every few seconds: a short text that is another one when there is something new to see. */
@WebServlet("/app/online/news/*")
public class NewsServlet extends HttpServlet {
    @Inject
    private transient DayQueries days;

    @Inject
    private transient HelpQueries requests;

    @Inject
    private transient EventDirectory events;

    @Inject
    private transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        UUID event = Words.uuid(path == null || path.isEmpty() ? null : path.substring(1));
        Optional<String> version = event == null ? Optional.empty() : version(event, request.getParameter("of"));
        if (version.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("version", version.get())
                        .build()
                        .toString());
    }

    private Optional<String> version(UUID event, String part) {
        boolean runsIt = user.may(Permission.RUN_EVENT_DAY);
        if (!"queue".equals(part)) {
            return days.news(event, user.accountId(), runsIt);
        }
        return runsIt ? events.byPublicId(event).map(EventCard::id).map(requests::version) : Optional.empty();
    }
}
