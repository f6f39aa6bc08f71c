package org.smeportal.accounts.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.smeportal.platform.PortalConfig;

/** The cookie with the session's secret: not for scripts, not for other sites, over TLS only where there is TLS. */
@ApplicationScoped
public class SessionCookie {
    @Inject
    private PortalConfig config;

    public Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(name()) && cookie.getValue().length() <= 100) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    public void write(HttpServletResponse response, String secret) {
        send(response, secret, -1);
    }

    public void remove(HttpServletResponse response) {
        send(response, "", 0);
    }

    private void send(HttpServletResponse response, String value, int age) {
        Cookie cookie = new Cookie(name(), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(config.secureCookies());
        cookie.setMaxAge(age);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private String name() {
        return config.secureCookies() ? "__Host-portal" : "portal";
    }
}
