package org.smeportal.agreements.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.testing.PageTest;

/** The agreement stands before everything else (R1.4), and administrators write its next version. */
class AgreementPageIT extends PageTest {
    private static final String FRESH = "fresh.sme@example.org";

    @Test
    void anSmeAcceptsOnAPhoneBeforeAnythingElseOpens() {
        DemoAccounts.insert(portal.rig(), FRESH, "Fen Sato", "Europe/Berlin", "SME");
        Page phone = phone();
        phone.navigate("/app/calendar/calendar?view=agenda");
        type(phone, FRESH, PASSWORD);
        phone.waitForURL(Pattern.compile(".*/app/agreements/accept\\?from=.*"));
        assertThat(phone.locator("h1")).containsText("Agreement on secrecy");
        assertThat(phone.locator(".written h3").first()).containsText("What is secret");
        axe(phone);

        APIResponse post = phone.request()
                .post(
                        portal.url("/app/invitations/my-events"),
                        RequestOptions.create().setMaxRedirects(0));
        assertThat(post.status()).isEqualTo(302);
        assertThat(post.headers().get("location")).contains("/app/agreements/accept?from=%2Fapp%2Finvitations");

        phone.locator("#accept").click();
        assertThat(phone.locator(".field-error")).containsText("Tick that you have read");
        assertThat(phone).hasURL(Pattern.compile(".*/app/agreements/accept.*"));
        phone.locator("#read").check();
        phone.locator("#accept").click();
        phone.waitForURL(Pattern.compile(".*/app/calendar/calendar\\?view=agenda"));
        assertThat(phone.locator(".messages")).containsText("The agreement is accepted.");

        phone.navigate("/app/agreements/agreement");
        assertThat(phone.locator(".pill.ok")).containsText("accepted");
        axe(phone);
    }

    @Test
    void whoDeclinesIsSignedOutAndKeepsTheAccount() {
        DemoAccounts.insert(portal.rig(), "no.sme@example.org", "Nils Oda", "Europe/Berlin", "SME");
        page.navigate("/app/home");
        type(page, "no.sme@example.org", PASSWORD);
        page.waitForURL(Pattern.compile(".*/app/agreements/accept.*"));
        page.navigate("/app/accounts/profile");
        assertThat(page.locator("#name")).hasValue("Nils Oda");
        page.navigate("/app/agreements/accept?from=https://evil.example/");
        page.getByText("Decline and sign out").click();
        page.waitForURL(portal.url("/"));
        page.navigate("/app/home");
        assertThat(page.locator("#signIn")).isVisible();
    }

    @Test
    void anAdministratorWritesTheNextVersionSeesWhatIsDifferentAndWhoWillBeAsked() {
        signIn(page, "/app/agreements/agreement-list", "admin@example.org", PASSWORD);
        axe(page);
        page.locator(".page-head .button.primary").click();
        String former = page.locator("#body").inputValue();
        page.locator("#body")
                .fill(former.replace("twelve months after your last event", "two years after your last event")
                        + "\n\n<script>alert(1)</script>");
        page.locator("#changes").fill("Courses: two years instead of one.");
        page.locator("#save").click();
        page.waitForURL(Pattern.compile(".*/app/agreements/publish-agreement/.*"));
        assertThat(page.locator("del").first()).containsText("twelve months");
        assertThat(page.locator("ins").first()).containsText("two years");
        assertThat(page.locator(".written")).containsText("<script>alert(1)</script>");
        assertThat(page.locator(".bar")).containsText(Pattern.compile("\\d+ SMEs will be asked"));
        axe(page);
        photograph();
        page.locator("#discard").click();
        page.waitForURL(Pattern.compile(".*/app/agreements/agreement-list"));
        assertThat(page.locator(".messages")).containsText("The draft is gone.");

        page.locator("tbody a").first().click();
        page.locator("#search").fill("sme@example.org");
        page.locator("#accepted").selectOption("yes");
        page.locator("#search").press("Enter");
        assertThat(page.locator("tbody")).containsText("Noor Haddad");
        axe(page);
        APIResponse file = page.request().get(page.getByText("Export as CSV").getAttribute("href"));
        assertThat(file.headers().get("content-type")).contains("text/csv");
        assertThat(file.text()).contains("\"Noor Haddad\",\"sme@example.org\"");
    }
}
