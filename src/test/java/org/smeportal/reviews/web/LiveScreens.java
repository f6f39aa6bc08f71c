package org.smeportal.reviews.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smeportal.accounts.SignIn;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.reviews.Live;
import org.smeportal.reviews.ReviewRoom;
import org.smeportal.reviews.ScheduleReview;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Axe;
import org.smeportal.testing.Browser;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Pictures;
import org.smeportal.testing.PortalProcess;
import org.smeportal.testing.Rig;
import org.smeportal.testing.StoryClock;

/** The screens of a live review, each in a browser of its own, on as many application nodes as a test wants. */
abstract class LiveScreens {
    protected static final int MEMBERS = 8;
    private static final double PATIENCE = 60_000;
    protected static final List<PortalProcess> NODES = new ArrayList<>();
    private static EmbeddedDatabase.Connection database;
    private static String url;
    private static @Nullable RoundRobin proxy;
    protected static Rig rig;
    protected static ReviewRoom room;

    protected static Caller other;

    @RegisterExtension
    final AfterTestExecutionCallback picture =
            test -> test.getExecutionException().ifPresent(failure -> photograph());

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /** A database of its own with a group and its items, and so many nodes behind a round robin; one stands alone. */
    protected static void start(int nodes, int items) throws IOException {
        database = EmbeddedDatabase.fresh();
        int port = EmbeddedDatabase.freePort();
        url = "http://127.0.0.1:" + port;
        List<Integer> ports = nodes == 1
                ? List.of(port)
                : Stream.generate(EmbeddedDatabase::freePort).limit(nodes).toList();
        NODES.add(node(ports.get(0)));
        rig = Rig.on(
                database.url(),
                database.user(),
                database.password(),
                new StoryClock(Clock.systemUTC().instant()),
                Rig.config(Duration.ofSeconds(60)));
        room = new ReviewRoom(rig, MEMBERS, items);
        other = room.room.author("Second Manager", Role.PM);
        room.room.duty(other, "SAP");
        NODES.get(0).awaitReady();
        ports.stream().skip(1).forEach(more -> NODES.add(node(more).awaitReady()));
        proxy = nodes == 1 ? null : new RoundRobin(port, ports);
        DemoAccounts.insert(rig, "password@example.org", "Password", "Europe/Berlin");
        Object hash = rig.rows("select password_hash from account where email = 'password@example.org'")
                .get(0);
        rig.update("update account set password_hash = ?1, zone = 'Europe/Berlin'", hash);
        rig.clock().set(Clock.systemUTC().instant());
    }

    private static PortalProcess node(int port) {
        return PortalProcess.start(
                port,
                PortalProcess.variables(database, url, Rig.SECRET, "none"),
                Path.of("target", "live-review", "node-" + port));
    }

    @AfterAll
    static void stop() {
        if (proxy != null) {
            proxy.close();
        }
        NODES.forEach(PortalProcess::stop);
        NODES.clear();
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
            Pictures.ofFailure(window.pages().get(0), "LivePageIT-failed-" + ++number + ".png");
        }
    }

    // ---- people and their windows

    protected final BrowserContext signedIn(long account) {
        BrowserContext window = Browser.shared()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(url)
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

    protected static String url() {
        return url;
    }

    protected static String email(long account) {
        return (String)
                rig.rows("select email from account where id = ?1", account).get(0);
    }

    private static Cookie cookie(long account) {
        String secret = rig.as(
                Caller.SYSTEM,
                () -> rig.get(SignIn.class)
                        .signIn(new SignIn.Attempt(email(account), DemoAccounts.PASSWORD, "127.0.0.1", "LivePageIT")));
        return new Cookie("portal", secret).setUrl(url);
    }

    protected final Page member(int number, UUID session) {
        return opened(signedIn(room.members.get(number).accountId()), "session", session);
    }

    protected final Page lead(UUID session) {
        return opened(signedIn(room.pm.accountId()), "lead", session);
    }

    protected static Page opened(BrowserContext window, String screen, UUID session) {
        Page page = window.newPage();
        page.navigate("/app/reviews/" + screen + "/" + session);
        assertThat(page.locator("#reviewState")).not().hasText("Opening");
        return page;
    }

    protected static UUID scheduled(List<UUID> items) {
        return room.room
                .byPm(() -> rig.get(ScheduleReview.class).schedule(new ScheduleReview.Batch(room.event, items, 1)))
                .get(0);
    }

    protected static Live.Current at(UUID session) {
        return room.at(room.pm, session);
    }

    // ---- what they do and see

    protected static void vote(Page page, String key) {
        page.keyboard().press(key);
        assertThat(page.locator("#ownVerdict")).hasText(Pattern.compile("Stored: .*"));
    }

    protected static void keys(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    protected static void shows(List<Page> pages, String state) {
        pages.forEach(page -> assertThat(page.locator("#review")).hasAttribute("data-state", state));
    }

    protected static void standsAt(List<Page> pages, int place) {
        pages.forEach(
                page -> assertThat(page.locator("#reviewTitle")).hasText(Pattern.compile("Item " + place + " of \\d")));
    }

    protected static void picture(Page page, String name) {
        Pictures.take(page, "LivePageIT-" + name + ".png");
    }

    protected static APIResponse post(Page page, UUID session, String json) {
        return page.request()
                .post(
                        "/app/reviews/live/" + session,
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData(json));
    }

    /** No serious finding in light and dark, on a desk and on a phone, and nothing scrolls sideways. */
    protected static void looksRight(Page page, String name) {
        for (int width : List.of(1360, 390)) {
            page.setViewportSize(width, 900);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Axe.assertNoFindings(page, scheme);
                picture(page, name + "-" + width + "-" + scheme);
            }
            PageTest.fits(page);
        }
        page.setViewportSize(1360, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
