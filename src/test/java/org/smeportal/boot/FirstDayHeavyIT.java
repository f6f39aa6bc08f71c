package org.smeportal.boot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.Browser;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.MailBox;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.PortalProcess;
import org.smeportal.testing.Rig;
import org.smeportal.testing.SecondFactorCodes;

/**
 * The production jar on an empty database: from the first administrator's mail to a programme manager who is signed in.
 * Nothing says that the second factor is optional, so both set one up before any other page opens.
 */
class FirstDayHeavyIT {
    private static final String ADMIN = "ada@example.org";
    private static final String PM = "priya@example.org";
    private static final String FACTOR = "/app/accounts/second-factor";
    private static MailBox mail;
    private static PortalProcess portal;
    private static BrowserContext window;

    @BeforeAll
    static void start() {
        mail = MailBox.start();
        int port = EmbeddedDatabase.freePort();
        String url = "http://127.0.0.1:" + port;
        Map<String, String> variables = PortalProcess.variables(EmbeddedDatabase.empty(), url, Rig.SECRET, mail.url());
        variables.put("ADMIN_EMAIL", ADMIN);
        variables.remove("SECOND_FACTOR");
        portal = PortalProcess.start(port, variables, Path.of("target", "first-day"))
                .awaitReady();
        window = Browser.shared().newContext(new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(url));
    }

    @AfterAll
    static void stop() {
        window.close();
        portal.stop();
        mail.stop();
    }

    @Test
    void theAdministratorSetsAPasswordByTheMailedLinkAndMakesAProgrammeManagerWhoSignsIn() {
        Page page = window.newPage();
        setPassword(page, MailBox.link(mail.await(ADMIN, 1), "/set-password/"), "a first long sentence");
        signIn(page, ADMIN, "a first long sentence", "/app/accounts/account-list");
        for (String path : List.of("/app/home", "/app/audit/trail", "/app/accounts/profile")) {
            page.navigate(path);
            assertThat(page).hasURL(Pattern.compile(".*" + FACTOR + ".*"));
        }
        setUpSecondFactor(page);

        page.navigate("/app/accounts/account-edit");
        page.locator("#email").fill(PM);
        page.locator("#name").fill("Priya Nair");
        page.locator("#zone").selectOption("Europe/Berlin");
        page.locator("input[type=checkbox][value=PM]").check();
        page.locator("#save").click();
        page.waitForURL(Pattern.compile(".*/account-list.*"));
        assertThat(page.locator("body")).containsText(PM);

        PageTest.signOut(page);
        assertThat(page).hasURL(Pattern.compile("http://[^/]+/"));
        setPassword(page, MailBox.link(mail.await(PM, 1), "/set-password/"), "another long sentence");
        signIn(page, PM, "another long sentence", "/app/events/event-list");
        assertThat(page.locator("main")).containsText("Your role sees the data of others");
        setUpSecondFactor(page);
        page.navigate("/app/events/event-list");
        assertThat(page).hasURL(Pattern.compile(".*/app/events/event-list$"));
    }

    private static void setUpSecondFactor(Page page) {
        page.locator("#begin").click();
        byte[] key = new Base32().decode(page.locator("#key").innerText().replace(" ", ""));
        page.locator("#firstCode").fill(SecondFactorCodes.now(key));
        page.locator("#confirm").click();
        assertThat(page.locator("#recovery textarea")).isVisible();
    }

    private static void setPassword(Page page, String link, String password) {
        page.navigate(link);
        page.locator("#password").fill(password);
        page.locator("#again").fill(password);
        page.locator("#save").click();
        page.waitForURL(Pattern.compile(".*/sign-in.*"));
    }

    /** As both have no second factor yet, every page leads to where it is set up. */
    private static void signIn(Page page, String email, String password, String path) {
        page.navigate(path);
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        page.locator("#signIn").click();
        page.waitForURL(Pattern.compile(".*" + FACTOR + "\\?from=.*"));
    }
}
