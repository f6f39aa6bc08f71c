package org.smeportal.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Whether a script of our own pages asks. A request with a JSON body cannot be sent by a form of another site, and browsers
 * say where a request comes from; the session cookie is not sent along with foreign posts anyway.
 */
public final class SameSite {
    private SameSite() {}

    public static boolean isOwn(HttpServletRequest request) {
        String type = request.getContentType();
        String from = request.getHeader("Sec-Fetch-Site");
        return type != null && type.startsWith("application/json") && (from == null || from.equals("same-origin"));
    }
}
