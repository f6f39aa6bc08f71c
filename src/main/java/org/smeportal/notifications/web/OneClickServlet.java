package org.smeportal.notifications.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.smeportal.kernel.NotFound;
import org.smeportal.notifications.ChooseMails;
import org.smeportal.platform.Text;

/** Where mail programs post that no more mails of a group are wanted (RFC 8058); opening the address changes nothing. */
@WebServlet("/mail-one-click/*")
public class OneClickServlet extends HttpServlet {
    @Inject
    private transient ChooseMails choose;

    @Inject
    private transient Text text;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        try {
            choose.oneClick(path == null ? "" : path.substring(1));
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().println(text.of("notifications.oneClick.done"));
    }
}
