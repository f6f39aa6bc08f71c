package org.smeportal.linter.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.smeportal.linter.Rule;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Pictures;

/** Everybody who is signed in reads what the rules look for, on a desk and on a phone (R5.2). */
class LinterPageIT extends PageTest {
    private static final String EMAIL = "linter.reader@example.org";

    @Test
    void eachRuleHasAPageWithItsReasonAndItsExamples() {
        account(EMAIL, "Lina Reader", "SME");
        signIn(page, "/app/linter/rules", EMAIL, PASSWORD);
        assertThat(page.locator("tbody tr")).hasCount(Rule.values().length);
        axe(page);
        picture(page, "rules");
        page.locator("a[href$='/L5']").click();
        assertThat(page.locator("h1")).hasText("L5 A negative question");
        assertThat(page.locator("#content")).containsText("Which service does not store files?");
        assertThat(page.locator("#content")).containsText("can be waived with a reason");
        axe(page);
        picture(page, "rule");
        page.navigate("/app/linter/rule/L3");
        assertThat(page.locator("#content")).containsText("An error cannot be waived");

        Page phone = phone();
        signIn(phone, "/app/linter/rule/L25", EMAIL, PASSWORD);
        assertThat(phone.locator("section:has(#retired) tbody tr")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("AWS Single Sign-On")))
                .containsText("2022");
        axe(phone);
        picture(phone, "phone-retired");
        phone.navigate("/app/linter/rules");
        axe(phone);
        picture(phone, "phone-rules");
    }

    @Test
    void aRuleThatThereIsNotIsNotFound() {
        account(EMAIL, "Lina Reader", "SME");
        signIn(page, "/app/linter/rules", EMAIL, PASSWORD);
        expectStatus(404);
        org.assertj.core.api.Assertions.assertThat(
                        page.navigate("/app/linter/rule/L99").status())
                .isEqualTo(404);
    }

    private static void picture(Page page, String name) {
        Pictures.take(page, "linter-" + name + ".png");
    }
}
