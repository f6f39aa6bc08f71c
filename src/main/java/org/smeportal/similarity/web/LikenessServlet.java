package org.smeportal.similarity.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Text;
import org.smeportal.platform.web.SameSite;
import org.smeportal.similarity.CheckLikeness;

/** The desk asks whether the draft is very similar to another item: {@code {"similar":true}} and nothing else. */
@WebServlet("/app/items/likeness/*")
public class LikenessServlet extends HttpServlet {
    @Inject
    private transient CheckLikeness check;

    @Inject
    private transient Text text;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!SameSite.isOwn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String path = request.getPathInfo();
        JsonObjectBuilder answer = Json.createObjectBuilder();
        try {
            UUID item = Words.named(path == null || path.isEmpty() ? null : path.substring(1));
            answer.add("similar", check.ofDraft(item));
        } catch (NotFound notTheirs) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (Refused refused) {
            answer.add("refused", text.of(refused.key(), refused.arguments()));
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(answer.build().toString());
    }
}
