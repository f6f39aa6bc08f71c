package org.smeportal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.PortalProcess;

/**
 * {@code mvn -Pdemo}: an embedded database with the story of 2020 and the portal on it, until Ctrl-C. The data stay in
 * {@code .demo/}; {@code -Ddemo.reset} begins afresh, {@code -Ddemo.port} takes another port than 8080.
 */
public final class DemoLauncher {
    private static final String SECRET = "demo:ZGVtby1vbmx5LXNlY3JldC1rbm93bi10by1ldmVyeW9uZSE=";
    private static final Path FOLDER = Path.of(".demo").toAbsolutePath();
    /** Held, so that their level stays. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.jboss.weld"), Logger.getLogger("org.flywaydb"));

    private static final Path PIDS = FOLDER.resolve("pids");

    private DemoLauncher() {}

    public static void main(String[] args) {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        try {
            run(Integer.getInteger("demo.port", 8080), System.getProperty("demo.reset") != null);
        } catch (Exception e) {
            System.err.println("The demo did not start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(int port, boolean reset) throws Exception {
        endLeftovers();
        if (reset) {
            delete(FOLDER.resolve("database"));
        }
        Files.createDirectories(FOLDER);
        say("Starting the database ...");
        EmbeddedDatabase server = EmbeddedDatabase.start(FOLDER.resolve("database"), EmbeddedDatabase.freePort());
        Thread stopDatabase = new Thread(server::stop);
        Runtime.getRuntime().addShutdownHook(stopDatabase);
        EmbeddedDatabase.Connection database = server.create("portal");
        String url = "http://localhost:" + port;
        say("Loading the story of 2020, if it is not there yet ...");
        DemoData.loadInto(database, SECRET, url);

        say("Starting the portal ...");
        Map<String, String> variables = new HashMap<>(PortalProcess.variables(database, url, SECRET, "none"));
        variables.put("PORTAL_DEMO", "true");
        variables.put("UNDO_WINDOW_SECONDS", "60");
        PortalProcess portal = PortalProcess.start(port, variables, FOLDER);
        Runtime.getRuntime().removeShutdownHook(stopDatabase);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            portal.stop();
            server.stop();
        }));
        remember(portal.process());
        portal.awaitReady();
        say("");
        say("SME Portal is ready: " + url + "/");
        say("Sign in as pm@example.org, sme@example.org, newcomer@example.org or admin@example.org");
        say("with the password demo-Portal-2020. Ctrl-C stops everything; the data stay.");
        int code = portal.process().waitFor();
        throw new IllegalStateException("the portal ended with code " + code + ":\n" + portal.lastWords());
    }

    private static void say(String line) {
        System.out.println(line);
    }

    /** What a killed demo left behind: the processes it had noted, if they still are the same ones. */
    private static void endLeftovers() throws IOException {
        if (!Files.exists(PIDS)) {
            return;
        }
        for (String line : Files.readAllLines(PIDS)) {
            String[] pidAndStart = line.split(" ", 2);
            ProcessHandle.of(Long.parseLong(pidAndStart[0]))
                    .filter(handle -> startOf(handle).equals(pidAndStart[1]))
                    .ifPresent(DemoLauncher::end);
        }
        Files.delete(PIDS);
    }

    private static void end(ProcessHandle handle) {
        handle.destroy();
        try {
            handle.onExit().get(15, TimeUnit.SECONDS);
        } catch (Exception stillThere) {
            handle.destroyForcibly();
        }
    }

    private static void remember(Process portal) throws IOException {
        StringBuilder pids = new StringBuilder();
        pids.append(portal.pid()).append(' ').append(startOf(portal.toHandle())).append('\n');
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").contains("mariadb"))
                .forEach(child -> pids.append(child.pid())
                        .append(' ')
                        .append(startOf(child))
                        .append('\n'));
        Files.writeString(PIDS, pids);
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Object::toString).orElse("");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
