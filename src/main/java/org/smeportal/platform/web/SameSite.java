package org.smeportal.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that a script sends comes from a page of the portal. No form of another site can name its content JSON,
 * and a script of another site would have to ask first, which nothing here answers; where the browser says itself which site
 * asks, that counts too.
 */
public final class SameSite {
    private SameSite() {}

    public static boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return isJson(request.getContentType()) && (site == null || site.equals("same-origin"));
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }
}
