package org.smeportal.practical.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.smeportal.practical.PrintBadges;

/** The badges of an event as a file to print. */
@WebServlet("/app/practical/badges/*")
public class BadgesServlet extends HttpServlet {
    @Inject
    private transient PrintBadges badges;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = String.valueOf(request.getParameter("part"));
        int part = asked.matches("\\d{1,3}") ? Integer.parseInt(asked) : 1;
        Download.send(
                request,
                response,
                "application/pdf",
                "badges-" + part + ".pdf",
                event -> badges.print(new PrintBadges.Sheet(event, part)));
    }
}
