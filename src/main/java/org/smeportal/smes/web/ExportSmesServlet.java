package org.smeportal.smes.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.smeportal.platform.Csv;
import org.smeportal.platform.Xlsx;
import org.smeportal.platform.web.FileAnswer;
import org.smeportal.security.CurrentUser;
import org.smeportal.smes.ExportSmes;

/** The directory as a file to keep, with the filter of the list or the ticked ones of it, as CSV or as a workbook. */
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
        DirectoryAddress address = new DirectoryAddress(request);
        boolean workbook = "xlsx".equals(request.getParameter("format"));
        byte[] file = export.file(new ExportSmes.Wanted(
                address.filter(),
                address.ticked(),
                request.getParameter("shown") == null ? null : address.columns(),
                workbook ? ExportSmes.Format.XLSX : ExportSmes.Format.CSV));
        LocalDate today = LocalDate.ofInstant(clock.instant(), user.getZone());
        String name = "smes-" + today + (workbook ? ".xlsx" : ".csv");
        FileAnswer.send(response, workbook ? Xlsx.TYPE : Csv.TYPE, name, file);
    }
}
