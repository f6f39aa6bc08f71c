package org.smeportal.calendar.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.PageTest;

/** The calendar (R2.6) by keyboard, with its state in the address, as an agenda on a phone; and a feed's address. */
class CalendarPageIT extends PageTest {

    /** A workshop of two days in the demo's 2020. */
    private static final String MARCH = "/app/calendar/calendar?date=2020-03-24";

    @Test
    void everyViewIsReachedAndLeftByKeyboardAndStandsInTheAddress_R2_6() {
        signIn(page, "/app/calendar/calendar", "pm@example.org", PASSWORD);
        for (String view : new String[] {"", "&view=week", "&view=agenda"}) {
            page.navigate(MARCH + view);
            assertThat(page.locator("a:visible", new Page.LocatorOptions().setHasText("Security Specialty"))
                            .first())
                    .containsText("Security Specialty");
            axe(page);
        }
        page.navigate(MARCH + "&kind=WORKSHOP");
        Locator bar = page.locator("td[colspan='2'] a.slot");
        assertThat(bar).containsText("Completed");
        press(page.locator("a[rel=next]"));
        page.waitForURL(Pattern.compile(".*date=2020-04-01.*"));
        assertThat(page.url()).contains("kind=WORKSHOP");
        assertThat(page.locator("h1")).hasText("April 2020");
        press(page.locator("a.slot").first());
        page.waitForURL(Pattern.compile(".*/app/events/event/.*"));
    }

    @Test
    void aPhoneShowsTheAgendaWhateverViewIsAskedFor_R2_6() {
        Page phone = phone();
        signIn(phone, "/app/calendar/calendar", "pm@example.org", PASSWORD);
        for (String view : new String[] {"", "&view=week"}) {
            phone.navigate(MARCH + view);
            assertThat(phone.locator("table")).isHidden();
            assertThat(phone.locator(".agenda a").first()).isVisible();
            axe(phone);
        }
    }

    @Test
    void anAddressIsMadeReadRenewedAndRevoked_R2_6() {
        signIn(page, "/app/calendar/feeds", "newcomer@example.org", PASSWORD);
        page.locator("[id$=':make']").click();
        String first = page.locator("input[data-copied=OWN]").inputValue();
        APIResponse feed = page.request().get(first);
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.text()).startsWith("BEGIN:VCALENDAR");
        axe(page);

        page.locator("[id$=':renew']").click();
        assertThat(page.locator("input[data-copied=OWN]")).not().hasValue(first);
        String second = page.locator("input[data-copied=OWN]").inputValue();
        assertThat(page.request().get(first).status()).isEqualTo(404);
        assertThat(page.request().get(second).status()).isEqualTo(200);

        page.locator("[id$=':revoke']").click();
        assertThat(page.locator("[id$=':make']")).isVisible();
        assertThat(page.request().get(second).status()).isEqualTo(404);
    }

    private static void press(Locator link) {
        link.focus();
        link.press("Enter");
    }
}
