package org.smeportal.practical.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.smeportal.platform.Csv;
import org.smeportal.practical.ExportArrivals;

/** The arrival list of an event as a file to keep. */
@WebServlet("/app/practical/arrivals/*")
public class ArrivalsServlet extends HttpServlet {
    @Inject
    private transient ExportArrivals export;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Download.send(
                request,
                response,
                Csv.TYPE,
                "arrivals.csv",
                event -> export.csv(event).getBytes(StandardCharsets.UTF_8));
    }
}
