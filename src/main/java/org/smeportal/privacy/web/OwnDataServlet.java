package org.smeportal.privacy.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.smeportal.platform.web.FileAnswer;
import org.smeportal.privacy.ExportOwnData;
import org.smeportal.security.CurrentUser;

/** One's own data as a file to keep. */
@WebServlet("/app/privacy/own-data.json")
public class OwnDataServlet extends HttpServlet {
    @Inject
    private transient ExportOwnData export;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] file = export.json().getBytes(StandardCharsets.UTF_8);
        LocalDate today = LocalDate.ofInstant(clock.instant(), user.getZone());
        FileAnswer.send(response, "application/json;charset=UTF-8", "own-data-" + today + ".json", file);
    }
}
