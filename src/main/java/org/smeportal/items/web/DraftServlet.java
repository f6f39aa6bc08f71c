package org.smeportal.items.web;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.smeportal.drafts.Drafts;
import org.smeportal.drafts.Typed;
import org.smeportal.items.OpenDraft;
import org.smeportal.items.SaveDraft;
import org.smeportal.platform.Text;
import org.smeportal.platform.web.JsonExchange;

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
        JsonExchange.get(response, () -> json.desk(open.open(JsonExchange.thing(request))));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonExchange.post(request, response, text, () -> {
            UUID item = JsonExchange.thing(request);
            JsonObject body = JsonExchange.body(request, LONGEST_BODY, "drafts.refused.tooMany");
            List<Typed> typed = typed(body.getJsonArray("changes"));
            String writer = body.getString("writer");
            int known = body.getInt("known");
            Drafts.Saved saved = save.save(item, writer, known, typed);
            return json.saved(item, saved, writer, known);
        });
    }

    private static List<Typed> typed(JsonArray changes) {
        return changes.stream()
                .map(JsonValue::asJsonObject)
                .map(change -> new Typed(change.getString("field"), change.getString("value"), change.getInt("base")))
                .toList();
    }
}
