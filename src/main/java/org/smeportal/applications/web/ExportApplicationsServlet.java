package org.smeportal.applications.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.smeportal.applications.ExportApplications;
import org.smeportal.applications.QueueFilter;
import org.smeportal.platform.Csv;
import org.smeportal.platform.web.FileAnswer;
import org.smeportal.security.CurrentUser;

/** The queue as a file to keep, with the filter of the list. */
@WebServlet("/app/applications/export")
public class ExportApplicationsServlet extends HttpServlet {
    @Inject
    private ExportApplications export;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] file = export.csv(QueueFilter.of(request::getParameter)).getBytes(StandardCharsets.UTF_8);
        LocalDate today = LocalDate.ofInstant(clock.instant(), user.getZone());
        FileAnswer.send(response, Csv.TYPE, "applications-" + today + ".csv", file);
    }
}
