package org.smeportal.items.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smeportal.drafts.Drafts;
import org.smeportal.security.Caller;
import org.smeportal.testing.Browser;
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
        return portal.rig()
                .as(
                        author,
                        () -> portal.rig()
                                .get(org.smeportal.items.StartItem.class)
                                .start(Rigs.workshop(portal.rig(), author), 1));
    }

    private Map<String, String> stored(UUID item) {
        long id = portal.rig().count("select id from item where public_id = ?1", item.toString());
        return portal.rig()
                .as(
                        author,
                        () -> portal.rig()
                                .get(Drafts.class)
                                .content(new Drafts.Of(id, item))
                                .values());
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
        axeInBothThemes(page);
        page.getByRole(com.microsoft.playwright.options.AriaRole.MAIN)
                .getByRole(
                        com.microsoft.playwright.options.AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("New item"))
                .first()
                .focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/start-item"));
        axeInBothThemes(page);
        page.locator("#start").focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/desk/.*"));
        assertThat(page.locator("#desk[data-ready]")).isVisible();
        axeInBothThemes(page);
        page.locator("#f-domain").focus();
        page.keyboard().type("1");
        page.keyboard().press("Tab");
        if (page.locator("#f-task").isVisible()) {
            page.keyboard().type("1");
            page.keyboard().press("Tab");
        }
        page.keyboard()
                .type(
                        "A shop keeps its orders in one queue. At noon the queue grows, and orders wait for minutes before a"
                                + " reader takes them. The team has two people, and they want to spend less time on it.");
        page.keyboard().press("Alt+0");
        page.keyboard().type("Which change lets orders be read sooner with the LEAST operational overhead?");
        String[][] options = {
            {
                "Let the number of readers follow the length of the queue.",
                "More readers work while the queue is long, without anybody.",
                ""
            },
            {
                "Keep each message in the queue for twice as long as today.",
                "Messages that stay longer are not read any sooner.",
                "Takes keeping for reading."
            },
            {
                "Move the queue to a table that a job reads at each full hour.",
                "A job at each hour makes orders wait longer than today.",
                "Believes that many at once is soon."
            },
            {
                "Start ten more readers by hand at noon on working days.",
                "It helps at noon, yet somebody has to do it by hand.",
                "Does not count the work of people."
            }
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
        page.keyboard().press("Shift+Tab");
        tabTo("url");
        page.keyboard().type("https://docs.example.org/queues/scaling");
        page.keyboard().press("Tab");
        page.keyboard().type("A group of readers can follow the number of waiting messages.");
        assertThat(saved(page)).isVisible();
        axeInBothThemes(page);
        photograph();
        page.keyboard().press("Control+Enter");
        page.waitForURL(Pattern.compile(".*/submit-item/.*"));
        axeInBothThemes(page);
        page.locator("#submit").focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/my-item/.*"));
        axeInBothThemes(page);
        assertThat(page.locator(".facts")).containsText("Submitted");
        assertThat(portal.rig()
                        .count(
                                "select count(*) from draft d join item_author a on a.item_id = d.item_id"
                                        + " join sme s on s.id = a.sme_id where s.email = ?1",
                                email))
                .isZero();
    }

    /** Goes on by the tabulator until the field of a reference has the focus. */
    private void tabTo(String part) {
        for (int i = 0; i < 12; i++) {
            page.keyboard().press("Tab");
            if (part.equals(page.evaluate("document.activeElement.dataset.part"))) {
                return;
            }
        }
        throw new AssertionError("no way to " + part + " by keyboard");
    }

    @Test
    void withoutAConnectionAndThroughAClosedBrowserNotAWordIsMissing(@TempDir Path folder) {
        expectOffline();
        UUID item = started();
        String before = "A shop keeps its orders in one queue.";
        String after = " At noon the connection goes, and the writer goes on.";
        try (BrowserContext mine = Browser.keeping(folder, portal.url(""))) {
            Page desk = mine.pages().get(0);
            signIn(desk, "/app/items/desk/" + item, email, PASSWORD);
            assertThat(desk.locator("#desk[data-ready]")).isVisible();
            desk.locator("#f-scenario").pressSequentially(before);
            assertThat(saved(desk)).isVisible();
            mine.setOffline(true);
            desk.locator("#f-scenario").pressSequentially(after);
            desk.locator("#f-question").pressSequentially("Which change helps?");
            assertThat(desk.locator("#deskState")).hasText("No connection. Kept on this device");
            signIn(page, "/app/items/desk/" + item, email, PASSWORD);
            assertThat(page.locator("#f-scenario")).hasValue(before);
            page.close();
            assertThat(stored(item)).containsEntry("scenario", before).doesNotContainKey("question");
            // a page that closes sends its last words, and a browser that closes has its connection back
            endSessions();
        }
        assertThat(stored(item)).containsEntry("scenario", before).doesNotContainKey("question");
        try (BrowserContext again = Browser.keeping(folder, portal.url(""))) {
            Page desk = again.pages().get(0);
            signIn(desk, "/app/items/desk/" + item, email, PASSWORD);
            assertThat(desk.locator("#f-scenario")).hasValue(before + after);
            assertThat(desk.locator("#f-question")).hasValue("Which change helps?");
            assertThat(saved(desk)).isVisible();
            assertThat(desk.locator("#deskNotice")).containsText("back in their place");
        }
        assertThat(stored(item))
                .containsEntry("scenario", before + after)
                .containsEntry("question", "Which change helps?");
    }

    @Test
    void whatTheBrowserKeepsSaysNothingWithoutTheServer(@TempDir Path folder) throws Exception {
        expectOffline();
        UUID item = started();
        try (BrowserContext mine = Browser.keeping(folder, portal.url(""))) {
            Page desk = mine.pages().get(0);
            signIn(desk, "/app/items/desk/" + item, email, PASSWORD);
            assertThat(desk.locator("#desk[data-ready]")).isVisible();
            mine.setOffline(true);
            desk.locator("#f-scenario").pressSequentially("quokka marzipan zeppelin");
            assertThat(desk.locator("#deskState")).hasText("No connection. Kept on this device");
        }
        assertThat(filesWith(folder, item.toString()))
                .as("the journal is in these files")
                .isNotEmpty();
        assertThat(filesWith(folder, "marzipan")).isEmpty();
    }

    /** The files below the folder that hold the word as UTF-8 or UTF-16. */
    private static List<Path> filesWith(Path folder, String word) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        try {
                            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                            return bytes.contains(word) || bytes.contains(String.join("\0", word.split("")));
                        } catch (IOException gone) {
                            return false;
                        }
                    })
                    .toList();
        }
    }

    @Test
    void twoBrowsersMeetInAFieldAndTheWriterChooses() {
        expectOffline();
        UUID item = started();
        signIn(email, PASSWORD);
        desk(page, item);
        Page phone = phone();
        signIn(phone, "/app/items/desk/" + item, email, PASSWORD);
        assertThat(phone.locator("#desk[data-ready]")).isVisible();
        axeInBothThemes(phone);
        page.context().setOffline(true);
        page.locator("#f-scenario").fill("Mine, typed without a connection.");
        page.locator("#f-question").fill("Which of both?");
        phone.locator("#f-scenario").fill("Theirs, typed on the phone.");
        Locator first = phone.locator("#options textarea").first();
        first.fill("An option from the phone");
        assertThat(saved(phone)).isVisible();
        page.context().setOffline(false);
        Locator conflict = page.locator(".conflict");
        assertThat(conflict).containsText("Mine, typed without a connection.");
        assertThat(conflict).containsText("Theirs, typed on the phone.");
        assertThat(page.locator("#options textarea").first()).hasValue("An option from the phone");
        axeInBothThemes(page);
        page.locator("[data-keep=both]").click();
        assertThat(conflict).hasCount(0);
        assertThat(saved(page)).isVisible();
        assertThat(stored(item))
                .containsEntry("scenario", "Theirs, typed on the phone.\n\nMine, typed without a connection.")
                .containsEntry("question", "Which of both?");
    }

    @Test
    void aSessionThatEndsLosesNothing() {
        UUID item = started();
        signIn(email, PASSWORD);
        desk(page, item);
        endSessions();
        page.locator("#f-scenario").fill("Typed after the session was over.");
        assertThat(page.locator("#deskState")).hasText("Signed out. Kept on this device");
        Page tab = page.waitForPopup(() -> page.locator("#deskNotice a").click());
        type(tab, email, PASSWORD);
        tab.waitForURL(Pattern.compile(".*/desk/.*"));
        page.bringToFront();
        assertThat(saved(page)).isVisible();
        assertThat(stored(item)).containsEntry("scenario", "Typed after the session was over.");
    }

    /** The demo asks nobody for a second factor, so the answer of the gate is played here. */
    @Test
    void whenTheWorkshopEndsWithoutASecondFactorTheWordsStayAndTheDeskLeadsToIt() {
        expectStatus(403);
        UUID item = started();
        signIn(email, PASSWORD);
        desk(page, item);
        page.route(
                "**/items/draft/**",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setStatus(403)
                        .setContentType("application/json")
                        .setBody("{\"first\": \"/app/accounts/second-factor\"}")));
        page.locator("#f-scenario").fill("Typed after the workshop.");
        assertThat(page.locator("#deskNotice")).containsText("its items open only with a second factor");
        assertThat(page.locator("#deskNotice a"))
                .hasAttribute("href", "/app/accounts/second-factor?from=%2Fapp%2Fitems%2Fdesk%2F" + item);
        assertThat(kept(page)).isPositive();
        axeInBothThemes(page);
        page.unroute("**/items/draft/**");
        assertThat(saved(page)).isVisible();
        assertThat(page.locator("#deskNotice")).isHidden();
        assertThat(stored(item)).containsEntry("scenario", "Typed after the workshop.");
    }

    @Test
    void aFormerStateIsTakenBack() {
        UUID item = started();
        signIn(email, PASSWORD);
        desk(page, item);
        page.locator("#f-scenario").fill("As it was.");
        assertThat(saved(page)).isVisible();
        Page other = wide();
        signIn(other, "/app/items/desk/" + item, email, PASSWORD);
        assertThat(other.locator("#f-scenario")).hasValue("As it was.");
        other.locator("#f-scenario").fill("As another device has it.");
        assertThat(saved(other)).isVisible();
        assertThat(page.locator("#f-scenario")).hasValue("As another device has it.");
        page.navigate("/app/items/draft-history/" + item);
        page.locator(".list a").first().click();
        page.waitForURL(Pattern.compile(".*state=.*"));
        axeInBothThemes(page);
        page.locator("#restore").click();
        page.waitForURL(Pattern.compile(".*/desk/.*"));
        assertThat(page.locator("#f-scenario")).hasValue("As it was.");
        page.navigate("/app/items/candidate-view/" + item);
        axeInBothThemes(page);
        assertThat(page.locator(".paper")).containsText("As it was.");
    }

    /** R9.4: nothing stays on the device at sign-out, and no word goes without the writer's will. */
    @Test
    void signOutSendsWhatOnlyTheBrowserHasOrAsks() {
        expectOffline();
        UUID item = started();
        signIn(email, PASSWORD);
        desk(page, item);
        page.context().setOffline(true);
        page.locator("#f-scenario").fill("Only in this browser.");
        assertThat(page.locator("#deskState")).hasText("No connection. Kept on this device");
        BrowserContext window = page.context();
        page.close();
        window.setOffline(false);

        Page home = window.newPage();
        home.navigate("/app/home");
        home.onceDialog(com.microsoft.playwright.Dialog::dismiss);
        signOut(home);
        home.waitForURL("**/desk/" + item);
        assertThat(home.locator("#f-scenario")).hasValue("Only in this browser.");
        assertThat(saved(home)).isVisible();
        signOut(home);
        home.waitForURL(portal.url("/"));
        assertThat(kept(home)).isZero();
        assertThat(stored(item)).containsEntry("scenario", "Only in this browser.");

        signIn(home, "/app/items/desk/" + item, email, PASSWORD);
        assertThat(home.locator("#desk[data-ready]")).isVisible();
        home.route("**/draft/**", route -> route.abort());
        expectConsole("ERR_FAILED");
        home.locator("#f-scenario").fill("Not wanted.");
        assertThat(home.locator("#deskState")).hasText("No connection. Kept on this device");
        home.onceDialog(com.microsoft.playwright.Dialog::accept);
        signOut(home);
        home.waitForURL(portal.url("/"));
        assertThat(kept(home)).isZero();
    }

    @Test
    void whenTheTimeIsOverTheLastWordsCanBeCopiedAndNothingStaysOnTheDevice() {
        expectStatus(409);
        UUID item = started();
        signIn(email, PASSWORD);
        desk(page, item);
        portal.rig()
                .update(
                        "update event e join item i on i.event_id = e.id set e.starts_at = e.starts_at - interval 9 day,"
                                + " e.ends_at = e.ends_at - interval 9 day where i.public_id = ?1",
                        item.toString());
        page.locator("#f-scenario").fill("One sentence too late.");
        assertThat(page.locator("#deskNotice")).containsText("The last words were not saved.");
        axeInBothThemes(page);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.locator("#deskNotice button").click();
        assertThat(page.locator("#deskNotice button")).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("One sentence too late.");
        assertThat(kept(page)).isZero();
    }

    /** How many words of drafts the browser keeps. */
    private static int kept(Page in) {
        return (int) in.evaluate("""
                () => new Promise(done => {
                  const open = indexedDB.open("sme-desk");
                  open.onsuccess = () => {
                    const count = open.result.transaction("words").objectStore("words").count();
                    count.onsuccess = () => { open.result.close(); done(count.result); };
                  };
                })""");
    }

    private void endSessions() {
        portal.rig().update("delete from user_session where account_id = ?1", author.accountId());
    }

    /** The browser says each failed request in its console. */
    private void expectOffline() {
        expectConsole("ERR_INTERNET_DISCONNECTED");
    }
}
