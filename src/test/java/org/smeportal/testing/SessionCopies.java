package org.smeportal.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a server that replicates sessions would send to another one: after each request, everything in its session is
 * written to a file of its temporary folder. A portal has this filter by {@link #added(Path)} only.
 */
@WebFilter("/*")
public final class SessionCopies extends HttpFilter {
    private static final long serialVersionUID = 1;
    /** Stands in the file of a part of a session that no server can replicate. */
    public static final String NOT_COPIED = "not copied: ";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A copy of the jar under test with this filter in its application. */
    public static Path added(Path folder) {
        return PortalJar.with(folder, name -> false, SessionCopies.class);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            HttpSession session = request.getSession(false);
            if (session != null) {
                copy(session);
            }
        }
    }

    private static void copy(HttpSession session) throws IOException {
        for (String name : Collections.list(session.getAttributeNames())) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(name);
                out.writeObject(session.getAttribute(name));
            } catch (ConcurrentModificationException another) {
                // another request of the session is under way, and copies it
                continue;
            } catch (IOException cannot) {
                bytes.writeBytes((NOT_COPIED + name + " " + cannot).getBytes(StandardCharsets.UTF_8));
            }
            Files.write(
                    Path.of(System.getProperty("java.io.tmpdir"), "session-" + NUMBER.incrementAndGet()),
                    bytes.toByteArray());
        }
    }
}
