package org.smeportal.practical.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Function;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;
import org.smeportal.platform.web.FileAnswer;

/** A file about the event that the address ends with. */
final class Download {

    private Download() {}

    static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            String type,
            String name,
            Function<UUID, byte[]> content)
            throws IOException {
        String path = String.valueOf(request.getPathInfo());
        byte[] file;
        try {
            file = content.apply(Words.named(path.substring(Math.min(1, path.length()))));
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        FileAnswer.send(response, type, name, file);
    }
}
