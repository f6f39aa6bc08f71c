package org.smeportal.boot;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The variables of the portal, each from the environment or from a system property of the same name (which wins), checked
 * before anything starts. README.md says what they mean.
 */
final class Settings {
    private static final List<String> REQUIRED =
            List.of("DB_URL", "DB_USER", "DB_PASSWORD", "BASE_URL", "PORTAL_SECRET", "SMTP_URL");
    private static final int LEAST_SECRET_BYTES = 32;
    /** The secret of the demo and of the tests stands in the sources, so nobody else may use it. */
    private static final String DEMO_SECRET_ID = "demo";

    private final Properties properties;
    private final Map<String, String> environment;

    private Settings(Properties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    static Settings checked(Properties properties, Map<String, String> environment) throws Unusable {
        Settings settings = new Settings(properties, environment);
        settings.check();
        return settings;
    }

    String get(String name) {
        String value = find(name);
        return value == null ? "" : value;
    }

    String bindAddress() {
        return orElse("BIND_ADDRESS", "127.0.0.1");
    }

    int port() {
        return Integer.parseInt(orElse("HTTP_PORT", "8080"));
    }

    /** The address of the database with the options that the portal relies on. */
    String jdbcUrl() {
        String url = get("DB_URL");
        return url + (url.contains("?") ? "&" : "?") + "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                + "&sendFractionalSeconds=true&rewriteBatchedStatements=true&connectTimeout=5000&socketTimeout=60000"
                + "&tinyInt1isBit=true&useUnicode=true&characterEncoding=UTF-8";
    }

    private void check() throws Unusable {
        List<String> missing = new ArrayList<>();
        for (String name : REQUIRED) {
            if (find(name) == null) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            throw new Unusable("missing: " + String.join(", ", missing)
                    + ". Set each as an environment variable or system property.");
        }
        if (!get("DB_URL").startsWith("jdbc:mysql://")) {
            throw new Unusable("DB_URL has to begin with jdbc:mysql://, such as jdbc:mysql://127.0.0.1:3306/portal.");
        }
        checkAddress("BASE_URL", Set.of("http", "https"), "such as https://portal.example.org");
        if (!get("SMTP_URL").equals("none")) {
            checkAddress("SMTP_URL", Set.of("smtp", "smtps"), "such as smtp://mail.example.org:25, or none");
        }
        checkSecret();
        checkNumber("HTTP_PORT", 1, 65535);
        checkNumber("UNDO_WINDOW_SECONDS", 0, 86400);
        checkNumber("RELAY_LEASE_SECONDS", 1, 86400);
        checkWord("SECOND_FACTOR", Set.of("required", "optional"));
        checkMailAddress("ADMIN_EMAIL");
        checkMailAddress("MAIL_FROM");
        if ((find("MIGRATION_DB_USER") == null) != (find("MIGRATION_DB_PASSWORD") == null)) {
            throw new Unusable("MIGRATION_DB_USER and MIGRATION_DB_PASSWORD belong together; one of them is missing.");
        }
    }

    private void checkAddress(String name, Set<String> schemes, String example) throws Unusable {
        try {
            URI uri = new URI(get(name));
            if (uri.getScheme() != null && schemes.contains(uri.getScheme()) && uri.getHost() != null) {
                return;
            }
        } catch (URISyntaxException noAddress) {
            // told below
        }
        throw new Unusable(name + " is not an address of the kind it needs, " + example + ".");
    }

    private void checkMailAddress(String name) throws Unusable {
        String address = find(name);
        if (address != null && !address.matches("[^\\s@<>]+@[^\\s@<>]+")) {
            throw new Unusable(name + " is not an e-mail address.");
        }
    }

    private void checkWord(String name, Set<String> words) throws Unusable {
        String value = find(name);
        if (value != null && !words.contains(value)) {
            throw new Unusable(name + " has to be one of: " + String.join(", ", new TreeSet<>(words)) + ".");
        }
    }

    private void checkSecret() throws Unusable {
        // a comma at the end does no harm
        for (String part : get("PORTAL_SECRET").replaceFirst(",\\s*$", "").split(",", -1)) {
            String[] idAndSecret = part.strip().split(":", 2);
            if (idAndSecret.length < 2 || !idAndSecret[0].matches("[A-Za-z0-9_-]{1,20}") || !isLong(idAndSecret[1])) {
                throw new Unusable("PORTAL_SECRET needs the form id:base64[,id:base64] with at least "
                        + LEAST_SECRET_BYTES + " random bytes each, such as from: openssl rand -base64 32.");
            }
            if (idAndSecret[0].equals(DEMO_SECRET_ID) && !Boolean.parseBoolean(get("PORTAL_DEMO"))) {
                throw new Unusable("PORTAL_SECRET is the demo's, which everybody knows. Make your own.");
            }
        }
    }

    private static boolean isLong(String secret) {
        try {
            return Base64.getDecoder().decode(secret).length >= LEAST_SECRET_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private void checkNumber(String name, int least, int most) throws Unusable {
        String value = find(name);
        if (value == null) {
            return;
        }
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new Unusable(name + " has to be a whole number from " + least + " to " + most + ".");
        }
    }

    private String orElse(String name, String standard) {
        String value = find(name);
        return value == null ? standard : value;
    }

    private @Nullable String find(String name) {
        String value = properties.getProperty(name, environment.getOrDefault(name, ""));
        return value.isBlank() ? null : value.strip();
    }
}
