package org.smeportal.smes.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.smeportal.security.CurrentUser;
import org.smeportal.smes.ExportSmes;
import org.smeportal.smes.SmeQueries;

/** The directory as a file to keep, with the filter of the list. */
@WebServlet("/app/smes/export")
public class ExportSmesServlet extends HttpServlet {
    @Inject
    private ExportSmes export;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] file = export.csv(SmeQueries.Filter.of(
                        request.getParameter("search"),
                        request.getParameter("country"),
                        request.getParameter("exam"),
                        request.getParameter("state"),
                        request.getParameter("account"),
                        request.getParameter("sort")))
                .getBytes(StandardCharsets.UTF_8);
        LocalDate today = LocalDate.ofInstant(clock.instant(), user.getZone());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"smes-" + today + ".csv\"");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}
