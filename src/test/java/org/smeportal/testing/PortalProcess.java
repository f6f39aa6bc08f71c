package org.smeportal.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code java -jar target/sme-portal.jar} as a process of its own, as the demo and the tests run it. */
public final class PortalProcess {
    /** The jar under test; another one by {@code -Dportal.jar}. */
    public static final Path JAR = Path.of(System.getProperty("portal.jar", "target/sme-portal.jar"));

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(6);

    private final Process process;
    private final int port;
    private final Path log;

    private PortalProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts it and returns at once; {@code variables} are those of the public contract. */
    public static PortalProcess start(int port, Map<String, String> variables, Path folder) {
        return start(JAR, port, variables, folder);
    }

    /** One that was made of the jar under test. */
    public static PortalProcess start(Path jar, int port, Map<String, String> variables, Path folder) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: mvn package builds it");
        }
        try {
            Path temporary = Files.createDirectories(folder.resolve("tmp"));
            Path log = folder.resolve("portal-" + port + ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx768m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.io.tmpdir=" + temporary.toAbsolutePath(),
                    "-jar",
                    jar.toString()));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().keySet().removeIf(PortalProcess::isOurs);
            builder.environment().putAll(variables);
            builder.environment().put("HTTP_PORT", Integer.toString(port));
            builder.environment().put("BIND_ADDRESS", "127.0.0.1");
            builder.redirectErrorStream(true);
            builder.redirectOutput(log.toFile());
            builder.redirectInput(new File("/dev/null"));
            return new PortalProcess(builder.start(), port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a portal needs; without a second factor, so that tests of other things sign in with a password. */
    public static Map<String, String> variables(
            EmbeddedDatabase.Connection database, String baseUrl, String secret, String smtpUrl) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("DB_URL", database.url());
        variables.put("DB_USER", database.user());
        variables.put("DB_PASSWORD", database.password());
        variables.put("BASE_URL", baseUrl);
        variables.put("PORTAL_SECRET", secret);
        variables.put("SMTP_URL", smtpUrl);
        variables.put("SECOND_FACTOR", "optional");
        return variables;
    }

    public PortalProcess awaitReady() {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url("/health/ready")))
                .timeout(Duration.ofSeconds(5))
                .build();
        Instant limit = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(limit)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "the portal ended with code " + process.exitValue() + "; its last words:\n" + lastWords());
            }
            if (answers(client, request)) {
                return this;
            }
            pause();
        }
        stop();
        throw new IllegalStateException("the portal was not ready in time; its last words:\n" + lastWords());
    }

    /** An answer that begins and never ends is none, either. */
    private static boolean answers(HttpClient client, HttpRequest request) {
        try {
            return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                            .get(LONGEST_ANSWER.toSeconds(), TimeUnit.SECONDS)
                            .statusCode()
                    == 200;
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void pause() {
        try {
            process.waitFor(250, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    public Process process() {
        return process;
    }

    /** Waits for it to end by itself; answers its exit code. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                stop();
                throw new IllegalStateException("the portal did not end; its last words:\n" + lastWords());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything it said so far. */
    public List<String> output() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isOurs(String name) {
        return name.startsWith("DB_")
                || name.startsWith("MIGRATION_DB_")
                || name.startsWith("PORTAL_")
                || List.of(
                                "BASE_URL",
                                "SMTP_URL",
                                "ADMIN_EMAIL",
                                "HTTP_PORT",
                                "BIND_ADDRESS",
                                "UNDO_WINDOW_SECONDS",
                                "SECOND_FACTOR")
                        .contains(name);
    }
}
