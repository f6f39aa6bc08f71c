package org.smeportal.notifications.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smeportal.security.LinkTokens;
import org.smeportal.testing.HttpUser;
import org.smeportal.testing.PageTest;

/** An SME chooses mails on a phone; the links in the mails do the same without sign-in (R1.5). */
class MailChoicePageIT extends PageTest {
    private static final String ROW = " from mail_preference where address = 'newcomer@example.org'";

    @Test
    void mailsAreChosenOnThePageByTheLinkAndWithOneClick() {
        Page phone = phone();
        signIn(phone, "/app/profiles/mails", "newcomer@example.org", PASSWORD);
        axe(phone);
        box(phone, "Tasks").uncheck();
        phone.locator("#save").click();
        assertThat(phone.locator(".messages")).containsText("Your choice is saved.");
        assertThat(box(phone, "Tasks")).not().isChecked();
        assertThat(box(phone, "Reminders")).isChecked();

        page.navigate("/mail-preferences/" + token("mail-preferences"));
        axe(page);
        photograph();
        assertThat(box(page, "Tasks")).not().isChecked();
        box(page, "Tasks").check();
        page.locator("#save").click();
        assertThat(page.locator(".messages")).containsText("Your choice is saved.");
        assertThat(box(page, "Tasks")).isChecked();

        HttpUser program = HttpUser.anonymous(portal);
        String oneClick = "/mail-one-click/" + token("mail-one-click.FEEDBACK");
        assertThat(program.get(oneClick).statusCode()).isEqualTo(405);
        assertThat(portal.rig().count("select count(*)" + ROW + " and feedback"))
                .isEqualTo(1);
        assertThat(program.post(oneClick, Map.of("List-Unsubscribe", "One-Click"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(portal.rig().count("select count(*)" + ROW + " and feedback"))
                .isZero();
        assertThat(portal.rig().count("select count(*)" + ROW + " and tasks and reminders"))
                .isEqualTo(1);
        assertThat(program.post("/mail-one-click/x", Map.of()).statusCode()).isEqualTo(404);
        assertThat(program.get("/mail-preferences/x").statusCode()).isEqualTo(404);
    }

    private static Locator box(Page in, String label) {
        return in.locator("label.check", new Page.LocatorOptions().setHasText(label))
                .locator("input");
    }

    private String token(String purpose) {
        String nonce = (String) portal.rig().rows("select nonce" + ROW).get(0);
        return portal.rig()
                .get(LinkTokens.class)
                .issue(purpose, portal.rig().count("select id" + ROW), nonce, Instant.parse("2099-01-01T00:00:00Z"));
    }
}
