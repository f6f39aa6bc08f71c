package org.smeportal.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.PortalProcess;
import org.smeportal.testing.Rig;

/** The packaged jar with a wrong configuration: one line that names what to mend, and exit code 1. */
class BootIT {
    private static final Path FOLDER = Path.of("target", "boot");
    private static final String DEMO_SECRET = "demo:ZGVtby1vbmx5LXNlY3JldC1rbm93bi10by1ldmVyeW9uZSE=";
    private static EmbeddedDatabase.Connection database;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.empty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DB_URL", "DB_USER", "DB_PASSWORD", "BASE_URL", "PORTAL_SECRET", "SMTP_URL"})
    void aRequiredVariableThatIsMissingIsNamed(String name) {
        Map<String, String> variables = variables();
        variables.remove(name);
        assertThat(refusal(variables)).contains("missing: " + name + ".");
    }

    @Test
    void severalMissingVariablesAreNamedAtOnce() {
        Map<String, String> variables = variables();
        variables.remove("DB_URL");
        variables.put("SMTP_URL", "  ");
        assertThat(refusal(variables)).contains("missing: DB_URL, SMTP_URL.");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
            DB_URL              | jdbc:postgresql://127.0.0.1/portal
            BASE_URL            | portal.example.org
            BASE_URL            | ftp://portal.example.org
            SMTP_URL            | mail.example.org:25
            PORTAL_SECRET       | just-some-words
            PORTAL_SECRET       | one:c2hvcnQ=
            PORTAL_SECRET       | one:*not base64*
            PORTAL_SECRET       | ,
            HTTP_PORT           | 99999
            UNDO_WINDOW_SECONDS | soon
            ADMIN_EMAIL         | ada
            SECOND_FACTOR       | sometimes
            MIGRATION_DB_USER   | migrator
            """)
    void aWrongValueIsNamed(String name, String value) {
        Map<String, String> variables = variables();
        variables.put(name, value);
        int port = name.equals("HTTP_PORT") ? Integer.parseInt(value) : EmbeddedDatabase.freePort();
        assertThat(refusal(port, variables)).contains(name);
    }

    @Test
    void theSecretOfTheDemoIsRefusedOutsideTheDemo() {
        Map<String, String> variables = variables();
        variables.put("PORTAL_SECRET", DEMO_SECRET);
        assertThat(refusal(variables)).contains("PORTAL_SECRET is the demo’s".replace('’', '\''));
    }

    @Test
    void aWrongPasswordOfTheDatabaseIsTold() {
        Map<String, String> variables = variables();
        variables.put("DB_PASSWORD", "wrong");
        assertThat(refusal(variables)).contains("DB_PASSWORD", "Access denied").doesNotContain("wrong\"");
    }

    @Test
    void aWrongPasswordOfTheMigratingUserIsTold() {
        Map<String, String> variables = variables();
        variables.put("MIGRATION_DB_USER", EmbeddedDatabase.USER);
        variables.put("MIGRATION_DB_PASSWORD", "wrong");
        assertThat(refusal(variables)).contains("MIGRATION_DB_PASSWORD", "Access denied");
    }

    @Test
    void aDatabaseOutOfReachIsTold() {
        Map<String, String> variables = variables();
        variables.put("DB_URL", "jdbc:mysql://127.0.0.1:" + EmbeddedDatabase.freePort() + "/portal");
        assertThat(refusal(variables)).contains("no connection to the database", "DB_URL");
    }

    @Test
    void aPortInUseIsTold() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(refusal(taken.getLocalPort(), variables()))
                    .contains("port " + taken.getLocalPort(), "HTTP_PORT");
        }
    }

    private static Map<String, String> variables() {
        return new TreeMap<>(
                PortalProcess.variables(database, "http://127.0.0.1:8080", Rig.SECRET, "smtp://127.0.0.1:2525"));
    }

    private static String refusal(Map<String, String> variables) {
        return refusal(EmbeddedDatabase.freePort(), variables);
    }

    private static String refusal(int port, Map<String, String> variables) {
        PortalProcess portal = PortalProcess.start(port, variables, FOLDER);
        int code = portal.awaitEnd();
        List<String> output = portal.output();
        assertThat(output).as("all that it says").singleElement().asString().startsWith("SME Portal cannot start: ");
        assertThat(code).isEqualTo(1);
        return output.get(0);
    }
}
