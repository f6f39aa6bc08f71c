package org.smeportal.pipeline.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.smeportal.pipeline.ExportSeen;
import org.smeportal.platform.Csv;
import org.smeportal.platform.web.FileAnswer;
import org.smeportal.security.CurrentUser;

/** Who saw which items, as a file, with the filter of the list. */
@WebServlet("/app/pipeline/export-seen")
public class ExportSeenServlet extends HttpServlet {
    @Inject
    private ExportSeen export;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SeenAddress address = SeenAddress.of(request);
        byte[] file = export.file(new ExportSeen.Wanted(address.filter(user.getZone())));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        FileAnswer.send(response, Csv.TYPE, "who-saw-items-" + today + ".csv", file);
    }
}
