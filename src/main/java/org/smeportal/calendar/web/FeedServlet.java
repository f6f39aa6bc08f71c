package org.smeportal.calendar.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.calendar.FeedQueries;

/** {@code /calendar/{token}.ics} as calendar programs fetch it: whoever has the address reads, and nothing changes. */
@WebServlet("/calendar/*")
public class FeedServlet extends HttpServlet {
    private static final String SUFFIX = ".ics";

    @Inject
    private transient FeedQueries feeds;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Optional<byte[]> content = path == null || !path.endsWith(SUFFIX)
                ? Optional.empty()
                : feeds.content(path.substring(1, path.length() - SUFFIX.length()))
                        .map(text -> text.getBytes(StandardCharsets.UTF_8));
        if (content.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String tag = tag(content.get());
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        if (isKnown(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/calendar;charset=utf-8");
        response.setHeader("Content-Disposition", "inline; filename=\"sme-portal.ics\"");
        response.setContentLength(content.get().length);
        response.getOutputStream().write(content.get());
    }

    private static boolean isKnown(@Nullable String noneMatch, String tag) {
        return noneMatch != null
                && Arrays.stream(noneMatch.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"'
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(digest)
                            .substring(0, 22)
                    + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
