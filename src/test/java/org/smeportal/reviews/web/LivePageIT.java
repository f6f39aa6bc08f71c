package org.smeportal.reviews.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smeportal.accounts.SignIn;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.reviews.Aspect;
import org.smeportal.reviews.Live;
import org.smeportal.reviews.ReviewRoom;
import org.smeportal.reviews.ScheduleReview;
import org.smeportal.reviews.Verdict;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Browser;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.PortalProcess;
import org.smeportal.testing.Rig;
import org.smeportal.testing.StoryClock;

/**
 * A group reviews live (R6.2): a programme manager and eight members, each in a browser of their own, on two application nodes
 * behind a round robin that sends every request to the next one.
 */
class LivePageIT {
    private static final int MEMBERS = 8;
    private static final int ITEMS = 5;
    private static final double PATIENCE = 60_000;
    private static final LocatorAssertions.HasTextOptions PATIENT =
            new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String AXE = axeScript();
    private static final String FINDINGS = """
            async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
              .filter(rule => ["serious", "critical"].includes(rule.impact))
              .map(rule => rule.id + ": " + rule.nodes.map(node => node.html).join(" and "))""";
    private static final EmbeddedDatabase.Connection DATABASE = EmbeddedDatabase.fresh();
    private static final int PORT = EmbeddedDatabase.freePort();
    private static final String URL = "http://127.0.0.1:" + PORT;
    private static final List<PortalProcess> NODES = new ArrayList<>();
    private static RoundRobin proxy;
    private static Rig rig;
    private static ReviewRoom room;

    private static Caller other;

    @RegisterExtension
    final AfterTestExecutionCallback picture =
            test -> test.getExecutionException().ifPresent(failure -> photograph());

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        int first = EmbeddedDatabase.freePort();
        int second = EmbeddedDatabase.freePort();
        NODES.add(node(first));
        rig = Rig.on(
                DATABASE.url(),
                DATABASE.user(),
                DATABASE.password(),
                new StoryClock(Clock.systemUTC().instant()),
                Rig.config(Duration.ofSeconds(60)));
        room = new ReviewRoom(rig, MEMBERS, ITEMS + 2);
        other = room.room.author("Second Manager", Role.PM);
        room.room.duty(other, "SAP");
        NODES.get(0).awaitReady();
        NODES.add(node(second).awaitReady());
        proxy = new RoundRobin(PORT, List.of(first, second));
        DemoAccounts.insert(rig, "password@example.org", "Password", "Europe/Berlin");
        Object hash = rig.rows("select password_hash from account where email = 'password@example.org'")
                .get(0);
        rig.update("update account set password_hash = ?1, zone = 'Europe/Berlin'", hash);
        rig.clock().set(Clock.systemUTC().instant());
    }

    private static String axeScript() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PortalProcess node(int port) {
        return PortalProcess.start(
                port,
                PortalProcess.variables(DATABASE, URL, Rig.SECRET, "none"),
                Path.of("target", "live-review", "node-" + port));
    }

    @AfterAll
    static void stop() {
        proxy.close();
        NODES.forEach(PortalProcess::stop);
        rig.close();
    }

    @AfterEach
    void close() {
        windows.forEach(BrowserContext::close);
        assertThat(faults).as("errors of the script").isEmpty();
    }

    private void photograph() {
        int number = 0;
        for (BrowserContext window : windows) {
            picture(window.pages().get(0), "failed-" + ++number);
        }
    }

    // ---- people and their windows

    private BrowserContext signedIn(long account) {
        BrowserContext window = Browser.shared()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(URL)
                        .setViewportSize(1360, 900)
                        .setLocale("en-GB")
                        .setReducedMotion(ReducedMotion.REDUCE));
        window.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        window.onPage(page -> page.onPageError(faults::add));
        window.addCookies(List.of(cookie(account)));
        windows.add(window);
        return window;
    }

    private static Cookie cookie(long account) {
        String email = (String)
                rig.rows("select email from account where id = ?1", account).get(0);
        String secret = rig.as(
                Caller.SYSTEM,
                () -> rig.get(SignIn.class)
                        .signIn(new SignIn.Attempt(email, DemoAccounts.PASSWORD, "127.0.0.1", "LivePageIT")));
        return new Cookie("portal", secret).setUrl(URL);
    }

    private Page member(int number, UUID session) {
        return opened(signedIn(room.members.get(number).accountId()), "session", session);
    }

    private Page lead(UUID session) {
        return opened(signedIn(room.pm.accountId()), "lead", session);
    }

    private static Page opened(BrowserContext window, String screen, UUID session) {
        Page page = window.newPage();
        page.navigate("/app/reviews/" + screen + "/" + session);
        assertThat(page.locator("#reviewState")).not().hasText("Opening");
        return page;
    }

    private static UUID scheduled(List<UUID> items) {
        return room.room
                .byPm(() -> rig.get(ScheduleReview.class).schedule(new ScheduleReview.Batch(room.event, items, 1)))
                .get(0);
    }

    private static Live.Current at(UUID session) {
        return room.at(room.pm, session);
    }

    // ---- what they do and see

    private static void vote(Page page, String key) {
        page.keyboard().press(key);
        assertThat(page.locator("#ownVerdict")).hasText(Pattern.compile("Stored: .*"), PATIENT);
    }

    private static void keys(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private static void shows(List<Page> pages, String state) {
        pages.forEach(page -> assertThat(page.locator("#review")).hasAttribute("data-state", state));
    }

    private static void standsAt(List<Page> pages, int place) {
        pages.forEach(page -> assertThat(page.locator("#reviewTitle"))
                .hasText(Pattern.compile("Item " + place + " of \\d"), PATIENT));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("LivePageIT-" + name + ".png"))
                .setFullPage(true));
    }

    private static void watch(List<Page> pages) {
        pages.forEach(page -> page.evaluate("""
                () => {
                  const root = document.getElementById("review");
                  window.pressed = 0;
                  window.opened = 0;
                  addEventListener("keydown", () => { window.pressed = Date.now(); }, true);
                  new MutationObserver(() => {
                    if (!window.opened && root.dataset.state === "REVEALED") { window.opened = Date.now(); }
                  }).observe(root, { attributes: true });
                }"""));
    }

    private static void report(List<Page> pages, Page lead) {
        double pressed = number(lead, "pressed");
        double last =
                pages.stream().mapToDouble(page -> number(page, "opened")).max().orElse(0);
        // at once: a line in pieces ends the channel to the runner of the tests
        System.out.println(
                "from the reveal to the last of " + pages.size() + " screens: " + Math.round(last - pressed) + " ms");
    }

    private static double number(Page page, String name) {
        return ((Number) page.evaluate("window." + name)).doubleValue();
    }

    /** Reveals when all have answered, decides with that key and reason, and goes on. */
    private static void decide(Page lead, String key, String reason) {
        assertThat(lead.locator("#reviewAnswered")).hasText("8 of 8 have answered", answered());
        keys(lead, "r");
        shows(List.of(lead), "REVEALED");
        keys(lead, key);
        lead.keyboard().type(reason);
        keys(lead, "Control+Enter");
        shows(List.of(lead), "DECIDED");
    }

    @Test
    void nineScreensOnTwoNodesEndInTheSameStateAndNoVerdictIsLost() throws Exception {
        UUID session = scheduled(room.items.subList(0, ITEMS));
        Page lead = lead(session);
        List<Page> all = new ArrayList<>();
        for (int number = 0; number < MEMBERS - 1; number++) {
            all.add(member(number, session));
        }
        all.forEach(page -> assertThat(page.locator("#reviewEmpty")).containsText("opens this session"));
        picture(lead, "planned");
        keys(lead, "o");
        standsAt(all, 1);

        // first item: one is late, a comment stops the acceptance, the text is changed
        commentOnTheFirstOption(all.get(1));
        for (Page page : all) {
            vote(page, "2");
        }
        nothingIsToldBeforeTheReveal(all, session);
        picture(all.get(1), "verdicts");
        picture(lead, "lead-verdicts");
        watch(all);
        watch(List.of(lead));
        keys(lead, "r", "Enter");
        shows(all, "REVEALED");
        report(all, lead);
        APIResponse late = post(all.get(0), session, """
                {"act":"verdict","entry":"%s","verdict":"ACCEPT"}""".formatted(at(session).entry()));
        assertThat(late.status()).as("a verdict after the reveal").isEqualTo(409);
        edit(lead, all);
        picture(lead, "lead-editing");
        keys(lead, "Escape");
        picture(all.get(2), "revealed");
        keys(lead, "a", "Control+Enter");
        assertThat(lead.locator("[data-refused=lead]")).containsText("blocking comment");
        keys(lead, "Escape", "b", "Enter");
        assertThat(lead.locator(".said.settled")).isVisible();
        keys(lead, "a", "Control+Enter");
        shows(all, "DECIDED");
        picture(all.get(2), "decided");

        // second item: the late joiner and a reload land where the group is
        keys(lead, "n");
        standsAt(all, 2);
        Page joiner = member(MEMBERS - 1, session);
        all.add(joiner);
        standsAt(all, 2);
        vote(all.get(0), "1");
        all.get(0).reload();
        assertThat(all.get(0).locator("#ownVerdict")).hasText("Stored: Accept. You can change it until the reveal.");
        for (Page page : all.subList(1, MEMBERS)) {
            vote(page, "3");
        }
        decide(lead, "v", "Name the service.");

        // third item: a node dies in the middle
        keys(lead, "n");
        standsAt(all, 3);
        for (Page page : all.subList(0, 4)) {
            vote(page, "1");
        }
        NODES.get(0).process().destroyForcibly();
        all.subList(4, MEMBERS).forEach(page -> page.keyboard().press("1"));
        NODES.get(0).process().waitFor();
        all.forEach(page -> assertThat(page.locator("#reviewAnswered")).hasText("8 of 8 have answered", answered()));
        assertThat(lead.locator("#reviewAnswered")).hasText("8 of 8 have answered", answered());
        watch(all);
        watch(List.of(lead));
        keys(lead, "r");
        shows(all, "REVEALED");
        report(all, lead);
        keys(lead, "a", "Control+Enter");
        shows(all, "DECIDED");

        for (int place = 4; place <= ITEMS; place++) {
            keys(lead, "n");
            standsAt(all, place);
            for (Page page : all) {
                vote(page, "4");
            }
            decide(lead, "x", "Nobody would know that by heart.");
        }
        shows(all, "DECIDED");
        all.forEach(page -> {
            assertThat(page.locator("#decisionReason")).hasText("Nobody would know that by heart.");
            assertThat(page.locator("#reviewNotice")).isHidden();
        });
        keys(lead, "q");
        picture(lead, "closing");
        keys(lead, "Enter");
        assertThat(lead.locator("#reviewEmpty")).containsText("Accepted: 2. To be revised: 1. Rejected: 2.");
        all.forEach(page -> assertThat(page.locator("#reviewEmpty")).containsText("closed"));

        assertThat(rig.rows("""
                select concat(n.place, ' ', v.verdict, ' ', count(*)) from verdict v join review_entry n on n.id = v.entry_id
                    join review_session s on s.id = n.session_id where s.public_id = ?1
                group by n.place, v.verdict order by n.place, v.verdict""", session.toString()))
                .isEqualTo(List.of("1 CHANGE 7", "2 ACCEPT 1", "2 REVISE 7", "3 ACCEPT 8", "4 REJECT 8", "5 REJECT 8"));
        assertThat(rig.rows("""
                select n.outcome from review_entry n join review_session s on s.id = n.session_id
                where s.public_id = ?1 order by n.place""", session.toString()))
                .isEqualTo(List.of("ACCEPT", "REVISE", "ACCEPT", "REJECT", "REJECT"));
    }

    private static LocatorAssertions.HasTextOptions answered() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    }

    private static void commentOnTheFirstOption(Page page) {
        keys(page, "c");
        page.keyboard().type("A rule could also do that.");
        page.locator("#aspect").selectOption("OPTION");
        page.locator("#blocking").check();
        page.locator("#comment").focus();
        keys(page, "Control+Enter");
        assertThat(page.locator("#ownComments .said")).containsText("A rule could also do that.");
        assertThat(page.locator("#commentForm")).isHidden();
    }

    private static void edit(Page lead, List<Page> all) {
        keys(lead, "e");
        Locator scenario = lead.locator("#edit-scenario");
        assertThat(scenario).isFocused();
        keys(lead, "Control+Home");
        lead.keyboard().type("The team is small. ");
        keys(lead, "Control+s");
        assertThat(lead.locator("#editSaid")).hasText("Saved. The group sees it.");
        all.forEach(page -> {
            assertThat(page.locator("#reviewItem")).containsText("The team is small.");
            assertThat(page.locator("#differences ins")).containsText("small");
        });
    }

    // ---- what a member may not ask

    private static APIResponse post(Page page, UUID session, String json) {
        return page.request()
                .post(
                        "/app/reviews/live/" + session,
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData(json));
    }

    private static void nothingIsToldBeforeTheReveal(List<Page> all, UUID session) {
        Page page = all.get(2);
        String entry = at(session).entry().toString();
        UUID next = room.seen(room.pm, session).agenda().get(1).entry();
        for (Page anybody : all) {
            String json = anybody.request().get("/app/reviews/live/" + session).text();
            assertThat(json).doesNotContain("tally", "differences", "fields");
            assertThat(json.contains("A rule could also")).isEqualTo(anybody == all.get(1));
        }
        Map<String, List<Integer>> tried = Map.of(
                "reveal", List.of(404),
                "edit", List.of(404),
                "decide", List.of(404),
                "answer", List.of(404),
                "show", List.of(404),
                "next", List.of(404),
                "moreTime", List.of(404),
                "open", List.of(404),
                "close", List.of(404));
        tried.forEach((act, expected) -> {
            APIResponse answer = post(page, session, """
                    {"act":"%s","entry":"%s","edition":0,"fields":{},"outcome":"ACCEPT","comment":"%s","resolution":"RESOLVED"}""".formatted(act, entry, next));
            assertThat(answer.status()).as(act + " by a member").isIn(403, 404, 409);
            assertThat(answer.text()).doesNotContain("tally");
        });
        String verdict = "{\"act\":\"verdict\",\"entry\":\"%s\",\"verdict\":\"ACCEPT\"}";
        assertThat(post(page, session, verdict.formatted(next)).status())
                .as("an item that waits")
                .isEqualTo(409);
        assertThat(post(page, session, verdict.formatted(UUID.randomUUID())).status())
                .isEqualTo(404);
        assertThat(post(page, UUID.randomUUID(), verdict.formatted(entry)).status())
                .isEqualTo(404);
        assertThat(page.request().get("/app/reviews/live/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(page.request().get("/app/reviews/lead/" + session).status()).isEqualTo(403);
        assertThat(at(session).answered()).isEqualTo(MEMBERS - 1);
    }

    // ---- one screen, whatever happens to it

    @Test
    void aScreenHealsByItselfAndLosesNothingThatWasTyped() {
        UUID session = scheduled(room.items.subList(ITEMS, ITEMS + 2));
        Page lead = lead(session);
        keys(lead, "o");
        BrowserContext window = signedIn(room.reviewer(1).accountId());
        Page page = opened(window, "session", session);
        standsAt(List.of(page, lead), 1);
        assertThat(page).hasTitle("Item 1 of 2 · SME Portal");
        keysAreListed(page);

        // no connection: it is said, a verdict is sent later, a comment stays in its box
        window.setOffline(true);
        assertThat(page.locator("#reviewNotice")).hasText("No connection. Trying again");
        keys(page, "3");
        assertThat(page.locator("#ownVerdict")).containsText("Revise is kept on this page");
        keys(page, "c");
        page.keyboard().type("Say which limit.");
        keys(page, "Control+Enter");
        assertThat(page.locator("#commentRefused")).containsText("still here");
        picture(page, "offline");
        window.setOffline(false);
        assertThat(page.locator("#reviewNotice")).isHidden();
        assertThat(page.locator("#ownVerdict")).hasText("Stored: Revise. You can change it until the reveal.");
        assertThat(page.locator("#comment")).hasValue("Say which limit.");

        // the group goes on and comes back
        keys(lead, "n");
        standsAt(List.of(page), 2);
        assertThat(page.locator("#comment")).hasValue("");
        assertThat(page.locator("#keptComments")).containsText("What you typed about item 1 is kept");
        keys(lead, "g", "ArrowUp", "Enter");
        standsAt(List.of(page), 1);
        assertThat(page.locator("#comment")).hasValue("Say which limit.");
        looksRight(page, "session");
        page.locator("#comment").focus();
        keys(page, "Control+Enter");
        assertThat(page.locator("#ownComments .said")).containsText("Say which limit.");

        aSecondConsoleTakesOver(session, lead);
        whoReviewsDoesNotLead(session);
        whoHasNoStreamAsks(session, lead);
        whoseSessionEndedSignsInAndIsBack(page, session);
    }

    private static void keysAreListed(Page page) {
        keys(page, "?");
        assertThat(page.locator("#keys")).isVisible();
        looksRight(page, "keys");
        keys(page, "Escape");
        assertThat(page.locator("#keys")).isHidden();
    }

    /** No serious finding in light and dark, on a desk and on a phone, and nothing scrolls sideways. */
    private static void looksRight(Page page, String name) {
        page.evaluate(AXE);
        for (int width : List.of(1360, 390)) {
            page.setViewportSize(width, 900);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                picture(page, name + "-" + width + "-" + scheme);
                assertThat((List<?>) page.evaluate(FINDINGS))
                        .as(name + " " + width + " " + scheme)
                        .isEmpty();
            }
            assertThat((Boolean) page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as(name + " scrolls sideways at " + width)
                    .isTrue();
        }
        page.setViewportSize(1360, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void aSecondConsoleTakesOver(UUID session, Page lead) {
        Page second = opened(signedIn(other.accountId()), "lead", session);
        assertThat(second.locator("#takeOverText")).hasText("Priya Nair leads this session. You see what happens.");
        keys(second, "r", "Enter");
        room.members.subList(2, MEMBERS).forEach(member -> room.give(member, session, Verdict.CHANGE));
        room.comment(room.reviewer(2), session, Aspect.FAIRNESS, true, "The passage is older than the limit.");
        keys(lead, "r", "Enter");
        shows(List.of(lead, second), "REVEALED");
        assertThat(second.locator(".said .button")).hasCount(0);
        second.locator("#takeOver button").click();
        assertThat(second.locator("#acts [data-do=ACCEPT]")).isVisible();
        assertThat(lead.locator("#takeOverText")).hasText("Second Manager leads this session. You see what happens.");
        assertThat(lead.locator("#acts [data-do=ACCEPT]")).isHidden();
        second.locator(".said.blocking [id^=over]").click();
        second.keyboard().type("The limit is the same.");
        looksRight(second, "lead");
        keys(second, "Control+Enter");
        assertThat(second.locator(".said.settled")).containsText("Overruled: The limit is the same.");
        keys(second, "e");
        looksRight(second, "lead-editing");
        keys(second, "Escape", "a", "Control+Enter");
        shows(List.of(lead, second), "DECIDED");
        keys(second, "n");
        standsAt(List.of(lead, second), 2);
    }

    private void whoReviewsDoesNotLead(UUID session) {
        room.room.duty(room.reviewer(3), "SAP");
        BrowserContext window = signedIn(room.reviewer(3).accountId());
        Page page = opened(window, "lead", session);
        assertThat(page).hasURL(Pattern.compile(".*/app/reviews/session/.*"));
        APIResponse answer = post(page, session, "{\"act\":\"open\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("You review in this group");
    }

    private void whoHasNoStreamAsks(UUID session, Page lead) {
        BrowserContext window = signedIn(room.reviewer(4).accountId());
        window.addInitScript("delete window.EventSource");
        Page page = opened(window, "session", session);
        assertThat(page.locator("#reviewAnswered")).hasText("0 of 8 have answered");
        room.give(room.reviewer(5), session, Verdict.ACCEPT);
        assertThat(page.locator("#reviewAnswered")).hasText("1 of 8 have answered");
        assertThat(lead.locator("#reviewAnswered")).hasText("1 of 8 have answered");
    }

    private static void whoseSessionEndedSignsInAndIsBack(Page page, UUID session) {
        standsAt(List.of(page), 2);
        rig.update(
                "delete from user_session where account_id = ?1",
                room.reviewer(1).accountId());
        page.waitForURL(Pattern.compile(".*/sign-in\\?from=.*reviews.*session.*" + session));
        // the form of the sign-in belongs to the node that showed it, which a proxy for users would remember
        page.context().addCookies(List.of(cookie(room.reviewer(1).accountId())));
        page.navigate("/app/reviews/session/" + session);
        standsAt(List.of(page), 2);
        vote(page, "1");
    }
}
