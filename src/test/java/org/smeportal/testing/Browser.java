package org.smeportal.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chromium, started once a test run: the one that CHROMIUM names, else one on PATH, else Playwright's own download. The
 * headless shell goes before the whole browser: the same engine without what only a screen needs, a third lighter.
 */
public final class Browser {
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));
    private static com.microsoft.playwright.Browser shared;

    private Browser() {}

    public static synchronized com.microsoft.playwright.Browser shared() {
        if (shared == null) {
            shared = start(find());
        }
        return shared;
    }

    /** A browser of its own that keeps what it stores in that folder, so that it can be closed and opened again. */
    public static BrowserContext keeping(Path folder, String baseUrl) {
        BrowserType.LaunchPersistentContextOptions options = new BrowserType.LaunchPersistentContextOptions()
                .setHeadless(true)
                .setChromiumSandbox(!IS_ROOT)
                .setArgs(flags())
                .setBaseURL(baseUrl);
        find().ifPresent(options::setExecutablePath);
        return shared().browserType().launchPersistentContext(folder, options);
    }

    private static List<String> flags() {
        return IS_ROOT
                ? Stream.concat(FLAGS.stream(), Stream.of("--no-sandbox")).toList()
                : FLAGS;
    }

    private static com.microsoft.playwright.Browser start(Optional<Path> installed) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setHeadless(true)
                .setChromiumSandbox(!IS_ROOT)
                .setArgs(flags());
        installed.ifPresent(options::setExecutablePath);
        Map<String, String> environment =
                installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
        try {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            throw new IllegalStateException(
                    "No Chromium for the page tests: run .ci/install-chromium.sh, or name one by the variable CHROMIUM.",
                    e);
        }
    }

    private static Optional<Path> find() {
        String named = System.getenv().getOrDefault("CHROMIUM", "");
        if (!named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return NAMES.stream()
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
