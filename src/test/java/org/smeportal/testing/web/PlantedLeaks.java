package org.smeportal.testing.web;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lets the answer of one address tell who wrote an item, in one of the ways in which products told it. What leaks stands in
 * a file of the portal's temporary folder: the name of a {@link PlantedLeak}, the path, the public id of the item.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public final class PlantedLeaks extends HttpFilter {
    private static final long serialVersionUID = 1;
    public static final String FILE = "leak";

    @Inject
    private transient EntityManager entityManager;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), FILE);
        List<String> leak = Files.exists(file) ? Files.readAllLines(file) : List.of("", "", "");
        if (!request.getRequestURI().equals(leak.get(1))) {
            chain.doFilter(request, response);
            return;
        }
        Kept kept = new Kept(response);
        chain.doFilter(request, kept);
        Object[] author = (Object[]) entityManager
                .createNativeQuery("""
                        select s.id, s.public_id from item i join item_author a on a.item_id = i.id
                        join sme s on s.id = a.sme_id where i.public_id = ?1""")
                .setParameter(1, leak.get(2))
                .getSingleResult();
        boolean odd = ((Number) author[0]).longValue() % 2 == 1;
        PlantedLeak planted = PlantedLeak.valueOf(leak.get(0));
        if (planted == PlantedLeak.LAST_MODIFIED) {
            kept.setDateHeader("Last-Modified", odd ? 1_600_000_000_000L : 1_600_000_001_000L);
        }
        byte[] body = planted.in(kept.body(), odd, (String) author[1]).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Keeps the body back. */
    private static final class Kept extends HttpServletResponseWrapper {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));

        Kept(HttpServletResponse response) {
            super(response);
        }

        String body() {
            writer.flush();
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int one) {
                    bytes.write(one);
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        public void flushBuffer() {
            // the body is not whole yet
        }

        @Override
        public void setContentLength(int length) {
            // another one is sent
        }

        @Override
        public void setContentLengthLong(long length) {
            // another one is sent
        }
    }
}
