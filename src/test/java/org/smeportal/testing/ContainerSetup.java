package org.smeportal.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts a database and a mail server before Arquillian starts its Payara, and tells arquillian.xml about them by system
 * properties. An extension that stands before Arquillian's is all that this takes: same JVM, no execution of its own in the
 * build. Inside the server it has nothing to do.
 */
public final class ContainerSetup implements BeforeAllCallback {
    private static final Path FOLDER = Path.of("target", "container").toAbsolutePath();
    private static final String PORT = "container.port";

    @Override
    public void beforeAll(ExtensionContext test) throws Exception {
        boolean inside = System.getProperty("com.sun.aas.installRoot") != null;
        if (inside || System.getProperty(PORT) != null) {
            return;
        }
        int port = EmbeddedDatabase.freePort();
        System.setProperty(PORT, Integer.toString(port));
        System.setProperty("container.jar", payaraMicro());
        System.setProperty("container.variables", variables("http://127.0.0.1:" + port));
        System.setProperty(
                "container.options",
                "--port " + port + " --nohazelcast --disablephonehome --nohostaware --prebootcommandfile " + preBoot());
    }

    private static String variables(String url) {
        EmbeddedDatabase.Connection database = EmbeddedDatabase.empty();
        Map<String, String> variables = new TreeMap<>(Map.of(
                "portal.jdbc.url",
                database.url() + "?connectionTimeZone=UTC&amp;forceConnectionTimeZoneToSession=true",
                "portal.jdbc.user",
                database.user(),
                "portal.jdbc.password",
                database.password(),
                "BASE_URL",
                url,
                "PORTAL_SECRET",
                Rig.SECRET,
                "SMTP_URL",
                MailBox.start().url(),
                "user.timezone",
                "UTC"));
        return "-Xmx640m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "
                + variables.entrySet().stream()
                        .map(variable -> "-D" + variable.getKey() + "=" + variable.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static Path preBoot() throws IOException {
        Path file = Files.createDirectories(FOLDER).resolve("pre-boot.txt");
        String commands = Files.readString(Path.of("config", "pre-boot.txt"));
        return Files.writeString(file, commands.replace("{BIND_ADDRESS}", "127.0.0.1"));
    }

    private static String payaraMicro() throws Exception {
        Class<?> type = Class.forName("fish.payara.micro.PayaraMicro");
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
