package org.smeportal.audit.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.smeportal.audit.ExportTrail;
import org.smeportal.platform.Csv;
import org.smeportal.platform.web.FileAnswer;
import org.smeportal.security.CurrentUser;

/** The trail as a file to keep, with the filter of its page. */
@WebServlet("/app/audit/export")
public class ExportTrailServlet extends HttpServlet {
    @Inject
    private ExportTrail export;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] file = export.csv(new ExportTrail.Wanted(TrailFilter.of(request).in(user.getZone())))
                .getBytes(StandardCharsets.UTF_8);
        LocalDate today = LocalDate.ofInstant(clock.instant(), user.getZone());
        FileAnswer.send(response, Csv.TYPE, "audit-trail-" + today + ".csv", file);
    }
}
