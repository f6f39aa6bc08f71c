package org.smeportal.invitations.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.PageTest;

/** Picking more SMEs than fit into one address. */
class InvitePageIT extends PageTest {
    private static final int MANY = 145;
    private static final int A_PAGE = 20;

    @Test
    void aWaveHasAsManyAsArePickedOverAllPagesOfTheList() {
        for (int i = 0; i < MANY; i++) {
            portal.rig().update("""
                            insert into sme (public_id, email, name, country, zone, state, joined_on, created_at)
                            values (uuid(), ?1, ?2, 'PL', 'Europe/Warsaw', 'ACTIVE', '2020-01-01', '2020-01-01')""", "manyfold" + i + "@example.org", "Żółć Manyfold " + (1000 + i));
        }
        String event = (String) portal.rig()
                .rows("select public_id from event where status = 'PLANNED' and rsvp_deadline > utc_timestamp()"
                        + " order by starts_at desc limit 1")
                .get(0);
        account("manyfold.pm@example.org", "Paul Manyfold", "PM");
        signIn("manyfold.pm@example.org", PASSWORD);

        page.navigate("/app/invitations/invite/" + event + "?search=" + "Żółć");
        for (int picked = A_PAGE; picked < MANY; picked += A_PAGE) {
            page.locator("[data-pick-all]").check();
            page.locator(".pager button[name=page]").last().click();
            assertThat(page.locator(".bar")).containsText(picked + " picked.");
        }
        assertThat(page.locator("#search")).hasValue("Żółć");
        page.locator("[data-pick-all]").check();
        axe(page);
        page.locator("button.primary").click();
        assertThat(page.locator("ul.list li")).hasCount(MANY);

        page.locator("button[form=back]").click();
        assertThat(page.locator(".bar")).containsText(MANY + " picked.");
        page.locator("button.primary").click();
        page.locator("#send").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/invitations/panel/" + event + ".*"));
        assertThat(invited(event)).isEqualTo(MANY);

        page.locator("[id$=undo]").click();
        assertThat(page.locator(".messages")).isVisible();
        assertThat(invited(event)).isZero();
        portal.rig().update("delete from sme where email like 'manyfold%'");
    }

    private long invited(String event) {
        return portal.rig().count("""
                select count(*) from invitation i join event e on e.id = i.event_id join sme s on s.id = i.sme_id
                where e.public_id = ?1 and s.email like 'manyfold%'""", event);
    }
}
