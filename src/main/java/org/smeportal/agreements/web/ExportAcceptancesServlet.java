package org.smeportal.agreements.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.smeportal.agreements.AgreementQueries;
import org.smeportal.agreements.ExportAcceptances;
import org.smeportal.kernel.Words;
import org.smeportal.platform.Csv;
import org.smeportal.platform.web.FileAnswer;

/** Who accepted a version as a file to keep, with the filter of the list. */
@WebServlet("/app/agreements/export/*")
public class ExportAcceptancesServlet extends HttpServlet {
    @Inject
    private ExportAcceptances export;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        AgreementQueries.Filter filter =
                AcceptanceListView.filter(request.getParameter("search"), request.getParameter("accepted"));
        Optional<byte[]> found = Optional.ofNullable(Words.uuid(path == null ? null : path.substring(1)))
                .flatMap(agreement -> export.csv(agreement, filter))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        FileAnswer.send(response, Csv.TYPE, "acceptances.csv", found.get());
    }
}
