package org.smeportal.events.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.Browser;
import org.smeportal.testing.PageTest;

/** Planning with conflicts in view (R2.5), with the venue book, and again (R2.1), with and without script. */
class EventEditPageIT extends PageTest {
    private static final String PM = "planning-pm@example.org";
    private static final String ALFAMA = "Tagus Conference House, Alfama · Lisbon (24)";
    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(400);

    @BeforeEach
    void aProgrammeManagerOfTheirOwn() {
        if (portal.rig().count("select count(*) from account where email = ?1", PM) == 0) {
            account(PM, "Petra Planning", "PM");
        }
    }

    private static void type(Page in, String title, LocalDate first, String from, String to) {
        in.navigate("/app/events/event-edit");
        in.locator("#title").fill(title);
        in.locator("#firstDay").fill(first.toString());
        in.locator("#from").fill(from);
        in.locator("#to").fill(to);
        in.locator("#to").blur();
    }

    private static void keep(Page in) {
        in.locator("#keepDraft").click();
        assertThat(in).hasURL(Pattern.compile(".*/app/events/event/[0-9a-f-]{36}.*"));
    }

    @Test
    void conflictsStandThereWhileAPlanIsTypedAndNeverStopIt() {
        signIn(page, "/app/events/event-edit", PM, PASSWORD);
        assertThat(page.locator("#conflicts")).containsText("Once the days and hours are typed");
        type(page, "Morning <b>one</b>", day, "09:00", "12:00");
        page.locator("#place").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(ALFAMA));
        assertThat(page.locator("#venueName")).hasValue("Tagus Conference House, Alfama");
        assertThat(page.locator("#venueAddress")).hasValue("Cais do Sodré, Lisbon, Portugal");
        assertThat(page.locator("#zone")).hasValue("Europe/Lisbon");
        assertThat(page.locator("#conflicts")).containsText("Nothing speaks against");
        keep(page);
        assertThat(page.locator("#conflicts")).containsText("Nothing speaks against");

        type(page, "Same morning", day, "11:00", "13:00");
        assertThat(page.locator("#conflicts")).containsText("Petra Planning leads another event then.");
        assertThat(page.locator("#conflicts")).containsText("Morning <b>one</b>");
        assertThat(page.locator(".bar")).containsText("1 conflict");
        page.locator("#place").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(ALFAMA));
        assertThat(page.locator("#conflicts")).containsText("is taken by another event then.");
        page.locator("#seatsInPerson").fill("99");
        page.locator("#seatsInPerson").blur();
        assertThat(page.locator("#conflicts")).containsText("Alfama holds 24 people; 99 seats are planned.");
        axe(page);
        page.locator("#check").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/events/event-edit$"));
        assertThat(page.locator("#title")).hasValue("Same morning");
        assertThat(page.locator("#conflicts")).containsText("3 conflicts");
        keep(page);
        assertThat(page.locator(".messages")).containsText("3 conflicts are listed");
        page.locator("#conflicts a").first().click();
        assertThat(page.locator("h1")).hasText("Morning <b>one</b>");
        assertThat(page.locator("#conflicts")).containsText("Same morning");
    }

    @Test
    void anEventPlannedAgainSaysWhatIsCopiedUntilItIsSaved() {
        signIn(page, "/app/events/event-edit", PM, PASSWORD);
        type(page, "Once", day.plusDays(20), "09:00", "12:00");
        page.locator("#modality").selectOption("VIRTUAL");
        page.locator("#meetingLink").fill("https://meet.example.org/once");
        keep(page);
        page.getByText("Plan again").click();
        page.locator("#on").fill(day.plusDays(50).toString());
        axe(page);
        page.getByText("Open the form").click();
        assertThat(page.locator("#copy")).containsText("Planned again: Once");
        assertThat(page.locator("#copy")).containsText("1 session, at the same hours");
        assertThat(page.locator("#copy")).containsText("Those of last time could walk in.");
        assertThat(page.locator("#firstDay")).hasValue(day.plusDays(50).toString());
        assertThat(page.locator("#meetingLink")).hasValue("");
        axe(page);
        page.locator("#title").fill("");
        page.locator("#keepDraft").click();
        assertThat(page.locator(".field-error")).not().hasCount(0);
        assertThat(page.locator("#copy")).containsText("Planned again: Once");
        assertThat(page.locator("#conflicts")).containsText("Nothing speaks against");
        page.locator("#title").fill("Twice");
        keep(page);
        assertThat(page.locator("h1")).hasText("Twice");
    }

    @Test
    void aFieldThatCannotBeReadIsNotTakenForTheWorkOfSomebodyElse() {
        signIn(page, "/app/events/event-edit", PM, PASSWORD);
        type(page, "Alone", day.plusDays(30), "09:00", "12:00");
        keep(page);
        page.getByText("Edit").first().click();
        page.locator("#title").fill("");
        page.locator("#save").click();
        assertThat(page.locator(".field-error")).not().hasCount(0);
        assertThat(page.locator("#meanwhile")).hasCount(0);
        page.locator("#title").fill("Still alone");
        page.locator("#save").click();
        assertThat(page.locator("h1")).hasText("Still alone");
    }

    @Test
    void withoutScriptTheBookAndTheConflictsComeWithTheCheck() {
        try (BrowserContext plain = Browser.shared()
                .newContext(new NewContextOptions()
                        .setBaseURL(portal.url(""))
                        .setViewportSize(390, 844)
                        .setJavaScriptEnabled(false))) {
            Page window = plain.newPage();
            signIn(window, "/app/events/event-edit", PM, PASSWORD);
            for (String title : new String[] {"Plain one", "Plain two"}) {
                type(window, title, day.plusDays(10), "09:00", "12:00");
                window.locator("#place")
                        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(ALFAMA));
                window.locator("#check").click();
                assertThat(window.locator("#venueName")).hasValue("Tagus Conference House, Alfama");
                assertThat(window.locator("#zone")).hasValue("Europe/Lisbon");
                assertThat(window.locator("#conflicts"))
                        .containsText(title.endsWith("one") ? "Nothing speaks against" : "2 conflicts");
                keep(window);
            }
            assertThat(window.locator(".messages")).containsText("2 conflicts are listed");
        }
    }
}
