package org.smeportal.accounts;

import java.util.Map;
import org.smeportal.platform.Text;

/** The browser and the system that a user agent names, as far as people know them; empty for what they do not. */
public record Device(String browser, String system) {
    private static final String[][] BROWSERS = {
        {"Edg", "Edge"},
        {"OPR/", "Opera"},
        {"SamsungBrowser/", "Samsung Internet"},
        {"Firefox/", "Firefox"},
        {"FxiOS/", "Firefox"},
        {"Chrome/", "Chrome"},
        {"CriOS/", "Chrome"},
        {"Safari/", "Safari"}
    };
    private static final String[][] SYSTEMS = {
        {"Windows", "Windows"},
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Android", "Android"},
        {"Mac OS X", "macOS"},
        {"CrOS", "ChromeOS"},
        {"Linux", "Linux"}
    };

    /** Each browser names those that it wants to be taken for after itself, so the first one found is meant. */
    public static Device of(String agent) {
        return new Device(first(BROWSERS, agent), first(SYSTEMS, agent));
    }

    private static String first(String[][] marks, String agent) {
        for (String[] mark : marks) {
            if (agent.contains(mark[0])) {
                return mark[1];
            }
        }
        return "";
    }

    /** Firefox on Windows. */
    public String words(Text text) {
        if (browser.isEmpty() && system.isEmpty()) {
            return text.of("accounts.device.unknown");
        }
        return text.of(
                "accounts.device",
                browser.isEmpty() ? text.of("accounts.device.browser") : browser,
                system.isEmpty() ? text.of("accounts.device.system") : system);
    }

    Map<String, String> asParameters() {
        return Map.of("browser", browser, "system", system);
    }
}
