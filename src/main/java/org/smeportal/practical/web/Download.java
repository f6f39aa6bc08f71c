package org.smeportal.practical.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Function;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Words;

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
        UUID event = Words.uuid(path.substring(Math.min(1, path.length())));
        byte[] file;
        try {
            if (event == null) {
                throw new NotFound();
            }
            file = content.apply(event);
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}
