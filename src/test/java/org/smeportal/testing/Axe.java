package org.smeportal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Accessibility as axe sees it, in a page that is open. */
public final class Axe {
    private static final String SCRIPT = script();

    private static final String CONTRAST = "color-contrast";

    private static final String FINDINGS = """
            async options => {
              const result = await axe.run(document, { resultTypes: ["violations"], ...options });
              return result.violations
                .filter(rule => ["serious", "critical"].includes(rule.impact))
                .map(rule => rule.id + ": " + rule.nodes.map(node => node.target + " " + node.html).join(" and "));
            }""";

    private Axe() {}

    private static String script() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every page in those windows brings axe along: the browser compiles it once, not on each page. */
    public static void bring(Page... windows) {
        for (Page window : windows) {
            window.addInitScript(SCRIPT);
        }
    }

    /** In that theme nothing serious or critical, by all rules. */
    public static void assertNoFindings(Page shown, ColorScheme scheme) {
        assertNoFindings(shown, scheme, Map.of());
    }

    /** In that theme each text can be told from what is behind it. */
    public static void assertContrast(Page shown, ColorScheme scheme) {
        assertNoFindings(shown, scheme, Map.of("runOnly", List.of(CONTRAST)));
    }

    /** By all rules but that for contrast, which takes more time than all others together. */
    public static void assertNoFindingsButContrast(Page shown) {
        assertNoFindings(shown, ColorScheme.LIGHT, Map.of("rules", Map.of(CONTRAST, Map.of("enabled", false))));
    }

    private static void assertNoFindings(Page shown, ColorScheme scheme, Map<String, Object> options) {
        shown.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        if (!(Boolean) shown.evaluate("'axe' in window")) {
            shown.evaluate(SCRIPT);
        }
        assertThat((List<?>) shown.evaluate(FINDINGS, options))
                .as(shown.url() + " " + scheme)
                .isEmpty();
    }
}
