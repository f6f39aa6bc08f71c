package org.smeportal.calendar.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.PageTest;

/** An SME's months to come on a desk and on a phone (R1.5): days away are added, seen beside events, and removed. */
class AvailabilityPageIT extends PageTest {
    private static final String SME = "availability@example.org";
    private static final String PAGE = "/app/calendar/availability";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** A day of the month after the next one. */
    private final LocalDate day = LocalDate.now(ZONE).withDayOfMonth(9).plusMonths(2);

    private UUID sme = new UUID(0, 0);

    @BeforeEach
    void anSmeWithAYesToAnEvent() {
        long account = account(SME, "Ava Lindqvist", "SME");
        portal.rig().update("""
                insert into sme (public_id, email, name, country, zone, state, account_id, joined_on, created_at)
                select uuid(), email, name, 'DE', zone, 'ACTIVE', id, '2019-01-01', utc_timestamp(6)
                from account where id = ?1 and not exists (select 1 from sme s where s.account_id = ?1)""", account);
        sme = UUID.fromString((String) portal.rig()
                .rows("select public_id from sme where account_id = ?1", account)
                .get(0));
        portal.rig().update("""
                insert into event (public_id, kind, title, status, modality, zone, starts_at, ends_at, rsvp_deadline,
                    lead_id, created_at)
                select uuid(), 'OTHER', 'Availability <b>talk</b>', 'INVITING', 'VIRTUAL', 'Europe/Berlin',
                    timestamp(?1, '09:00'), timestamp(?1, '12:00'), utc_timestamp(6), id, utc_timestamp(6)
                from account where email = 'pm@example.org'""", day.plusDays(5).toString());
        portal.rig().update("""
                insert into invitation (public_id, event_id, sme_id, status, wave, holds_seat, nonce, created_at)
                select uuid(), e.id, s.id, 'ACCEPTED', 1, true, 'x', e.created_at from event e join sme s
                where e.title like 'Availability %' and s.account_id = ?1""", account);
    }

    @AfterEach
    void takeAway() {
        portal.rig()
                .update("delete i from invitation i join event e on e.id = i.event_id"
                        + " where e.title like 'Availability %'");
        portal.rig().update("delete from event where title like 'Availability %'");
        portal.rig().update("delete b from sme_blackout b join sme s on s.id = b.sme_id where s.email = ?1", SME);
    }

    @Test
    void daysAwayAreAddedSeenBesideAnEventJoinedAndRemoved_R1_5() {
        for (Page window : List.of(page, phone())) {
            signIn(window, PAGE, SME, PASSWORD);
            assertThat(window.locator("table.month")).hasCount(6);
            assertThat(window.locator(".page-head")).containsText(Pattern.compile("(No events|1 event) in"));
            assertThat(cell(window, day.plusDays(5))).containsText("Event");
            axe(window);

            cell(window, day).click();
            assertThat(window.locator("#first")).hasValue(day.toString());
            window.locator("#last").fill(day.plusDays(2).toString());
            window.locator("#note").fill("<i>hut</i>");
            window.locator("#add").click();
            assertThat(window.locator(".messages")).containsText("Noted:");
            assertThat(window.locator("#periods li")).containsText("<i>hut</i>");
            assertThat(cell(window, day.plusDays(2))).containsText("Away");
            assertThat(cell(window, day.plusDays(3))).not().containsText("Away");
            assertThat(window.locator("#clashes")).hasCount(0);

            window.locator("#first").fill(day.plusDays(2).toString());
            window.locator("#last").fill(day.plusDays(6).toString());
            window.locator("#add").click();
            assertThat(window.locator(".messages")).containsText("It is one period now");
            assertThat(window.locator("#periods li")).hasCount(1);
            assertThat(window.locator("#clashes")).containsText("Your yes and your seat stay");
            assertThat(window.locator("#clashes a")).hasText("Availability <b>talk</b>");
            assertThat(cell(window, day.plusDays(5))).containsText(Pattern.compile("Away\\s*Event"));
            axe(window);

            window.locator("#clashes a").click();
            window.waitForURL(Pattern.compile(".*/app/invitations/my-event/.*"));
            window.goBack();
            window.locator("input[value=Remove]").click();
            assertThat(window.locator(".messages")).containsText("Removed:");
            assertThat(window.locator("#periods li")).hasCount(0);
            assertThat(window.locator("#clashes")).hasCount(0);
            assertThat(window.locator("#last")).hasValue(day.plusDays(6).toString());
            assertThat(window.locator("#note")).hasValue("<i>hut</i>");
            assertThat(cell(window, day)).not().containsText("Away");
        }
    }

    @Test
    void daysThatAreOverAreRefusedBesideTheirFieldAndStayTyped() {
        signIn(page, PAGE, SME, PASSWORD);
        page.locator("#first").fill("2020-03-10");
        page.locator("#note").fill("hut");
        page.locator("#add").click();
        assertThat(page.locator("body")).containsText("These days are over: the last of them is Tue 10 Mar 2020.");
        assertThat(page.locator("#first")).hasValue("2020-03-10");
        assertThat(page.locator("#note")).hasValue("hut");
        assertThat(page.locator("table.month")).hasCount(6);
    }

    @Test
    void aDayIsLargeEnoughForAFinger() {
        Page phone = phone();
        signIn(phone, PAGE + "?from=nonsense", SME, PASSWORD);
        assertThat(phone.locator("#first")).hasValue("");
        var box = cell(phone, day).boundingBox();
        assertThat(Math.min(box.width, box.height)).isGreaterThanOrEqualTo(40);
    }

    @Test
    void programmeManagersReadTheSameMonthsWithoutNotes_R1_5() {
        portal.rig().update("""
                insert into sme_blackout (public_id, sme_id, first_day, last_day, note)
                select uuid(), id, ?1, ?1, 'A secret hut' from sme where email = ?2""", day.toString(), SME);
        signIn(page, "/app/smes/sme/" + sme, "pm@example.org", PASSWORD);
        Locator months = page.locator("section", new Page.LocatorOptions().setHas(page.locator("table.month")));
        assertThat(months.locator("table.month")).hasCount(6);
        assertThat(months).containsText("Away");
        assertThat(page.locator("table.month a")).hasCount(0);
        assertThat(page.content()).doesNotContain("secret hut");
        axe(page);
    }

    private static Locator cell(Page window, LocalDate date) {
        return window.locator("a[href*='from=" + date + "']");
    }
}
