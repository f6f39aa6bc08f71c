package org.smeportal.boot;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Properties;
import java.util.TimeZone;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Starts the portal. What would leave a server that runs without its application (a variable missing, a database out of
 * reach, a port in use, a deployment that fails) is one line on the error output and exit code 1.
 */
public final class Main {
    private static final String WORK = "sme-portal-";

    private Main() {}

    public static void main(String[] args) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        System.setProperty("user.timezone", "UTC");
        System.setProperty("java.awt.headless", "true");
        try {
            start(Settings.checked(System.getProperties(), System.getenv()));
        } catch (Unusable e) {
            System.err.println("SME Portal cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void start(Settings settings) throws Unusable, Exception {
        sweepFormerWork();
        Path work = Files.createTempDirectory(WORK + ProcessHandle.current().pid() + "-");
        Path war = extract("/MICRO-INF/sme-portal.war", work.resolve("sme-portal.war"));
        checkDatabase(settings, driver(war, work));
        checkPort(settings);
        System.setProperty("portal.jdbc.url", settings.jdbcUrl());
        System.setProperty("portal.jdbc.user", settings.get("DB_USER"));
        System.setProperty("portal.jdbc.password", settings.get("DB_PASSWORD"));
        boot(settings, work, war);
    }

    private static void boot(Settings settings, Path work, Path war) throws Exception {
        Path server = Files.createDirectory(work.resolve("server"));
        PayaraMicroRuntime runtime;
        try {
            runtime = PayaraMicroLauncher.create(new String[] {
                        "--nohazelcast",
                        "--disablephonehome",
                        "--nohostaware",
                        "--port",
                        Integer.toString(settings.port()),
                        "--rootdir",
                        server.toString(),
                        "--prebootcommandfile",
                        preBoot(settings, work).toString(),
                        "--postbootcommandfile",
                        extract("/config/post-boot.txt", work.resolve("post-boot.txt"))
                                .toString(),
                        "--deploy",
                        war.toString(),
                        "--contextroot",
                        "/"
                    })
                    .getRuntime();
        } catch (BootstrapException e) {
            throw new Unusable("the server did not start: " + e.getMessage());
        }
        if (runtime.getDeployedApplicationNames().isEmpty()) {
            throw new Unusable("the application could not be deployed; the log above says why.");
        }
    }

    private static Path preBoot(Settings settings, Path work) throws IOException {
        Path file = extract("/config/pre-boot.txt", work.resolve("pre-boot.txt"));
        return Files.writeString(file, Files.readString(file).replace("{BIND_ADDRESS}", settings.bindAddress()));
    }

    private static void checkPort(Settings settings) throws Unusable {
        try (ServerSocket socket =
                new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.bindAddress()))) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new Unusable("port " + settings.port() + " at " + settings.bindAddress() + " cannot be used ("
                    + e.getMessage() + "). Set HTTP_PORT or BIND_ADDRESS to another one.");
        }
    }

    /** Signs in once, so that a wrong address or password is told in words and not by a stack trace. */
    private static void checkDatabase(Settings settings, Driver driver) throws Unusable {
        tryToConnect(driver, settings, "DB_USER", "DB_PASSWORD");
        if (!settings.get("MIGRATION_DB_USER").isEmpty()) {
            tryToConnect(driver, settings, "MIGRATION_DB_USER", "MIGRATION_DB_PASSWORD");
        }
    }

    private static void tryToConnect(Driver driver, Settings settings, String user, String password) throws Unusable {
        Properties properties = new Properties();
        properties.setProperty("user", settings.get(user));
        properties.setProperty("password", settings.get(password));
        try (Connection connection = driver.connect(settings.jdbcUrl(), properties)) {
            if (!connection.isValid(5)) {
                throw new Unusable("the database at DB_URL does not answer.");
            }
        } catch (SQLException e) {
            throw new Unusable("no connection to the database with DB_URL, " + user + " and " + password + ": "
                    + firstLine(e.getMessage()));
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse("no reason given");
    }

    /** The driver that the application brings. */
    @SuppressWarnings("resource") // the class loader lives as long as the driver's check
    private static Driver driver(Path war, Path work) throws Exception {
        try (JarFile archive = new JarFile(war.toFile())) {
            ZipEntry entry = archive.stream()
                    .filter(e -> e.getName().matches("WEB-INF/lib/mysql-connector-j-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
            Path jar = work.resolve("driver.jar");
            try (InputStream in = archive.getInputStream(entry)) {
                Files.copy(in, jar);
            }
            URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, Main.class.getClassLoader());
            return (Driver) loader.loadClass("com.mysql.cj.jdbc.Driver")
                    .getDeclaredConstructor()
                    .newInstance();
        }
    }

    private static Path extract(String resource, Path file) throws IOException {
        try (InputStream in = Main.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing in the jar");
            }
            Files.copy(in, file);
        }
        return file;
    }

    /** Folders of runs that are over; a running server keeps its own. */
    private static void sweepFormerWork() throws IOException {
        File[] folders = new File(System.getProperty("java.io.tmpdir")).listFiles((in, name) -> name.startsWith(WORK));
        long self = ProcessHandle.current().pid();
        for (File folder : folders == null ? new File[0] : folders) {
            String pid = folder.getName().substring(WORK.length()).replaceFirst("-.*", "");
            boolean over = pid.matches("\\d{1,18}")
                    && (Long.parseLong(pid) == self
                            || ProcessHandle.of(Long.parseLong(pid)).isEmpty());
            if (over) {
                delete(folder.toPath());
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    // another start sweeps it, or it belongs to somebody else
                }
            });
        } catch (UncheckedIOException e) {
            // the same
        }
    }
}
