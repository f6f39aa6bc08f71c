package org.smeportal.applications.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.smeportal.platform.PortalConfig;

/** The cookie that continues a draft in the same browser: 256 bits, not for scripts, not for other sites. */
@RequestScoped
public class DraftCookie {
    private static final int LASTS = (int) Duration.ofDays(180).toSeconds();

    @Inject
    private HttpServletRequest request;

    @Inject
    private PortalConfig config;

    public @Nullable String read() {
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= 100)
                .findFirst()
                .orElse(null);
    }

    public void write(String secret) {
        send(secret, LASTS);
    }

    public void remove() {
        send("", 0);
    }

    private void send(String value, int age) {
        Cookie cookie = new Cookie(name(), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(config.secureCookies());
        cookie.setMaxAge(age);
        cookie.setAttribute("SameSite", "Lax");
        Faces.getResponse().addCookie(cookie);
    }

    private String name() {
        return config.secureCookies() ? "__Host-portal-draft" : "portal-draft";
    }
}
