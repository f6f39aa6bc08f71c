package org.smeportal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Pages in real Chromium against the packaged portal. Each test has a browser window of its own, {@link #page}, with no
 * cookies; any error of a script, in the console or against the content security policy fails it; a failure leaves a
 * picture in {@code target/screenshots}.
 */
public abstract class PageTest {
    protected static final String PASSWORD = PortalServer.PASSWORD;
    protected PortalServer portal;
    protected Page page;

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Integer> expectedStatus = new ArrayList<>();
    private final List<String> expectedWords = new ArrayList<>();
    private String name = "";

    @RegisterExtension
    final AfterTestExecutionCallback picture =
            test -> test.getExecutionException().ifPresent(failure -> photograph(Pictures::ofFailure));

    @BeforeEach
    final void openWindow(TestInfo test) {
        name = test.getTestClass().map(Class::getSimpleName).orElse("") + "-"
                + test.getTestMethod().map(java.lang.reflect.Method::getName).orElse("");
        portal = PortalServer.shared();
        page = wide();
    }

    @AfterEach
    final void closeWindows() {
        windows.forEach(BrowserContext::close);
        assertThat(faults).as("errors in the browser").isEmpty();
    }

    /** A new window as on a desk, 1360 × 900. */
    protected final Page wide() {
        return window(1360, 900);
    }

    /** A new window as on a phone, 390 × 844. */
    protected final Page phone() {
        return window(390, 844);
    }

    private Page window(int width, int height) {
        BrowserContext window = Browser.shared()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(portal.url(""))
                        .setViewportSize(width, height)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/Berlin")
                        .setReducedMotion(ReducedMotion.REDUCE));
        window.setDefaultTimeout(15_000);
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        window.onPage(this::listen);
        windows.add(window);
        return window.newPage();
    }

    private void listen(Page opened) {
        opened.onPageError(error -> faults.add(error));
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && expectedStatus.stream().noneMatch(s -> message.text().contains("status of " + s))
                    && expectedWords.stream().noneMatch(message.text()::contains)) {
                String lastWords = message.text().contains("status of 5") ? "\n" + portal.lastWords() : "";
                faults.add(message.text() + " (" + opened.url() + ")" + lastWords);
            }
        });
    }

    /** The test asks for something that is answered with that status on purpose. */
    protected final void expectStatus(int status) {
        expectedStatus.add(status);
    }

    /** The browser says that in its console on purpose of the test, such as that there is no connection. */
    protected final void expectConsole(String words) {
        expectedWords.add(words);
    }

    protected final long account(String email, String accountName, String... roles) {
        return portal.account(email, accountName, roles);
    }

    /** Signs in within {@link #page} and waits for the page behind. */
    protected final void signIn(String email, String password) {
        signIn(page, "/app/accounts/profile", email, password);
    }

    /** Opens a page that asks for a sign-in, and signs in. */
    protected final void signIn(Page in, String path, String email, String password) {
        in.navigate(path);
        type(in, email, password);
        in.waitForURL(Pattern.compile(Pattern.quote(portal.url(path)) + ".*"));
    }

    /** Sends the sign-in form. */
    protected final void type(Page in, String email, String password) {
        in.locator("#email").fill(email);
        in.locator("#password").fill(password);
        in.locator("#signIn").click();
    }

    public static void signOut(Page in) {
        in.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign out").setExact(true))
                .locator("visible=true")
                .first()
                .click();
    }

    /** No serious or critical finding of axe in light, and no sideways scrolling. */
    protected final void axe(Page shown) {
        Axe.assertNoFindings(shown, ColorScheme.LIGHT);
        fits(shown);
    }

    /** No weak contrast in dark either: for what {@code EveryPageHeavyIT} cannot open by an address, and for that test itself. */
    protected final void axeInBothThemes(Page shown) {
        axe(shown);
        Axe.assertContrast(shown, ColorScheme.DARK);
    }

    /** No finding of axe but for contrast, and no sideways scrolling. */
    protected final void axeButContrast(Page shown) {
        Axe.assertNoFindingsButContrast(shown);
        fits(shown);
    }

    /** No sideways scrolling. */
    public static void fits(Page shown) {
        Object tooWide = shown.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) tooWide).intValue())
                .as(shown.url() + " scrolls sideways")
                .isLessThanOrEqualTo(0);
    }

    /** Takes a picture of each open window. */
    protected final void photograph() {
        photograph(Pictures::take);
    }

    private void photograph(BiConsumer<Page, String> camera) {
        int number = 0;
        for (BrowserContext window : windows) {
            for (Page open : window.pages()) {
                String suffix = number++ == 0 ? "" : "-" + number;
                camera.accept(open, name + suffix + ".png");
            }
        }
    }
}
