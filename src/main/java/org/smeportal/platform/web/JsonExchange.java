package org.smeportal.platform.web;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Text;

/**
 * What scripts of pages say and hear as JSON: texts go over the wire and are in no view state. A refusal is an answer with its
 * sentence, so that nothing that was typed is lost.
 */
public final class JsonExchange {
    private JsonExchange() {}

    /** Answers a request; may refuse or not find as an act does. */
    @FunctionalInterface
    public interface Act {
        JsonObjectBuilder answer() throws IOException;
    }

    /** The thing that the address names behind the path of the servlet. */
    public static UUID thing(HttpServletRequest request) {
        String path = request.getPathInfo();
        return Words.named(path == null || path.isEmpty() ? null : path.substring(1));
    }

    /** {@code refusal} is the sentence for a body that is longer than that. */
    public static JsonObject body(HttpServletRequest request, int longest, String refusal) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw new Refused(refusal);
        }
        try (JsonReader reader = Json.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    public static void get(HttpServletResponse response, Act act) throws IOException {
        try {
            answer(response, HttpServletResponse.SC_OK, act.answer());
        } catch (NotFound gone) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public static void post(HttpServletRequest request, HttpServletResponse response, Text text, Act act)
            throws IOException {
        if (!SameSite.isOwn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            answer(response, HttpServletResponse.SC_OK, act.answer());
        } catch (NotFound gone) {
            // as JSON, so that the page does not take the page of another server for it
            answer(
                    response,
                    HttpServletResponse.SC_NOT_FOUND,
                    Json.createObjectBuilder().add("gone", true));
        } catch (Refused refused) {
            answer(
                    response,
                    HttpServletResponse.SC_CONFLICT,
                    Json.createObjectBuilder()
                            .add("refused", text.of(refused))
                            .add("field", refused.field() == null ? "" : refused.field()));
        } catch (Forbidden forbidden) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (JsonException | ClassCastException | IllegalArgumentException | NullPointerException malformed) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static void answer(HttpServletResponse response, int status, JsonObjectBuilder body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(body.build().toString());
    }
}
