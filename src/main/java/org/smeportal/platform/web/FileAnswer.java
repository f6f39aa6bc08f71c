package org.smeportal.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A file to keep, whole and under its name. */
public final class FileAnswer {
    private FileAnswer() {}

    public static void send(HttpServletResponse response, String type, String name, byte[] file) throws IOException {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}
