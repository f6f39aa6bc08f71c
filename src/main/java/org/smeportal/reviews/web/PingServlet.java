package org.smeportal.reviews.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        UUID session = begun(request, response);
        if (session != null) {
            pings.listen(session, known(request.getParameter("known")), request.startAsync());
        }
    }

    /** Without a stream: whoever asks so takes the answer for whole, and the next one on that connection would wait for it. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        begun(request, response);
    }

    /** Null for a session that is not there for the user. */
    private @Nullable UUID begun(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            UUID session = JsonExchange.thing(request);
            if (queries.head(session).isPresent()) {
                response.setContentType("text/event-stream;charset=UTF-8");
                response.setHeader("X-Accel-Buffering", "no");
                return session;
            }
        } catch (NotFound gone) {
            // as one that is hidden
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return null;
    }

    private static long known(String change) {
        try {
            return change == null ? -1 : Long.parseLong(change);
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
