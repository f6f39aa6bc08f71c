package org.smeportal.items.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.drafts.Drafts;
import org.smeportal.security.Caller;
import org.smeportal.testing.PageTest;

/** The writing desk in a browser (R5.1): by keyboard alone, without a connection, in two browsers at once. */
class DeskPageIT extends PageTest {
    private static int people;
    private String email = "";
    private Caller author = Caller.SYSTEM;

    /** An SME with a seat in a workshop that began an hour ago. */
    @BeforeEach
    void seat() {
        email = "desk" + ++people + "@example.org";
        long account = account(email, "Desk Writer", "SME");
        author = Rigs.author(portal.rig(), account, email);
    }

    private UUID started() {
        return portal.rig().as(author, () -> portal.rig().get(org.smeportal.items.StartItem.class)
                .start(Rigs.workshop(portal.rig(), author), 1));
    }

    private Map<String, String> stored(UUID item) {
        long id = portal.rig().count("select id from item where public_id = ?1", item.toString());
        return portal.rig()
                .as(author, () -> portal.rig().get(Drafts.class).content(new Drafts.Of(id, item)).values());
    }

    private Page desk(Page in, UUID item) {
        in.navigate("/app/items/desk/" + item);
        assertThat(in.locator("#desk[data-ready]")).isVisible();
        return in;
    }

    private static Locator saved(Page in) {
        return in.locator("#deskState.ok");
    }

    @Test
    void anItemIsWrittenFromEmptyToSubmittedByKeyboardAlone() {
        Rigs.workshop(portal.rig(), author);
        signIn(email, PASSWORD);
        page.navigate("/app/items/my-items");
        axe(page);
        page.getByRole(com.microsoft.playwright.options.AriaRole.MAIN)
                .getByRole(com.microsoft.playwright.options.AriaRole.LINK, new Locator.GetByRoleOptions().setName("New item"))
                .first()
                .focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/start-item"));
        axe(page);
        page.locator("#start").focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/desk/.*"));
        assertThat(page.locator("#desk[data-ready]")).isVisible();
        axe(page);
        page.locator("#f-domain").focus();
        page.keyboard().type("1");
        page.keyboard().press("Tab");
        if (page.locator("#f-task").isVisible()) {
            page.keyboard().type("1");
            page.keyboard().press("Tab");
        }
        page.keyboard()
                .type("A shop keeps its orders in one queue. At noon the queue grows, and orders wait for minutes before a"
                        + " reader takes them. The team has two people, and they want to spend less time on it.");
        page.keyboard().press("Alt+0");
        page.keyboard().type("Which change lets orders be read sooner with the LEAST operational overhead?");
        String[][] options = {
            {"Let the number of readers follow the length of the queue.", "More readers work while the queue is long, without anybody.", ""},
            {"Keep each message in the queue for twice as long as today.", "Messages that stay longer are not read any sooner.", "Takes keeping for reading."},
            {"Move the queue to a table that a job reads at each full hour.", "A job at each hour makes orders wait longer than today.", "Believes that many at once is soon."},
            {"Start ten more readers by hand at noon on working days.", "It helps at noon, yet somebody has to do it by hand.", "Does not count the work of people."}
        };
        for (int i = 0; i < options.length; i++) {
            page.keyboard().press("Alt+" + (i + 1));
            page.keyboard().type(options[i][0]);
            if (i == 0) {
                page.keyboard().press("Alt+k");
            }
            page.keyboard().press("Tab");
            page.keyboard().type(options[i][1]);
            if (i > 0) {
                page.keyboard().press("Tab");
                page.keyboard().type(options[i][2]);
            }
        }
        page.locator("#references input").first().focus();
        page.keyboard().type("Scaling readers by the length of a queue");
        page.keyboard().press("Tab");
        page.keyboard().type(java.time.LocalDate.now().format(java.time.format.DateTimeFormatter.ofPattern("ddMMyyyy")));
        page.keyboard().press("Tab");
        page.keyboard().type("https://docs.example.org/queues/scaling");
        page.keyboard().press("Tab");
        page.keyboard().type("A group of readers can follow the number of waiting messages.");
        assertThat(saved(page)).isVisible();
        axe(page);
        photograph();
        page.keyboard().press("Control+Enter");
        page.waitForURL(Pattern.compile(".*/submit-item/.*"));
        axe(page);
        page.locator("#submit").focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/my-item/.*"));
        axe(page);
        assertThat(page.locator(".facts")).containsText("Submitted");
        assertThat(portal.rig().count("select count(*) from draft d join item_author a on a.item_id = d.item_id"
                        + " join sme s on s.id = a.sme_id where s.email = ?1", email))
                .isZero();
    }
}
