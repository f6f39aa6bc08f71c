package org.smeportal.checks.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smeportal.security.SecretBox;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Pictures;
import org.smeportal.testing.Rig;

/**
 * An editor signs an item by keyboard, and sends another one back; a programme manager sees what is open; an administrator
 * changes what is asked (R6.4).
 */
class CheckPageIT extends PageTest {
    private static final String EDITOR = "check.editor@example.org";
    private static final String ADMIN = "check.admin@example.org";
    private static final String IDIOM = "No idiom, joke or knowledge from outside the exam is needed.";

    private UUID accepted(long exam, String code) {
        Rig rig = portal.rig();
        UUID item = UUID.randomUUID();
        rig.update("""
                insert into item (public_id, code, exam_id, domain, status, status_since, revision, created_at)
                values (?1, ?2, ?3, 1, 'QC1', utc_timestamp(6), 2, utc_timestamp(6))""", item.toString(), code, exam);
        revision(item, 1, "A lighthouse keeper counts ships in a ledger at night.");
        revision(item, 2, "A lighthouse keeper counts boats in a ledger at night.");
        return item;
    }

    private void revision(UUID item, int number, String scenario) {
        String options = """
                {"options":[{"id":"a","text":"Keep a queue of ships."},{"id":"b","text":"Move the lighthouse to a table."}]}""";
        String why = """
                {"a":{"rationale":"It fits.","misconception":""},"b":{"rationale":"It does not.","misconception":"Place."}}""";
        String sources = """
                {"sources":[{"id":"r","title":"Queues of ships","url":"https://docs.example.org/queues","quote":"Ships queue.","accessed":"2026-11-01"}]}""";
        List<Object> row = new ArrayList<>(List.of(item.toString(), number));
        row.add(sealed(item, number, "scenario", scenario));
        row.add(sealed(item, number, "question", "Which change meets this with the **least** effort?"));
        row.add(sealed(item, number, "options", options));
        row.add(sealed(item, number, "answer_key", "a"));
        row.add(sealed(item, number, "rationales", why));
        row.add(sealed(item, number, "sources", sources));
        portal.rig().update("""
                insert into item_revision (item_id, number, domain, submitted_at, scenario, question, options, answer_key,
                    rationales, sources)
                select id, ?2, 1, utc_timestamp(6), ?3, ?4, ?5, ?6, ?7, ?8 from item where public_id = ?1""", row.toArray());
    }

    private String sealed(UUID item, int revision, String field, String text) {
        return portal.rig()
                .get(SecretBox.class)
                .seal(
                        "items",
                        "revision:" + item + ":" + revision + ":" + field,
                        text.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void clear() {
        portal.rig().update("update item set status = 'REJECTED' where code like 'ITM-8ZZ%'");
        portal.rig()
                .update("delete q from checklist_question q join checklist c on c.id = q.checklist_id"
                        + " where c.duty = 'FAIRNESS' and c.number > 1");
        portal.rig().update("delete from checklist where duty = 'FAIRNESS' and number > 1");
    }

    @Test
    void anEditorSignsByKeyboardAndAProgrammeManagerSeesIt() {
        Rig rig = portal.rig();
        long editor = account(EDITOR, "Edda Moe", "SME");
        long pm = account("check.pm@example.org", "Priya Lund", "PM");
        long exam = rig.count("select min(exam_id) from exam_domain where number = 1");
        rig.update("""
                insert ignore into exam_duty (account_id, exam_id, duty, granted_by, granted_at)
                values (?1, ?3, 'EDITOR', 'test', utc_timestamp(6)), (?2, ?3, 'PM', 'test', utc_timestamp(6))""", editor, pm, exam);
        UUID item = accepted(exam, "ITM-8ZZA");
        signIn(page, "/app/home", EDITOR, PASSWORD);
        Page phone = phone();
        signIn(phone, "/app/home", EDITOR, PASSWORD);
        page.getByText("To the checks").click();
        assertThat(page.locator("h1")).hasText("Quality checks");
        look("/app/checks/queue", "queue", phone);
        look("/app/checks/check/" + item + "/EDITOR", "check", phone);
        assertThat(page.locator(".difference del")).containsText("ships");

        page.locator("#sign").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("8 questions have no answer yet")).isVisible();
        for (int question = 1; question <= 8; question++) {
            Locator yes = page.locator("input[name=mark" + question + "]").first();
            yes.focus();
            page.keyboard().press("Space");
        }
        page.locator("input[name=mark2]").first().focus();
        page.keyboard().press("ArrowRight");
        page.locator("#sign").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("Question 2 is answered with No")).isVisible();
        page.locator("input[name=note2]").focus();
        page.keyboard().type("A lighthouse has one light.");
        page.locator("#sign").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("1 reference is not ticked")).isVisible();
        assertThat(page.locator("input[name=note2]")).hasValue("A lighthouse has one light.");
        page.locator("input[name=opened]").focus();
        page.keyboard().press("Space");
        page.locator("#sign").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/app/checks/queue");
        assertThat(page.getByText("Your signature is stored.")).isVisible();
        assertThat(page.getByText("ITM-8ZZA")).hasCount(0);

        UUID other = accepted(exam, "ITM-8ZZB");
        page.navigate("/app/checks/check/" + other + "/EDITOR");
        page.locator("#reason").fill("Say which ledger.");
        page.locator("#revision").evaluate("field => field.value = 1");
        page.locator("#fail").click();
        assertThat(page.locator("#reason")).hasValue("Say which ledger.");

        Page wide = wide();
        signIn(wide, "/app/checks/signatures/" + item, "check.pm@example.org", PASSWORD);
        assertThat(wide.getByText("Edda Moe")).isVisible();
        assertThat(wide.getByText("A lighthouse has one light.")).isVisible();
        axe(wide);
        Pictures.take(wide, "check-signatures.png");
    }

    /** Answers that were given go along with their questions, to wherever these stand in the new version. */
    @Test
    void anAdministratorChangesAChecklistByKeyboardWhileACheckerHasItOpen() {
        Rig rig = portal.rig();
        long checker = account("check.fair@example.org", "Faye Orr", "SME");
        account(ADMIN, "Adam Min", "ADMIN");
        long exam = rig.count("select min(exam_id) from exam_domain where number = 1");
        rig.update("""
                insert ignore into exam_duty (account_id, exam_id, duty, granted_by, granted_at)
                values (?1, ?2, 'FAIRNESS', 'test', utc_timestamp(6))""", checker, exam);
        Page sheet = wide();
        signIn(
                sheet,
                "/app/checks/check/" + accepted(exam, "ITM-8ZZC") + "/FAIRNESS",
                "check.fair@example.org",
                PASSWORD);
        sheet.locator("input[name=mark2]").last().check();
        sheet.locator("input[name=note2]").fill("No idiom stands in it.");
        sheet.locator("input[name=note6]").fill("Nothing upsets.");

        signIn(page, "/app/programme/settings", ADMIN, PASSWORD);
        page.locator(".page-head").getByText("Checklists").click();
        Page second = wide();
        signIn(second, "/app/checks/edit-checklist/FAIRNESS", ADMIN, PASSWORD);
        page.getByLabel("Change the checklist of Fairness").click();
        press("lines:1:up");
        assertThat(page.locator("[id='lines:0:text']")).hasValue(IDIOM);
        assertThat(page.locator("[id='lines:0:down']")).isFocused();
        press("add");
        assertThat(page.locator("[id='lines:6:text']")).isFocused();
        press("save");
        assertThat(page.locator("li .field-error")).containsText("Question 7 is empty");
        assertThat(page.locator("[id='lines:0:text']")).hasValue(IDIOM);
        page.locator("[id='lines:6:text']").focus();
        page.keyboard().type("Each name can be said aloud by a screen reader.");
        page.locator("[id='lines:5:text']").fill("No topic in it is likely to upset anybody during an exam.");
        press("look");
        assertThat(page.locator("#asked")).isFocused();
        assertThat(page.locator("#preview legend").last())
                .hasText("7. Each name can be said aloud by a screen reader.");
        assertThat(page.locator("#preview .difference ins").last()).containsText("Each name");
        pictures(page, "edit");
        press("save");
        assertThat(page.getByText("Version 2 is what Fairness is asked now.")).isVisible();

        second.locator("[id='lines:0:remove']").click();
        assertThat(second.locator("#meanwhile")).containsText("Each name can be said aloud");
        assertThat(second.locator("[id='lines:0:text']")).hasValue(IDIOM);
        pictures(second, "meanwhile");
        second.getByText("Take theirs").click();
        second.locator("#save").click();
        assertThat(second.getByText("Nothing is different from version 2 of Fairness"))
                .isVisible();

        sheet.locator("#sign").click();
        assertThat(sheet.getByText("The checklist changed since you opened this page."))
                .isVisible();
        assertThat(sheet.getByText("7. Each name can be said aloud")).isVisible();
        assertThat(sheet.locator("input[name=mark1]").last()).isChecked();
        assertThat(sheet.locator("input[name=mark2]:checked")).hasCount(0);
        assertThat(sheet.locator("input[name=note1]")).hasValue("No idiom stands in it.");
        assertThat(sheet.locator("input[name=note6]")).hasValue("Nothing upsets.");
        sheet.locator("#sign").click();
        assertThat(sheet.getByText("6 questions have no answer yet")).isVisible();

        pictures(page, "lists");
        page.getByLabel("Versions of the checklist of Fairness").click();
        assertThat(page.locator(".difference del").last()).containsText("somebody");
        pictures(page, "version");
    }

    private void press(String id) {
        page.locator("[id='" + id + "']").focus();
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    private void pictures(Page shown, String name) {
        for (boolean narrow : List.of(true, false)) {
            shown.setViewportSize(narrow ? 390 : 1360, narrow ? 844 : 900);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                shown.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                Pictures.take(shown, "checklist-" + name + "-" + scheme + (narrow ? "-phone" : "") + ".png");
            }
            fits(shown);
        }
        axe(shown);
    }

    private void look(String path, String name, Page phone) {
        for (Page window : List.of(phone, page)) {
            window.navigate(path);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                window.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                axe(window);
                Pictures.take(window, "check-" + name + "-" + scheme + (window == phone ? "-phone" : "") + ".png");
            }
        }
    }
}
