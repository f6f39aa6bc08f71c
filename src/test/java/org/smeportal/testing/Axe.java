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

/** Accessibility as axe sees it, in a page that is open. */
public final class Axe {
    private static final String SCRIPT = script();

    /** All rules, or only those that are named. */
    private static final String FINDINGS = """
            async rules => {
              const only = rules.length ? { runOnly: { type: "rule", values: rules } } : {};
              const result = await axe.run(document, { resultTypes: ["violations"], ...only });
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

    /** In that theme nothing serious or critical, by all rules or by those that are named. */
    public static void assertNoFindings(Page shown, ColorScheme scheme, String... rules) {
        shown.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        if (!(Boolean) shown.evaluate("'axe' in window")) {
            shown.evaluate(SCRIPT);
        }
        assertThat((List<?>) shown.evaluate(FINDINGS, List.of(rules)))
                .as(shown.url() + " " + scheme)
                .isEmpty();
    }
}
