package org.smeportal.checks.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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
import org.smeportal.testing.Pictures;
import org.smeportal.testing.Rig;

/** The two ways in which an editor takes part in a revision: signs an editorial change, or revises in the author's place (items.md row 4, R6.3). */
class EditorialPageIT extends PageTest {
    private static final String AUTHOR = "editorial.author@example.org";
    private static final String PASSED_OVER = "editorial.passed.over@example.org";
    private static final String EDITOR = "editorial.editor@example.org";
    private static final String MANAGER = "editorial.pm@example.org";
    private static final String BLOCKING = "Noon of which zone?";
    private static final String ANSWER = "It is midday where the company is.";

    private Rig rig;

    /** A group sent it back; its author answered and found other words. */
    private UUID reworded(String email) {
        Caller author = Rigs.author(rig, account(email, "Desk Writer", "SME"), email);
        long manager = account(MANAGER, "Petra Editorial", "PM");
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
                select ?1, id, ?2, 'test', utc_timestamp(6) from exam where code = 'SAP-C01'
                on duplicate key update granted_by = granted_by""", account, duty);
    }

    @Test
    void theAuthorAsksForASecondPersonWhoSigns() {
        rig = portal.rig();
        UUID item = reworded(AUTHOR);
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
        page.getByText(code(item)).click();
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
        signIn(wide, "/app/checks/signatures/" + item, MANAGER, PASSWORD);
        assertThat(wide.locator("main")).containsText("Edda Moe");
        picture(wide, "signatures");
        rig.update("update item set status = 'REJECTED' where public_id = ?1", item.toString());
    }

    @Test
    void aProgrammeManagerNamesAnEditorWhoGoesOnWhereTheAuthorStopped() {
        rig = portal.rig();
        UUID item = reworded(PASSED_OVER);
        signIn(page, "/app/pipeline/item/" + item, MANAGER, PASSWORD);
        assertThat(page.locator(".bar")).containsText("It is with its author.");
        assertThat(page.locator("#nameEditor")).hasText("Let an editor revise it");
        page.locator("#nameEditor").click();
        page.locator("#save").click();
        assertThat(page.locator(".field-error")).containsText("Choose somebody");
        Page phone = phone();
        signIn(phone, "/app/pipeline/name-editor/" + item, MANAGER, PASSWORD);
        look("name", phone);
        page.locator("#editor").selectOption("Edda Moe");
        page.locator("#save").click();
        page.waitForURL("**/app/pipeline/item-list**");
        assertThat(page.locator(".messages")).containsText("is with the editor now");
        page.navigate("/app/pipeline/item-list?code=" + code(item));
        assertThat(page.locator("tbody tr")).containsText("an editor revises it");
        look("list", phone);
        page.navigate("/app/pipeline/name-editor/" + item);
        assertThat(page.locator("#held")).hasText("Edda Moe revises it in its author’s place");
        look("named", phone);
        page.navigate("/app/pipeline/item/" + item);
        assertThat(page.locator(".bar")).containsText("Edda Moe revises it");
        assertThat(page.locator("#nameEditor")).hasText("Change who revises it");

        Page author = wide();
        signIn(author, "/app/items/my-item/" + item, PASSED_OVER, PASSWORD);
        assertThat(author.locator("main")).containsText("An editor of the exam goes on with it in your place");
        picture(author, "handed-over");
        author.navigate("/app/items/desk/" + item);
        author.waitForURL(Pattern.compile(".*/my-item/.*"));

        Page editor = wide();
        signIn(editor, "/app/checks/queue", EDITOR, PASSWORD);
        page = editor;
        Page other = phone();
        signIn(other, "/app/checks/queue", EDITOR, PASSWORD);
        look("queue", other);
        editor.locator("a[href$='/app/items/desk/" + item + "']").click();
        assertThat(editor.locator("#desk[data-ready]")).isVisible();
        assertThat(editor.locator("#f-scenario")).hasValue(Pattern.compile("At midday.*", Pattern.DOTALL));
        look("desk", other);
        editor.locator("#f-question").fill("Which change keeps orders flowing at midday with the LEAST effort?");
        editor.locator("#handIn").click();
        assertThat(editor.locator(".difference ins").first()).isVisible();
        editor.locator("#submit").click();
        editor.waitForURL("**/app/checks/queue");
        assertThat(editor.locator("main")).not().containsText(code(item));
        author.navigate("/app/items/my-item/" + item);
        assertThat(author.locator(".facts")).containsText("Submitted");
        rig.update("update item set status = 'REJECTED' where public_id = ?1", item.toString());
    }

    private String code(UUID item) {
        return (String) rig.rows("select code from item where public_id = ?1", item.toString())
                .get(0);
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
        Pictures.take(window, "editorial-" + name + ".png");
    }
}
