package org.smeportal.years.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.smeportal.platform.web.FileAnswer;
import org.smeportal.security.CurrentUser;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;
import org.smeportal.years.YearPicture;
import org.smeportal.years.YearQueries;

/** The SME's own year as a picture to keep, shared or not. */
@WebServlet("/app/years/picture")
public class YearPictureServlet extends HttpServlet {
    @Inject
    private transient YearQueries queries;

    @Inject
    private transient YearPicture picture;

    @Inject
    private transient SmeDirectory smes;

    @Inject
    private transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String year = String.valueOf(request.getParameter("year"));
        Optional<SmeCard> sme = smes.byAccount(user.accountId());
        if (sme.isEmpty() || !year.matches("\\d{4}")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] png = picture.png(queries.card(sme.get(), Integer.parseInt(year)));
        FileAnswer.send(response, "image/png", "year-" + year + ".png", png);
    }
}
