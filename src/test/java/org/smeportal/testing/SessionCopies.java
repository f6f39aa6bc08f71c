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
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Map;
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
        try {
            Path jar = Files.copy(PortalProcess.JAR, folder.resolve("portal.jar"), StandardCopyOption.REPLACE_EXISTING);
            Path war = folder.resolve("portal.war");
            String name = SessionCopies.class.getName().replace('.', '/') + ".class";
            try (FileSystem outer = zip(jar)) {
                Path inside = outer.getPath("/MICRO-INF/sme-portal.war");
                Files.copy(inside, war, StandardCopyOption.REPLACE_EXISTING);
                try (FileSystem inner = zip(war);
                        var code = SessionCopies.class.getResourceAsStream("/" + name)) {
                    Path to = inner.getPath("/WEB-INF/classes").resolve(name);
                    Files.createDirectories(to.getParent());
                    Files.copy(code, to);
                }
                Files.copy(war, inside, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.delete(war);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileSystem zip(Path file) throws IOException {
        return FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of("compressionMethod", "STORED"));
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
