package org.smeportal.disclosures.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.MailBox;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Pictures;
import org.smeportal.testing.Rig;

/** A programme manager is shown an author; an administrator asks, another person allows, and one look follows (R6.1). */
class AuthorPageIT extends PageTest {
    private static final String PM = "author.pm@example.org";
    private static final String ADMIN = "author.admin@example.org";
    private static final String WHY = "A passage stands word by word in a course that is sold.";

    /** An item of an exam without an open session, its code and who wrote it. */
    private Object[] item() {
        Rig rig = portal.rig();
        long pm = account(PM, "Priya Lund", "PM");
        account(ADMIN, "Alma Reed", "ADMIN");
        Object[] found = (Object[]) rig.rows("""
                select i.public_id, i.code, s.name, i.exam_id from item i join item_author a on a.item_id = i.id
                    join sme s on s.id = a.sme_id
                where i.revision > 0 and i.exam_id not in (select e.exam_id from review_session g
                    join review_round r on r.id = g.round_id join event e on e.id = r.event_id where g.state = 'OPEN')
                order by i.id limit 1""").get(0);
        rig.update("""
                insert ignore into exam_duty (account_id, exam_id, duty, granted_by, granted_at)
                values (?1, ?2, 'PM', 'test', utc_timestamp(6))""", pm, found[3]);
        return found;
    }

    @Test
    void aProgrammeManagerIsShownTheNameInOneAnswerOnly() {
        Object[] item = item();
        String name = (String) item[2];
        signIn(page, "/app/pipeline/item/" + item[0], PM, PASSWORD);
        page.locator("#author").click();
        assertThat(page.locator("h1")).hasText("Who wrote this item");
        assertThat(page.getByText(name)).hasCount(0);
        axe(page);
        page.locator("#show").click();
        assertThat(page.getByText("Give a reason.").first()).isVisible();
        page.locator("#reason").fill(WHY);
        Response answer = page.waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> page.locator("#show").click());
        Assertions.assertThat(answer.headerValue("cache-control")).contains("no-store");
        assertThat(page.locator("#name")).hasText(name);
        assertThat(page.locator("#reason")).hasCount(0);
        assertThat(page.getByText(WHY)).isVisible();
        axe(page);
        pictures(page, "shown");

        page.navigate("/app/disclosures/author/" + item[0]);
        assertThat(page.locator("#name")).hasCount(0);
        assertThat(page.getByText(name)).hasCount(0);
        assertThat(page.getByText(WHY)).isVisible();
        assertThat(page.getByText("Priya Lund").last()).isVisible();
        pictures(page, "author");
    }

    @Test
    void anAdministratorAsksAndLooksOnceAfterAnotherPersonAllowedIt() {
        Object[] item = item();
        String code = (String) item[1];
        String name = (String) item[2];
        String why = "Somebody outside says that they wrote this question.";
        Page admin = wide();
        signIn(admin, "/app/disclosures/asked", ADMIN, PASSWORD);
        admin.locator("#code").fill("ITM-NONE");
        admin.locator("#reason").fill(why);
        admin.locator("#send").click();
        assertThat(admin.getByText("No item with that code was handed in").first())
                .isVisible();
        assertThat(admin.locator("#reason")).hasValue(why);
        admin.locator("#code").fill(code.toLowerCase(java.util.Locale.ROOT));
        admin.locator("#send").click();
        assertThat(admin.getByText("Waits for an answer")).isVisible();
        axe(admin);
        pictures(admin, "asked");

        signIn(page, "/app/home", PM, PASSWORD);
        assertThat(page.getByText("1 request waits to be shown who wrote an item"))
                .isVisible();
        pictures(page, "home");
        page.navigate("/app/home");
        page.locator("a[href='/app/disclosures/asked'].button").click();
        axe(page);
        pictures(page, "waiting");
        page.getByRole(com.microsoft.playwright.options.AriaRole.LINK, link("Answer " + code))
                .click();
        assertThat(page.getByText(why)).isVisible();
        axe(page);
        pictures(page, "answer");
        page.locator("[id$=allow]").click();
        assertThat(page.getByText("Allowed: one look within seven days.")).isVisible();
        String mail = MailBox.parts(portal.mail().await(ADMIN, 1)).toString();
        Assertions.assertThat(mail).contains("/app/disclosures/asked").doesNotContain(code, name, "Somebody outside");
        Assertions.assertThat(MailBox.parts(portal.mail().await(PM, 1)).toString())
                .contains("/app/disclosures/asked")
                .doesNotContain(code, name, "Somebody outside");

        admin.navigate("/app/disclosures/asked");
        assertThat(admin.getByText(name)).hasCount(0);
        pictures(admin, "allowed");
        admin.locator("[id$=show]").click();
        assertThat(admin.locator("#name")).hasText(name);
        assertThat(admin.locator("#shown")).hasText(Pattern.compile(".*" + code + ".*"));
        axe(admin);
        pictures(admin, "looked");
        admin.navigate("/app/disclosures/asked");
        assertThat(admin.locator("#name")).hasCount(0);
        assertThat(admin.locator("[id$=show]")).hasCount(0);
        assertThat(admin.locator(".pill.SEEN")).isVisible();
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** Wide and narrow, light and dark, of what is shown now. */
    private void pictures(Page shown, String name) {
        for (int width : List.of(1360, 390)) {
            shown.setViewportSize(width, 844);
            if (width == 390) {
                axeButContrast(shown);
            }
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                shown.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                Pictures.take(shown, "author-" + name + "-" + width + "-" + scheme + ".png");
            }
        }
        shown.setViewportSize(1360, 900);
    }
}
