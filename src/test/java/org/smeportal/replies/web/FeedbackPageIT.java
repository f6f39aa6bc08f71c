package org.smeportal.replies.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.items.WrittenItems;
import org.smeportal.items.web.Rigs;
import org.smeportal.replies.Reviewed;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Pictures;
import org.smeportal.testing.Rig;

/** The author reads what a group said, answers it, changes the item and hands it in again (R6.3), at a desk and on a phone. */
class FeedbackPageIT extends PageTest {
    private static final String REASON = "Ask for one thing only. The options are good as they are.";
    private static final String BLOCKING = "It asks for two things at once: what to change, and when.";
    private static final String ANSWER = "It asks for one thing now.";

    private static int people;
    private Rig rig;
    private String email = "";
    private UUID item = new UUID(0, 0);

    /** An item that a group sent back to its author. */
    @BeforeEach
    void review() {
        rig = portal.rig();
        email = "replies" + ++people + "@example.org";
        Caller author = Rigs.author(rig, account(email, "Desk Writer", "SME"), email);
        long manager = account("replies.pm" + people + "@example.org", "Petra Replies", "PM");
        rig.update("""
                insert into exam_duty (account_id, exam_id, duty, granted_by, granted_at)
                select ?1, id, 'PM', 'test', now(6) from exam where code = 'SAP-C01'""", manager);
        item = new WrittenItems(rig).submitted(author, Rigs.workshop(rig, author), 2);
        Reviewed.revised(rig, Rig.caller(manager, "Petra Replies", "Europe/Berlin", Role.PM), item, REASON, BLOCKING);
    }

    @Test
    void theAuthorReadsAnswersAndHandsInAgain() {
        signIn(email, PASSWORD);
        page.navigate("/app/home");
        assertThat(page.locator(".own-home")).containsText("Feedback on your items");
        assertThat(page.locator(".side .count").first()).hasText("1");
        page.navigate("/app/items/submit-item/" + item);
        assertThat(page.locator("#submit")).hasCount(0);
        page.locator("#answer").click();
        page.waitForURL(Pattern.compile(".*/feedback/.*"));
        axe(page);
        assertThat(page.locator("main")).containsText(REASON);
        assertThat(page.locator("main")).containsText(BLOCKING);
        photograph();
        Locator box = page.locator("textarea");
        box.fill("x".repeat(10));
        box.evaluate("field => { field.removeAttribute('maxlength'); field.value = 'x'.repeat(2001); }");
        page.locator("#save").click();
        assertThat(page.locator("main")).containsText("2,001 characters");
        assertThat(page.locator("textarea")).hasValue("x".repeat(2001));
        page.locator("textarea").fill(ANSWER);
        page.locator("#write").click();
        page.waitForURL(Pattern.compile(".*/desk/.*"));
        assertThat(page.locator("#desk[data-ready]")).isVisible();
        assertThat(page.locator("#feedback")).hasText("Feedback");
        axe(page);
        page.locator("#f-question").fill("Which change lets orders be read sooner with the LEAST work?");
        assertThat(page.locator("#deskState.ok")).isVisible();
        page.locator("#handIn").click();
        page.waitForURL(Pattern.compile(".*/submit-item/.*"));
        assertThat(page.locator(".difference ins").first()).containsText("work");
        page.locator("#submit").click();
        page.waitForURL(Pattern.compile(".*/my-item/.*"));
        assertThat(page.locator(".facts")).containsText("Submitted");
        page.navigate("/app/replies/feedback/" + item);
        assertThat(page.locator("main")).containsText(ANSWER);
        assertThat(page.locator("textarea")).hasCount(0);
        assertThat(page.locator(".side .count")).hasCount(0);
    }

    @Test
    void bothPagesFitAPhone() {
        Page phone = phone();
        signIn(phone, "/app/replies/feedback-list", email, PASSWORD);
        assertThat(phone.locator("main li").first()).containsText("1 to answer");
        axe(phone);
        phone.locator("main li a").first().click();
        phone.waitForURL(Pattern.compile(".*/feedback/.*"));
        axe(phone);
        Pictures.take(phone, "feedback-phone.png");
    }

    @Test
    void nobodyElseFindsIt() {
        expectStatus(404);
        signIn("newcomer@example.org", PASSWORD);
        Response answer = page.navigate("/app/replies/feedback/" + item);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).doesNotContain(REASON, BLOCKING);
    }
}
