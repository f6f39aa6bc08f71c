package org.smeportal.reviews.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A small proxy that sends each request to the next node, whoever asks; where nobody answers, to the one after it. What comes
 * back is handed on piece by piece, so that streams stay open.
 */
final class RoundRobin implements AutoCloseable {
    private static final Set<String> OURS = Set.of("host", "connection", "content-length", "expect", "upgrade");
    private static final Set<String> THEIRS = Set.of("connection", "content-length", "transfer-encoding", ":status");
    private static final int BAD_GATEWAY = 502;

    private final List<Integer> nodes;
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(threads)
            .build();
    private final HttpServer server;

    RoundRobin(int port, List<Integer> nodes) throws IOException {
        // else each small answer waits for the one before it to be confirmed
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.nodes = List.copyOf(nodes);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    private void pass(HttpExchange exchange) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpResponse<InputStream> answer = answer(exchange, body);
            if (answer == null) {
                exchange.sendResponseHeaders(BAD_GATEWAY, -1);
                return;
            }
            answer.headers().map().forEach((name, values) -> {
                if (!THEIRS.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            hand(exchange, answer);
        } catch (IOException cut) {
            // whichever side is gone: the other one sees the end of its connection
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void hand(HttpExchange exchange, HttpResponse<InputStream> answer) throws IOException {
        boolean empty = answer.statusCode() == 204 || answer.statusCode() == 304;
        try (InputStream in = answer.body()) {
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : 0);
            OutputStream out = exchange.getResponseBody();
            byte[] piece = new byte[8192];
            int read = in.read(piece);
            while (read >= 0) {
                out.write(piece, 0, read);
                out.flush();
                read = in.read(piece);
            }
            out.close();
        }
    }

    /** Null when none of the nodes answers; what may have been done is not asked for twice. */
    private @Nullable HttpResponse<InputStream> answer(HttpExchange exchange, byte[] body) throws InterruptedException {
        int first = turn.getAndIncrement();
        for (int attempt = 0; attempt < nodes.size(); attempt++) {
            int node = nodes.get(Math.floorMod(first + attempt, nodes.size()));
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + node + exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            } catch (ConnectException nobodyThere) {
                continue;
            } catch (IOException cut) {
                if (!exchange.getRequestMethod().equals("GET")) {
                    return null;
                }
            }
        }
        return null;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
