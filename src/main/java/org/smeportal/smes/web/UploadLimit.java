package org.smeportal.smes.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** A file that is too large leads back to its page, which says so, before anything of it is kept. */
@WebFilter(
        urlPatterns = {"/app/smes/import-smes", "/app/smes/import-smes.xhtml"},
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD})
public class UploadLimit extends HttpFilter {
    /** The file and what the form sends beside it. */
    private static final long MOST = 10 * 1024 * 1024 + 64 * 1024;
    /** A browser reads the answer only after it has sent the file: so much of it is read and dropped. */
    private static final long PATIENCE = 256L * 1024 * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String type = request.getContentType();
        long length = request.getContentLengthLong();
        if (type != null && type.startsWith("multipart/") && (length < 0 || length > MOST)) {
            drop(request.getInputStream());
            response.sendRedirect("/app/smes/import-smes?tooLarge=true");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void drop(InputStream body) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long dropped = 0;
        int count = body.read(buffer);
        while (count >= 0 && dropped < PATIENCE) {
            dropped += count;
            count = body.read(buffer);
        }
    }
}
