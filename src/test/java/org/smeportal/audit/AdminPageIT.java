package org.smeportal.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Pictures;
import org.smeportal.testing.Things;

/** What an administrator does: a setting, a duty, the check of the trail, and all of it in the trail before and after. */
class AdminPageIT extends PageTest {

    @Test
    void anAdministratorSetsGrantsAndChecks() throws Exception {
        signIn(page, "/app/programme/settings", "admin@example.org", PASSWORD);
        page.locator("#ANSWER_DAYS").fill("0");
        page.locator("#save").click();
        assertThat(page.locator(".messages .error")).containsText("from 1 to 365");
        assertThat(page.locator("#ANSWER_DAYS")).hasValue("0");
        axe(page);
        page.locator("#ANSWER_DAYS").fill("28");
        page.locator("#save").click();
        assertThat(page.locator(".messages .info")).containsText("One setting is changed");
        assertThat(page.locator("tr")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Promised decision")))
                .containsText("Ada Winter");
        page.locator("#standard").click();
        assertThat(page.locator("#ANSWER_DAYS")).hasValue("21");

        String duties = Things.addresses(portal.rig(), "/app/exams/duties-edit").get(0);
        page.navigate(duties);
        assertThat(page.getByLabel("SAA-C02: Editor")).isChecked();
        assertThat(page.getByLabel("SAA-C02: Programme manager")).isDisabled();
        page.getByLabel("SAA-C02: Fairness").check();
        axe(page);
        page.locator("#save").click();
        assertThat(page.locator(".messages .info")).containsText("One duty is changed");
        page.navigate("/app/exams/duties?holding=yes&exam=SAA-C02");
        assertThat(page.locator("table")).containsText("Ada Winter");
        axe(page);
        page.navigate(duties);
        page.getByLabel("SAA-C02: Fairness").uncheck();
        page.locator("#save").click();

        page.navigate("/app/audit/trail?act=GrantDuties.choose");
        assertThat(page.locator(".change").first()).containsText("SAA-C02: EDITOR, FAIRNESS → EDITOR");
        axe(page);
        Download file =
                page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Export"))
                        .click());
        assertThat(Files.readString(file.path())).contains("FAIRNESS", "2020").doesNotContain("SignIn.signIn");

        portal.rig().get(Sealing.class).run();
        page.navigate("/app/audit/verify");
        String end = page.locator("#head").textContent();
        page.locator("#known").fill("I forgot");
        page.locator("#check").click();
        assertThat(page.locator(".messages .error")).containsText("no end of the trail");
        page.locator("#known").fill(end);
        axe(page);
        page.locator("#check").click();
        assertThat(page.locator(".messages .info")).containsText("The trail is whole");
    }

    @Test
    void onAPhoneTheSamePagesFit() {
        Page phone = phone();
        signIn(phone, "/app/audit/trail", "admin@example.org", PASSWORD);
        axe(phone);
        for (String path : java.util.List.of(
                "/app/programme/settings",
                "/app/exams/duties",
                Things.addresses(portal.rig(), "/app/exams/duties-edit").get(0),
                "/app/audit/verify",
                "/app/accounts/account-list?state=ACTIVE")) {
            phone.navigate(path);
            axe(phone);
            Pictures.take(phone, "phone" + path.split("/")[3].split("\\?")[0] + ".png");
        }
    }
}
