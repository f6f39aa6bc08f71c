package org.smeportal.applications.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.smeportal.applications.Applying;
import org.smeportal.testing.Browser;
import org.smeportal.testing.MailBox;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Rig;

/** Applying on a phone (R1.1, R1.2): the form outlives its window, the mail confirms, the private page tells and takes back. */
class ApplyPageIT extends PageTest {
    private static final String EMAIL = "ines.applies@example.org";

    @Test
    void aFormGoesOnAfterTheBrowserWasClosedAndIsFollowedToItsEnd() {
        Page phone = phone();
        phone.navigate("/");
        phone.getByText("Become an SME").click();
        axeInBothThemes(phone);
        phone.locator("#begin").click();
        assertThat(phone.locator("#zone")).hasValue("Europe/Berlin");

        phone.locator("#next").click();
        assertThat(phone.locator("#name")).isFocused();
        assertThat(phone.locator(".field-error").first()).containsText("Type your name");
        axeInBothThemes(phone);
        phone.locator("#name").fill("Inês Duarte");
        phone.locator("#email").fill("inês@example.org");
        phone.locator("#country").selectOption("PT");
        phone.locator("#next").click();
        assertThat(phone.locator("#email + .hint + .field-error")).containsText("cannot send mail to yet");
        assertThat(phone.locator("#name")).hasValue("Inês Duarte");
        phone.locator("#email").fill("Ines.Applies@Example.ORG");
        phone.locator("#next").click();

        assertThat(phone).hasURL(Pattern.compile(".*/apply/form/2"));
        axeInBothThemes(phone);
        phone.locator("#yearsExperience").fill("7");
        phone.locator("#expertise").fill("queues, storage");
        phone.locator("#expertise").blur();
        String state = phone.context().storageState();
        phone.context().close();

        BrowserContext later = Browser.shared()
                .newContext(new NewContextOptions()
                        .setBaseURL(portal.url(""))
                        .setViewportSize(390, 844)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setStorageState(state));
        try {
            Page again = later.newPage();
            again.navigate("/apply");
            again.locator("#begin").click();
            assertThat(again.locator("[data-restored]")).isVisible();
            assertThat(again.locator("#expertise")).hasValue("queues, storage");
            again.getByText("SAA-C02").click();
            again.locator("#languages").fill("Portuguese, English");
            again.locator("#next").click();
            again.locator("#motivation").fill("I run what I would like to ask about. <script>alert(1)</script> שלום");
            again.getByText("Online only").click();
            axeInBothThemes(again);
            again.locator("#next").click();

            assertThat(again).hasURL(Pattern.compile(".*/apply/check"));
            assertThat(again.locator("main")).containsText("<script>alert(1)</script> שלום");
            axeInBothThemes(again);
            new Applying(portal.rig()).tookTime(EMAIL);
            again.locator("#send").click();
            assertThat(again.locator("#privacy")).isFocused();
            again.locator("#privacy").check();
            again.locator("#send").click();
            assertThat(again.locator("h1")).hasText("Look into your mailbox");
            assertThat(again.evaluate("Object.keys(localStorage).filter(k => k.startsWith('portal-typed')).length"))
                    .isEqualTo(0);
            confirmAndFollow(again);
        } finally {
            later.close();
        }
    }

    private void confirmAndFollow(Page phone) {
        String confirm = path(MailBox.link(portal.mail().await(EMAIL, 1), "/apply/confirm/"));
        phone.navigate(confirm);
        axeInBothThemes(phone);
        assertThat(portal.rig()
                        .count("select count(*) from application where email = ?1 and state = 'UNCONFIRMED'", EMAIL))
                .isEqualTo(1);
        phone.locator("#confirm").click();
        assertThat(phone.locator("h1")).hasText("Received, and in the queue");
        assertThat(phone.locator("main")).containsText("You get an answer by");
        axeInBothThemes(phone);
        phone.navigate(confirm);
        phone.getByText("See my application").click();

        String status = path(MailBox.link(portal.mail().await(EMAIL, 2), "/apply/status/"));
        phone.navigate(status);
        phone.getByText("Change", new Page.GetByTextOptions().setExact(true)).click();
        axeInBothThemes(phone);
        phone.locator("#employer").fill("Duarte & Filhos");
        phone.locator("#save").click();
        assertThat(phone.locator("main")).containsText("Duarte & Filhos");

        phone.getByText("Withdraw my application").click();
        axeInBothThemes(phone);
        phone.locator("#withdraw").click();
        assertThat(phone.locator("h1")).hasText("Withdrawn");
        assertThat(phone.locator("#withdraw")).hasCount(0);
        portal.mail().await(EMAIL, 3);
    }

    /** R1.1: page, address, status and headers say nothing about who is known; the mail does. */
    @Test
    void theAnswerIsTheSameForAMemberAndForAStranger() {
        account("member.applies@example.org", "Mem Ber", "SME");
        assertThat(answer("member.applies@example.org")).isEqualTo(answer("stranger.applies@example.org"));
        portal.mail().await("member.applies@example.org", 1);
        assertThat(MailBox.link(portal.mail().await("stranger.applies@example.org", 1), "/apply/confirm/"))
                .isNotEmpty();
    }

    private String answer(String email) {
        Rig rig = portal.rig();
        Instant before = rig.clock().instant();
        rig.clock().set(before.minus(Duration.ofHours(1)));
        Applying people = new Applying(rig);
        String secret = people.fillIn(people.answers(email, "Somebody"), "192.0.2.60");
        rig.clock().set(before);
        Page window = wide();
        window.context().addCookies(List.of(new Cookie("portal-draft", secret).setUrl(portal.url(""))));
        window.navigate("/apply/check");
        window.locator("#privacy").check();
        Response sent = window.waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> window.locator("#send").click());
        window.waitForURL("**/apply/sent");
        String headers = String.join(" ", new TreeSet<>(sent.headers().keySet()));
        return sent.status() + " " + sent.headers().get("location") + " " + headers + "\n" + window.innerText("body");
    }

    /** What another tab saved is not written over without a word (R1.1). */
    @Test
    void theSecondOfTwoTabsSeesWhatTheFirstSaved() {
        page.navigate("/apply/form/1");
        fillAbout(page, "Mira Novak", "mira.tabs@example.org");
        page.locator("#next").click();
        page.navigate("/apply/form/1");
        Page other = page.context().newPage();
        other.navigate("/apply/form/1");
        page.locator("#employer").fill("Novak Systems");
        page.locator("#next").click();
        other.locator("#employer").fill("Something else");
        other.locator("#next").click();

        Locator hint = other.locator("#employer + .hint");
        assertThat(other.locator(".messages .error")).containsText("saved in another tab");
        assertThat(hint).containsText("Novak Systems");
        assertThat(other.locator("#employer")).hasValue("Something else");
        other.locator("#next").click();
        other.navigate("/apply/form/1");
        assertThat(other.locator("#employer")).hasValue("Something else");
    }

    @Test
    void aProgrammeManagerMakesALinkForAStandAndItGreetsWhoeverComes() {
        account("apply-pm@example.org", "Petra Holm", "PM");
        signIn(page, "/app/applications/invite-to-apply", "apply-pm@example.org", PASSWORD);
        axeInBothThemes(page);
        page.locator("#label").fill("Cloud days, stand 12");
        page.locator("#lastDay")
                .fill(java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                        .plusDays(20)
                        .toString());
        page.locator("#link").click();
        assertThat(page.locator("h1")).hasText("Cloud days, stand 12");
        assertThat(page.locator(".poster img")).hasJSProperty("naturalWidth", 640);
        axeInBothThemes(page);
        String link = path(page.locator("#url").inputValue());

        Page visitor = phone();
        visitor.navigate(link);
        assertThat(visitor.locator("main")).containsText("Petra Holm would like to have you with us");
        axeInBothThemes(visitor);
        visitor.locator("#begin").click();
        fillAbout(visitor, "Sam Reed", "sam.stand@example.org");
        visitor.locator("#next").click();
        assertThat(visitor).hasURL(Pattern.compile(".*/apply/form/2"));
        page.reload();
        assertThat(page.locator(".facts")).containsText("1 begun");
        page.locator("#revoke").click();
        visitor.navigate(link);
        assertThat(visitor.locator(".note.warn")).containsText("taken back");
    }

    private static void fillAbout(Page form, String name, String email) {
        form.locator("#name").fill(name);
        form.locator("#email").fill(email);
        form.locator("#country").selectOption("DE");
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }
}
