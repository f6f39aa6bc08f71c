package org.smeportal.reviews.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.smeportal.kernel.NotFound;
import org.smeportal.platform.web.JsonExchange;
import org.smeportal.reviews.ReviewQueries;

/** Stays open and says that something changed, never what: the screen then asks for what it may see. */
@WebServlet(urlPatterns = "/app/reviews/pings/*", asyncSupported = true)
public class PingServlet extends HttpServlet {
    @Inject
    private transient ReviewQueries queries;

    @Inject
    private transient Pings pings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UUID session;
        try {
            session = JsonExchange.thing(request);
        } catch (NotFound gone) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (queries.head(session).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        pings.listen(session, known(request.getParameter("known")), request.startAsync());
    }

    private static long known(String change) {
        try {
            return change == null ? -1 : Long.parseLong(change);
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
