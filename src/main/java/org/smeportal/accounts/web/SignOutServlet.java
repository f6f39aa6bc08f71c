package org.smeportal.accounts.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.smeportal.accounts.SignOut;

/** The button "Sign out": by POST only, so that no link can do it. */
@WebServlet("/app/sign-out")
public class SignOutServlet extends HttpServlet {
    @Inject
    private SignOut signOut;

    @Inject
    private SessionCookie cookie;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        cookie.read(request).ifPresent(signOut::signOut);
        cookie.remove(response);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect("/");
    }
}
