package org.smeportal.items.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.smeportal.drafts.Drafts;
import org.smeportal.drafts.Typed;
import org.smeportal.items.OpenDraft;
import org.smeportal.items.SaveDraft;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Text;
import org.smeportal.platform.web.SameSite;

/**
 * What the desk reads and saves (R5.1), as JSON: texts go over the wire and are in no view state. A save answers with the
 * new versions of its fields, what others changed meanwhile, and what the linter says now if anything changed.
 */
@WebServlet("/app/items/draft/*")
public class DraftServlet extends HttpServlet {
    private static final int LONGEST_BODY = 400_000;

    @Inject
    private transient OpenDraft open;

    @Inject
    private transient SaveDraft save;

    @Inject
    private transient DraftJson json;

    @Inject
    private transient Text text;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(response, HttpServletResponse.SC_OK, json.desk(open.open(item(request))));
        } catch (NotFound gone) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!SameSite.isOwn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            UUID item = item(request);
            JsonObject body = body(request);
            List<Typed> typed = typed(body.getJsonArray("changes"));
            String writer = body.getString("writer");
            int known = body.getInt("known");
            Drafts.Saved saved = save.save(item, writer, known, typed);
            answer(response, HttpServletResponse.SC_OK, json.saved(item, saved, writer, known));
        } catch (NotFound gone) {
            // as JSON, so that the desk does not take the page of another server for it
            answer(
                    response,
                    HttpServletResponse.SC_NOT_FOUND,
                    Json.createObjectBuilder().add("gone", true));
        } catch (Refused refused) {
            answer(
                    response,
                    HttpServletResponse.SC_CONFLICT,
                    Json.createObjectBuilder().add("refused", text.of(refused.key(), refused.arguments())));
        } catch (JsonException | ClassCastException | NullPointerException malformed) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static UUID item(HttpServletRequest request) {
        String path = request.getPathInfo();
        return Words.named(path == null || path.isEmpty() ? null : path.substring(1));
    }

    private static JsonObject body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new Refused("drafts.refused.tooMany");
        }
        try (JsonReader reader = Json.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    private static List<Typed> typed(JsonArray changes) {
        return changes.stream()
                .map(JsonValue::asJsonObject)
                .map(change -> new Typed(change.getString("field"), change.getString("value"), change.getInt("base")))
                .toList();
    }

    private static void answer(HttpServletResponse response, int status, JsonObjectBuilder body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(body.build().toString());
    }
}
