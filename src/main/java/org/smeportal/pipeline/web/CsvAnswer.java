package org.smeportal.pipeline.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A CSV file to keep, named for its day. */
final class CsvAnswer {
    private CsvAnswer() {}

    static void send(HttpServletResponse response, String name, byte[] file, Clock clock) throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "-" + today + ".csv\"");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}
