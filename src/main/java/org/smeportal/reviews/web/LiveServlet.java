package org.smeportal.reviews.web;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.Text;
import org.smeportal.platform.web.JsonExchange;
import org.smeportal.reviews.Aspect;
import org.smeportal.reviews.GiveVerdict;
import org.smeportal.reviews.LeadReview;
import org.smeportal.reviews.ReadReview;
import org.smeportal.reviews.Resolution;
import org.smeportal.reviews.ReviewOutcome;
import org.smeportal.reviews.Verdict;

/**
 * The live session of a group as JSON: what its screens show, and what its people do. Every act answers with what the screen
 * shows then. It belongs to no node: any of them answers the next request.
 */
@WebServlet("/app/reviews/live/*")
public class LiveServlet extends HttpServlet {
    private static final int LONGEST_BODY = 200_000;

    @Inject
    private transient ReadReview read;

    @Inject
    private transient GiveVerdict give;

    @Inject
    private transient LeadReview lead;

    @Inject
    private transient LiveJson json;

    @Inject
    private transient Text text;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonExchange.get(response, () -> json.of(read.read(JsonExchange.thing(request))));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonExchange.post(request, response, text, () -> {
            UUID session = JsonExchange.thing(request);
            act(session, JsonExchange.body(request, LONGEST_BODY, "reviews.refused.tooLong"));
            return json.of(read.read(session));
        });
    }

    private void act(UUID session, JsonObject body) {
        switch (body.getString("act")) {
            case "arrive" -> give.arrive(session);
            case "verdict" -> give.give(session, entry(body), Verdict.valueOf(body.getString("verdict")));
            case "comment" -> give.comment(session, entry(body), comment(body));
            case "takeBack" -> give.takeBack(session, entry(body), id(body, "comment"));
            case "open" -> lead.open(session);
            case "close" -> lead.close(session);
            case "show" -> lead.show(on(session, body));
            case "next" -> lead.next(on(session, body));
            case "moreTime" -> lead.moreTime(on(session, body));
            case "reveal" -> lead.reveal(on(session, body));
            case "edit" -> lead.edit(new LeadReview.Edit(on(session, body), body.getInt("edition"), fields(body)));
            case "dropEdits" -> lead.dropEdits(on(session, body));
            case "answer" ->
                lead.answer(new LeadReview.Answer(
                        on(session, body), id(body, "comment"), resolution(body), optional(body, "reason")));
            case "decide" ->
                lead.decide(new LeadReview.Decision(
                        on(session, body), ReviewOutcome.valueOf(body.getString("outcome")), optional(body, "reason")));
            default -> throw new IllegalArgumentException("no such act");
        }
    }

    private static LeadReview.OnEntry on(UUID session, JsonObject body) {
        return new LeadReview.OnEntry(session, entry(body));
    }

    private static UUID entry(JsonObject body) {
        return id(body, "entry");
    }

    private static UUID id(JsonObject body, String name) {
        return UUID.fromString(body.getString(name));
    }

    private static GiveVerdict.Comment comment(JsonObject body) {
        return new GiveVerdict.Comment(
                Aspect.valueOf(body.getString("aspect")),
                optional(body, "spot"),
                body.getBoolean("blocking"),
                optional(body, "text"));
    }

    private static @Nullable Resolution resolution(JsonObject body) {
        String name = body.getString("resolution", "");
        return name.isEmpty() ? null : Resolution.valueOf(name);
    }

    private static @Nullable String optional(JsonObject body, String name) {
        String value = body.getString(name, "");
        return value.isBlank() ? null : value;
    }

    private static Map<String, String> fields(JsonObject body) {
        Map<String, String> fields = new HashMap<>();
        body.getJsonObject("fields").forEach((name, value) -> fields.put(name, ((JsonString) value).getString()));
        return fields;
    }
}
