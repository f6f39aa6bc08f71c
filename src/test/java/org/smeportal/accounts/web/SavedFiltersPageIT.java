package org.smeportal.accounts.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.PageTest;

/** A list kept under a name (R1.6), as a programme manager does it. */
class SavedFiltersPageIT extends PageTest {

    @Test
    void aFilterIsSavedOpenedAgainAndRemoved() {
        account("filters@example.org", "Fil Ter", "PM");
        signIn(page, "/app/smes/sme-list", "filters@example.org", PASSWORD);
        page.navigate("/app/smes/sme-list?search=100+%25+cloud&country=PT&sort=JOINED");
        page.locator(".views summary").click();
        page.locator("#keepFilter").click();
        assertThat(page.locator(".field-error")).containsText("Give the filter a name");

        page.locator(".views summary").click();
        page.locator("#filterName").fill("Cloud <Portugal>");
        page.locator("#keepFilter").click();
        assertThat(page).hasURL(Pattern.compile(".*search=100\\+%25\\+cloud&country=PT&sort=JOINED"));
        page.navigate("/app/smes/sme-list");
        link().click();
        assertThat(page.locator("#search")).hasValue("100 % cloud");
        assertThat(link()).hasAttribute("aria-current", "page");
        axe(page);

        page.locator(".views summary").click();
        page.getByLabel("Remove the filter Cloud <Portugal>").click();
        assertThat(page).hasURL(Pattern.compile(".*search=100\\+%25\\+cloud.*"));
        assertThat(link()).hasCount(0);
    }

    private Locator link() {
        return page.locator(".views nav").getByText("Cloud <Portugal>", new Locator.GetByTextOptions().setExact(true));
    }
}
