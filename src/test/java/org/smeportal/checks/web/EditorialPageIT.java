package org.smeportal.checks.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.smeportal.items.WrittenItems;
import org.smeportal.items.web.Rigs;
import org.smeportal.replies.AnswerComments;
import org.smeportal.replies.Reviewed;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Rig;

/** An author hands a change in as only editorial, takes it back once, and an editor signs it (items.md row 4, R6.3). */
class EditorialPageIT extends PageTest {
    private static final String AUTHOR = "editorial.author@example.org";
    private static final String EDITOR = "editorial.editor@example.org";
    private static final String BLOCKING = "Noon of which zone?";
    private static final String ANSWER = "It is midday where the company is.";

    private Rig rig;

    /** A group sent it back; its author answered and found other words. */
    private UUID reworded() {
        Caller author = Rigs.author(rig, account(AUTHOR, "Desk Writer", "SME"), AUTHOR);
        long manager = account("editorial.pm@example.org", "Petra Editorial", "PM");
        duty(account(EDITOR, "Edda Moe", "SME"), "EDITOR");
        duty(manager, "PM");
        WrittenItems items = new WrittenItems(rig);
        UUID item = items.submitted(author, Rigs.workshop(rig, author), 2);
        Caller pm = Rig.caller(manager, "Petra Editorial", "Europe/Berlin", Role.PM);
        Reviewed.revised(rig, pm, item, "Say when the queue grows.", BLOCKING);
        String comment = (String) rig.rows("""
                select c.public_id from review_comment c join review_entry n on n.id = c.entry_id
                    join item i on i.id = n.item_id where i.public_id = ?1""", item.toString()).get(0);
        rig.as(author, () -> rig.get(AnswerComments.class).answer(item, Map.of(UUID.fromString(comment), ANSWER)));
        items.reword(author, item);
        return item;
    }

    private void duty(long account, String duty) {
        rig.update("""
                insert into exam_duty (account_id, exam_id, duty, granted_by, granted_at)
                select ?1, id, ?2, 'test', utc_timestamp(6) from exam where code = 'SAP-C01'""", account, duty);
    }

    @Test
    void theAuthorAsksForASecondPersonWhoSigns() {
        rig = portal.rig();
        UUID item = reworded();
        signIn(page, "/app/items/submit-item/" + item, AUTHOR, PASSWORD);
        Page phone = phone();
        signIn(phone, "/app/items/submit-item/" + item, AUTHOR, PASSWORD);
        look("submit", phone);
        handInByKeyboard();
        assertThat(page.locator(".facts")).containsText("waits for an editor");
        look("author", phone);
        page.locator("#takeBack").click();
        page.waitForURL(Pattern.compile(".*/desk/.*"));
        assertThat(page.locator("#desk[data-ready]")).isVisible();
        page.navigate("/app/items/submit-item/" + item);
        handInByKeyboard();
        page.navigate("/app/items/desk/" + item);
        page.waitForURL(Pattern.compile(".*/my-item/.*"));

        Page editor = wide();
        signIn(editor, "/app/checks/queue", EDITOR, PASSWORD);
        page = editor;
        String code = (String) rig.rows("select code from item where public_id = ?1", item.toString())
                .get(0);
        page.getByText(code).click();
        assertThat(page.locator("h1")).hasText("Editorial change");
        assertThat(page.locator(".difference ins").first()).containsText("midday");
        assertThat(page.locator("main")).containsText(BLOCKING);
        assertThat(page.locator("main")).containsText(ANSWER);
        Page other = phone();
        signIn(other, "/app/checks/editorial/" + item, EDITOR, PASSWORD);
        look("editor", other);
        page.locator("#sign").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/app/checks/queue");
        assertThat(page.getByText("Your signature is stored.")).isVisible();
        other.locator("#group").click();
        assertThat(other.locator("main")).containsText("This is over");

        Page wide = wide();
        signIn(wide, "/app/checks/signatures/" + item, "editorial.pm@example.org", PASSWORD);
        assertThat(wide.locator("main")).containsText("Edda Moe");
        picture(wide, "signatures");
        rig.update("update item set status = 'REJECTED' where public_id = ?1", item.toString());
    }

    private void handInByKeyboard() {
        page.locator("#route input").first().focus();
        page.keyboard().press("ArrowDown");
        page.locator("#submit").focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/my-item/.*"));
    }

    private void look(String name, Page phone) {
        phone.navigate(page.url());
        for (Page window : List.of(phone, page)) {
            axe(window);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                window.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                picture(window, name + "-" + scheme + (window == phone ? "-phone" : ""));
            }
        }
    }

    private static void picture(Page window, String name) {
        window.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "editorial-" + name + ".png"))
                .setFullPage(true));
    }
}
