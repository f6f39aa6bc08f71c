package org.smeportal.items.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.drafts.Drafts;
import org.smeportal.items.WritingRoom;
import org.smeportal.security.Caller;
import org.smeportal.testing.Browser;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.PortalProcess;
import org.smeportal.testing.Rig;
import org.smeportal.testing.StoryClock;

/** The server is killed while somebody writes, and started again: the page goes on by itself (R5.1). */
class KilledDeskPageHeavyIT {
    private static final String EMAIL = "killed.desk@example.org";
    private static final String BEFORE =
            "A shop keeps its orders in one queue. At noon the queue grows, and orders wait for"
                    + " minutes before a reader takes them. The team has two people, who read what nobody reads. ";
    private static final String AFTER = "Then the server is gone, and the writer goes on.";
    private static final String QUESTION = "Which change lets orders be read sooner?";

    /** So many letters are waited for until the server has the first of them; the rest is in flight when it dies. */
    private static final int ONCE_SAVED = 60;

    /** How long the desk waits at most before it sends what was typed. */
    private static final Duration SENT_AFTER = Duration.ofMillis(1500);

    private static final LocatorAssertions.IsVisibleOptions PATIENT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    private static final EmbeddedDatabase.Connection DATABASE = EmbeddedDatabase.fresh();
    private static final int PORT = EmbeddedDatabase.freePort();
    private static final String URL = "http://127.0.0.1:" + PORT;
    private static Rig rig;
    private static PortalProcess portal;
    private static Caller author;
    private static UUID item;

    private final List<String> faults = new ArrayList<>();
    private final Map<Instant, Integer> typed = new TreeMap<>();
    private String confirmed = "";
    private Duration slowest = Duration.ZERO;

    @BeforeAll
    static void start() {
        portal = process();
        Instant now = Clock.systemUTC().instant();
        rig = Rig.on(
                DATABASE.url(),
                DATABASE.user(),
                DATABASE.password(),
                new StoryClock(now),
                Rig.config(Duration.ofSeconds(60)));
        WritingRoom room = new WritingRoom(rig);
        author = Rigs.author(rig, DemoAccounts.insert(rig, EMAIL, "Desk Writer", "Europe/Berlin", "SME"), EMAIL);
        // of yesterday, so that the time to write is open at any hour
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        item = room.items.started(author, room.workshop(day, author), 1);
        portal.awaitReady();
    }

    @AfterAll
    static void stop() {
        portal.stop();
        rig.close();
    }

    private static PortalProcess process() {
        return PortalProcess.start(
                PORT, PortalProcess.variables(DATABASE, URL, Rig.SECRET, "none"), Path.of("target", "killed-desk"));
    }

    private static Map<String, String> stored() {
        long id = rig.count("select id from item where public_id = ?1", item.toString());
        return rig.as(
                author,
                () -> rig.get(Drafts.class).content(new Drafts.Of(id, item)).values());
    }

    @Test
    void theServerLacksTwoSecondsAtMostAndTheBrowserNothingAndAfterTheStartAllOfItIsOnTheServer() throws Exception {
        try (BrowserContext window =
                Browser.shared().newContext(new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(URL))) {
            Page page = opened(window);
            page.locator("#f-scenario").focus();
            int at = 0;
            while (at < ONCE_SAVED) {
                key(page, BEFORE.charAt(at++));
            }
            page.waitForCondition(() -> !confirmed.isEmpty());
            while (at < BEFORE.length()) {
                key(page, BEFORE.charAt(at++));
            }
            key(page, 'x');
            String whole = BEFORE.substring(0, at) + "x";
            Instant killed = Clock.systemUTC().instant();
            portal.process().destroyForcibly().waitFor();

            String stored = stored().getOrDefault("scenario", "");
            page.keyboard().type(AFTER);
            page.locator("#f-question").focus();
            page.keyboard().type(QUESTION);
            assertThat(page.locator("#deskState")).hasText("No connection. Kept on this device");
            assertThat(whole).startsWith(stored);
            assertThat(stored)
                    .as("what the page said was saved is saved")
                    .startsWith(confirmed)
                    .as("typed more than two seconds before the kill")
                    .startsWith(whole.substring(0, typedBefore(killed.minus(atMost()))));
            showsAll(page, whole);

            portal = process().awaitReady();
            assertThat(page.locator("#deskState.ok")).isVisible(PATIENT);
            showsAll(page, whole);
            assertThat(stored()).containsEntry("scenario", whole + AFTER).containsEntry("question", QUESTION);
            assertThat((Boolean) page.evaluate("window.neverReloaded"))
                    .as("the page was not opened again")
                    .isTrue();
            assertThat(faults).as("errors of the script").isEmpty();
        }
    }

    private Page opened(BrowserContext window) {
        Page page = window.newPage();
        page.onPageError(faults::add);
        page.onResponse(this::listen);
        page.navigate("/app/items/desk/" + item);
        page.locator("#email").fill(EMAIL);
        page.locator("#password").fill(DemoAccounts.PASSWORD);
        page.locator("#signIn").click();
        assertThat(page.locator("#desk[data-ready]")).isVisible(PATIENT);
        page.evaluate("() => { window.neverReloaded = true; }");
        return page;
    }

    private void key(Page page, char letter) {
        page.keyboard().type(Character.toString(letter));
        typed.put(Clock.systemUTC().instant(), typed.size() + 1);
    }

    private int typedBefore(Instant moment) {
        return typed.entrySet().stream()
                .filter(key -> key.getKey().isBefore(moment))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    /** Two seconds; longer where an answer takes longer than a quarter of a second, for then the machine is what is slow. */
    private Duration atMost() {
        Duration late = SENT_AFTER.plus(slowest.multipliedBy(2));
        Duration promised = Duration.ofSeconds(2);
        return late.compareTo(promised) > 0 ? late : promised;
    }

    private void listen(Response response) {
        String sent = response.request().method().equals("POST")
                        && response.url().contains("/app/items/draft/")
                        && response.status() == 200
                ? response.request().postData()
                : null;
        if (sent == null) {
            return;
        }
        double took = response.request().timing().responseStart;
        Duration answered = Duration.ofMillis(Math.round(Math.max(0, took)));
        slowest = answered.compareTo(slowest) > 0 ? answered : slowest;
        try (JsonReader reader = Json.createReader(new StringReader(sent))) {
            reader.readObject().getJsonArray("changes").getValuesAs(JsonObject.class).stream()
                    .filter(change -> change.getString("field").equals("scenario"))
                    .forEach(change -> confirmed = change.getString("value"));
        }
    }

    private static void showsAll(Page page, String whole) {
        assertThat(page.locator("#f-scenario")).hasValue(whole + AFTER);
        assertThat(page.locator("#f-question")).hasValue(QUESTION);
    }
}
