package org.smeportal.smes.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smeportal.platform.Csv;
import org.smeportal.platform.Xlsx;
import org.smeportal.smes.People;
import org.smeportal.testing.PageTest;

/** R1.6: five hundred people come in, twelve bad rows are left out on purpose, and who is there twice is found. */
class DirectoryPageIT extends PageTest {
    private static final String PM = "directory.pm@example.org";
    private static final String IMPORTED = "email regexp '^(p[0-9]+|joerg.mueller|jm|noor|h.noor|xenia.papadaki.*|"
            + "yusuf.?demirel|zw|zbig)@example[.](org|net|com)$'";

    @AfterEach
    void takeAway() {
        portal.rig()
                .update("delete from outbox_message where subject_id in"
                        + " (select id from account where email like 'p%@example.org' and email regexp '^p[0-9]+@')");
        portal.rig().update("delete from sme_exam where sme_id in (select id from sme where " + IMPORTED + ")");
        portal.rig().update("delete from sme where " + IMPORTED);
    }

    @Test
    void fiveHundredPeopleWithTwelveBadRowsAreImportedAndThePlantedDuplicatesFound() throws IOException {
        account(PM, "Dora Directory", "PM");
        signIn(page, "/app/smes/import-smes", PM, PASSWORD);
        page.locator("#file").setInputFiles(new FilePayload("people.xlsx", Xlsx.TYPE, People.workbook()));
        page.locator("#tryOut").click();
        assertThat(page.locator("#problems h2")).hasText("12 rows have a problem, 488 are good");
        assertThat(page.locator("#problems tbody tr")).hasCount(12);
        assertThat(page.locator("#column-4")).hasValue("COUNTRY");
        axe(page);

        page.locator("#column-4").selectOption(new SelectOption().setIndex(0));
        page.locator("#again").click();
        assertThat(page.locator("#columns footer")).containsText("No column is the country yet.");
        assertThat(page.locator("#importAll")).hasCount(0);
        page.locator("#column-4").selectOption("COUNTRY");
        page.locator("#again").click();

        Download bad = page.waitForDownload(() -> page.locator("#badRows").click());
        assertThat(Csv.read(Files.readString(bad.path()))).hasSize(13);
        assertThat(imported()).as("nothing is written yet").isZero();
        page.locator("#importAll").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/smes/sme-list.*"));
        assertThat(page.locator(".messages")).containsText("488 SMEs created");
        assertThat(page.locator(".messages")).containsText("12 bad rows were left out");
        assertThat(imported()).isEqualTo(488);

        page.navigate("/app/smes/import-smes");
        page.locator("#file").setInputFiles(new FilePayload("people.xlsx", Xlsx.TYPE, People.workbook()));
        page.locator("#tryOut").click();
        assertThat(page.locator("#problems tbody tr")).hasCount(12);
        assertThat(page.locator("#lines footer")).containsText("There is nothing to import.");
        assertThat(page.locator("#importAll")).hasCount(0);
        assertThat(imported()).as("nobody comes twice").isEqualTo(488);

        page.navigate("/app/smes/sme-list");
        page.locator("#search").fill("Muller jorg");
        page.locator("#search").press("Enter");
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.navigate("/app/smes/duplicates");
        for (List<String> pair : List.of(
                List.of("Jörg Müller", "Joerg Mueller", "Same name"),
                List.of("Noor Haddad", "Haddad Noor", "another order"),
                List.of("Xenia Papadaki", "X. Papadaki-Roth", "Same mailbox"),
                List.of("Yusuf Demirel", "Y D", "another host"),
                List.of("Zbigniew Wojciechowski", "Zbigniew Wojciechowsky", "Very similar"))) {
            assertThat(pair(page, pair.get(0), pair.get(1))).containsText(pair.get(2));
        }
        axe(page);
        pair(page, "Yusuf Demirel", "Y D").locator("button").click();
        assertThat(page.locator(".messages")).isVisible();
        assertThat(pair(page, "Yusuf Demirel", "Y D")).hasCount(0);
        assertThat(pair(page, "Noor Haddad", "Haddad Noor")).hasCount(1);
    }

    @Test
    void filtersColumnsAndTheTickedOnesWorkOnAPhoneAsWell() {
        for (int i = 0; i < 25; i++) {
            portal.rig()
                    .update(
                            """
                    insert into sme (public_id, email, name, country, zone, state, joined_on, created_at, search_text,
                        employer, expertise)
                    values (uuid(), ?1, ?2, ?3, 'Europe/Warsaw', 'ACTIVE', '2020-01-01', '2020-01-01', ?4, 'Example Works',
                        'voice design')""",
                            "p" + i + "@example.org",
                            "Facet Person " + i,
                            i < 5 ? "IS" : "PL",
                            "facet person " + i);
        }
        account(PM, "Dora Directory", "PM");
        for (Page window : List.of(page, phone())) {
            signIn(window, "/app/smes/sme-list?search=facet", PM, PASSWORD);
            if (window != page) {
                window.locator(".fold > summary").first().click();
            }
            window.locator(".facet", new Page.LocatorOptions().setHasText("Iceland"))
                    .click();
            assertThat(window).hasURL(Pattern.compile(".*country=IS.*"));
            assertThat(window.locator("tbody tr")).hasCount(5);
            window.locator(".options > summary").click();
            window.locator("input[name=columns][value=expertise]").check();
            window.locator("input[name=columns][value=zone]").check();
            axe(window);
            window.locator("#showColumns").click();
            assertThat(window).hasURL(Pattern.compile(".*columns=country%2Czone%2Cexpertise%2C.*"));
            assertThat(window.locator("tbody tr").first()).containsText("voice design");
            axe(window);
        }
        Download ticked = tick("p0@example.org", "p1@example.org");
        assertThat(ticked.suggestedFilename()).endsWith(".xlsx");
        page.locator("#act").selectOption("PAUSE");
        page.locator("#bulk").click();
        assertThat(page.locator("#done li")).hasCount(2);
        axe(page);
        page.locator("#apply").click();
        assertThat(page.locator(".messages")).containsText("2 SMEs are paused.");
        assertThat(portal.rig().count("select count(*) from sme where state = 'PAUSED' and name like 'Facet Person %'"))
                .isEqualTo(2);
    }

    private Download tick(String... emails) {
        for (String email : emails) {
            page.locator("tbody tr", new Page.LocatorOptions().setHasText(email))
                    .locator("input[name=pick]")
                    .check();
        }
        return page.waitForDownload(() -> page.locator("#exportTicked").click());
    }

    private static com.microsoft.playwright.Locator pair(Page in, String one, String other) {
        return in.locator("#pairs > li")
                .filter(new com.microsoft.playwright.Locator.FilterOptions()
                        .setHas(in.getByText(one, new Page.GetByTextOptions().setExact(true))))
                .filter(new com.microsoft.playwright.Locator.FilterOptions()
                        .setHas(in.getByText(other, new Page.GetByTextOptions().setExact(true))));
    }

    private long imported() {
        return portal.rig().count("select count(*) from sme where " + IMPORTED);
    }
}
