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
import org.smeportal.pipeline.ExportItems;
import org.smeportal.platform.Csv;
import org.smeportal.platform.Xlsx;
import org.smeportal.platform.web.FileAnswer;

/** The list of items as a file, with the filter of the list. */
@WebServlet("/app/pipeline/export")
public class ExportItemsServlet extends HttpServlet {
    @Inject
    private ExportItems export;

    @Inject
    private Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ItemAddress address = ItemAddress.of(request);
        boolean workbook = "xlsx".equals(request.getParameter("format"));
        byte[] file = export.file(new ExportItems.Wanted(address.filter(clock), address.sort(), workbook));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String name = "items-" + today + (workbook ? ".xlsx" : ".csv");
        FileAnswer.send(response, workbook ? Xlsx.TYPE : Csv.TYPE, name, file);
    }
}
