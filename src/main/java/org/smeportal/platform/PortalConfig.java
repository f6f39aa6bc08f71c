package org.smeportal.platform;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The configuration, each key once. Values come from the environment or from system properties of the same name; what
 * they mean and which are required stands in README.md.
 */
public record PortalConfig(
        URI baseUrl,
        String portalSecret,
        String smtpUrl,
        Optional<String> adminEmail,
        Duration undoWindow,
        Duration relayLease,
        Optional<String> mailFrom,
        List<String> trustedProxies,
        boolean secondFactorRequired,
        boolean demo) {

    public static final String NO_SMTP = "none";

    static PortalConfig from(Config config) {
        boolean demo = config.getOptionalValue("PORTAL_DEMO", Boolean.class).orElse(false);
        return new PortalConfig(
                URI.create(withoutSlash(config.getValue("BASE_URL", String.class))),
                config.getValue("PORTAL_SECRET", String.class),
                config.getValue("SMTP_URL", String.class),
                config.getOptionalValue("ADMIN_EMAIL", String.class),
                Duration.ofSeconds(config.getOptionalValue("UNDO_WINDOW_SECONDS", Long.class)
                        .orElse(3600L)),
                Duration.ofSeconds(config.getOptionalValue("RELAY_LEASE_SECONDS", Long.class)
                        .orElse(300L)),
                config.getOptionalValue("MAIL_FROM", String.class),
                Arrays.stream(config.getOptionalValue("TRUSTED_PROXIES", String.class)
                                .orElse("")
                                .split(","))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .toList(),
                config.getOptionalValue("SECOND_FACTOR", String.class)
                        .map("required"::equals)
                        .orElse(!demo),
                demo);
    }

    /** An address of the portal, absolute, for mails: {@code path} begins with a slash. */
    public String url(String path) {
        return withoutSlash(baseUrl.toString()) + path;
    }

    public boolean sendsMail() {
        return !NO_SMTP.equals(smtpUrl);
    }

    public boolean secureCookies() {
        return "https".equals(baseUrl.getScheme());
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
