package org.smeportal.items;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.items.web.Rigs;
import org.smeportal.platform.Migration;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Browser;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.PortalProcess;
import org.smeportal.testing.Rig;
import org.smeportal.testing.SessionCopies;
import org.smeportal.testing.StoryClock;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/**
 * An item is written, judged and read in a browser, on a portal and a database of its own; afterwards no word of it is in any
 * file of either: data, redo log, binary log, log of statements, dump, temporary files, sessions, the portal's log (R9.4).
 */
class ItemCanaryHeavyIT {
    private static final String CONTROL = "zwvcontrolword";
    private static final List<String> WORDS = List.of(
            "qorvanith",
            "belzumare",
            "trivokand",
            "yushelmar",
            "pramdovil",
            "kestunaro",
            "vildumper",
            "osrakteen",
            "munfolger",
            "hastivrel",
            "dorlequis",
            "wembratil",
            "snarvopel",
            "jultikand",
            "efrimoust",
            "galdenwop",
            "brixotare",
            "naptulser",
            "corvedisk",
            "tulmaregh");
    private static final String SENTENCE = "The grey heron counts seven copper ladders at dawn";

    private static final String WRITER = "canary.writer@example.org";
    private static final String READER = "canary.reader@example.org";
    private static final String SESSION = "session-";
    private static final int TIMES_TOO_LONG = 60;

    private final Path home =
            Path.of("target", "canary-" + ProcessHandle.current().pid()).toAbsolutePath();
    private final String temporary = System.getProperty("java.io.tmpdir");
    private int word;
    private EmbeddedDatabase server;
    private Rig rig;
    private PortalProcess portal;
    private BrowserContext window;
    private UUID item;
    private UUID other;

    private String said() {
        return SENTENCE + " " + WORDS.get(word++ % WORDS.size()) + ".";
    }

    /** For what a test of another item may say in one act. */
    private ItemText text() {
        List<ItemOption> options = new ArrayList<>();
        for (String id : List.of("a", "b", "c", "d")) {
            options.add(new ItemOption(id, said(), id.equals("a"), said(), id.equals("a") ? "" : said()));
        }
        return new ItemText(
                said(),
                said().replace('.', '?'),
                options,
                List.of(new ItemReference(
                        "r", said(), "https://docs.example.org/" + WORDS.get(0), said(), LocalDate.of(2020, 2, 1))));
    }

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedDatabase.start(
                home,
                EmbeddedDatabase.freePort(),
                "--server-id=1",
                "--log-bin=" + home.resolve("binary-log"),
                "--general-log=1",
                "--general-log-file=" + home.resolve("statements.log"));
        System.setProperty("java.io.tmpdir", temporary);
        EmbeddedDatabase.Connection database = server.create("portal_canary");
        Migration.migrate(database.url(), database.user(), database.password());
        Path folder = Files.createDirectories(home.resolveSibling("canary-portal"));
        int port = EmbeddedDatabase.freePort();
        String url = "http://127.0.0.1:" + port;
        portal = PortalProcess.start(
                SessionCopies.added(folder),
                port,
                PortalProcess.variables(database, url, Rig.SECRET, "none"),
                home.resolve("portal"));
        rig = Rig.on(
                database.url(),
                database.user(),
                database.password(),
                new StoryClock(Clock.systemUTC().instant()),
                Rig.config(Duration.ofSeconds(60)));
        people();
        portal.awaitReady();
        window = Browser.shared().newContext(new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(url));
        window.setDefaultTimeout(30_000);
    }

    @AfterEach
    void stop() throws IOException {
        window.close();
        portal.process().destroyForcibly();
        rig.close();
        Files.deleteIfExists(home.resolveSibling("canary-portal").resolve("portal.jar"));
    }

    /** Two items of a workshop of yesterday, so that the time to write is open at any hour; one is handed in already. */
    private void people() {
        Instant now = rig.clock().instant();
        WritingRoom room = new WritingRoom(rig);
        rig.update("update exam set name = ?1 where code = 'SAP'", "Exam " + CONTROL);
        long pm = DemoAccounts.insert(rig, READER, "Paula Reader", "Europe/Berlin", "PM");
        room.duty(Rig.caller(pm, "Paula Reader", "Europe/Berlin", Role.PM), "SAP");
        Caller author =
                Rigs.author(rig, DemoAccounts.insert(rig, WRITER, "Desk Writer", "Europe/Berlin", "SME"), WRITER);
        UUID event = room.workshop(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1), author);
        item = room.items.started(author, event, 2);
        other = room.items.started(author, event, 2);
        room.items.fill(author, other, text());
        room.items.submit(author, other);
    }

    @Test
    void noWordOfAnItemIsInAFileOfThePortalOrOfItsDatabase() {
        Page writer = signedIn(WRITER, "/app/items/desk/" + item);
        write(writer);
        meetAnotherDevice(writer);
        takeBackAFormerState(writer);
        writer.navigate("/app/items/candidate-view/" + item);
        assertThat(writer.locator(".paper")).containsText(SENTENCE);
        handIn(writer);
        Page reader = signedIn(READER, "/app/pipeline/item/" + item);
        assertThat(reader.locator(".paper")).containsText(SENTENCE);
        readEverywhere(reader);
        judge(reader, "return-item");
        writer.navigate("/app/items/my-item/" + item);
        assertThat(writer.locator(".note.secret").first()).containsText(SENTENCE);
        handIn(writer);
        judge(reader, "end-as-duplicate");
        assertThat(word).as("every word was used").isGreaterThan(WORDS.size());

        server.dump("portal_canary", home.resolve("dump.sql"));
        Map<String, Set<String>> running = found();
        portal.stop();
        server.stop();
        Map<String, Set<String>> stopped = found();
        for (Map<String, Set<String>> found : List.of(running, stopped)) {
            assertThat(found.get(CONTROL))
                    .as("the search finds what stands in clear")
                    .contains("dump.sql", "statements.log", "binary-log.000001");
            assertThat(found.get("LogicalViewMap"))
                    .as("sessions were copied")
                    .isNotEmpty()
                    .allMatch(file -> file.startsWith(SESSION));
            assertThat(found).containsOnlyKeys(CONTROL, "LogicalViewMap");
        }
    }

    private Page signedIn(String email, String path) {
        BrowserContext own = email.equals(WRITER) ? window : another();
        Page page = own.newPage();
        page.navigate(path);
        page.locator("#email").fill(email);
        page.locator("#password").fill(DemoAccounts.PASSWORD);
        page.locator("#signIn").click();
        page.waitForURL(Pattern.compile(".*" + path));
        return page;
    }

    private BrowserContext another() {
        BrowserContext own = Browser.shared()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(portal.url("")));
        own.setDefaultTimeout(30_000);
        window.onClose(closed -> own.close());
        return own;
    }

    private static void saved(Page desk) {
        assertThat(desk.locator("#deskState.ok")).isVisible();
    }

    /** By the autosave of the desk, with a fix of the linter and reasons for what else it says. */
    private void write(Page desk) {
        assertThat(desk.locator("#desk[data-ready]")).isVisible();
        desk.locator("#f-domain").selectOption("2");
        desk.locator("#f-scenario").fill(said());
        desk.locator("#f-question").fill(said() + " Which of these is not true?");
        for (int i = 0; i < 4; i++) {
            Locator card = desk.locator("#options [data-option]").nth(i);
            // much longer than the others, so that there is something to waive
            card.locator("textarea").nth(0).fill(i == 0 ? said() + " " + said() + " " + said() : said());
            card.locator("textarea").nth(1).fill(said());
            if (i == 0) {
                card.locator(".letter").click();
            } else {
                card.locator("textarea").nth(2).fill(said());
            }
        }
        desk.locator("#references [data-part=title]").first().fill(said());
        desk.locator("#references [data-part=url]").first().fill("https://docs.example.org/" + WORDS.get(0));
        desk.locator("#references textarea").first().fill(said());
        saved(desk);
        desk.locator("#checks [data-fix]").locator("visible=true").first().click();
        assertThat(desk.locator("#f-question")).hasValue(Pattern.compile(".*\\*\\*not\\*\\*.*"));
        saved(desk);
        Locator waive = desk.locator("#checks [data-waive]").locator("visible=true");
        assertThat(waive.first()).isVisible();
        for (int left = waive.count(); left > 0; left--) {
            waive.first().click();
            Locator reason = desk.locator("#checks [data-reason] textarea")
                    .locator("visible=true")
                    .first();
            reason.fill(said());
            reason.blur();
            assertThat(waive).hasCount(left - 1);
            saved(desk);
        }
        desk.locator("#askAlike").click();
        assertThat(desk.locator("#alike")).not().hasText(Pattern.compile("^$"));
    }

    private void meetAnotherDevice(Page desk) {
        BrowserContext device = another();
        device.addCookies(window.cookies().stream()
                .map(cookie ->
                        new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value).setUrl(portal.url("/")))
                .toList());
        Page phone = device.newPage();
        phone.navigate("/app/items/desk/" + item);
        assertThat(phone.locator("#desk[data-ready]")).isVisible();
        window.setOffline(true);
        desk.locator("#f-scenario").fill(said());
        phone.locator("#f-scenario").fill("From the phone: " + said());
        saved(phone);
        phone.close();
        window.setOffline(false);
        desk.locator("[data-keep=both]").click();
        saved(desk);
    }

    private void takeBackAFormerState(Page page) {
        page.navigate("/app/items/draft-history/" + item);
        page.locator(".list a").first().click();
        page.locator("#restore").click();
        page.waitForURL(Pattern.compile(".*/desk/.*"));
        saved(page);
    }

    private void handIn(Page page) {
        page.navigate("/app/items/submit-item/" + item);
        onlyATokenIsSent(page);
        page.locator("#submit").click();
        page.waitForURL(Pattern.compile(".*/my-item/.*"));
    }

    private void readEverywhere(Page page) {
        page.navigate("/app/similarity/compare/" + item + "/" + other);
        page.locator("#reason").fill(said());
        page.locator("#enemies").click();
        page.waitForURL(Pattern.compile(".*/enemies.*"));
        for (String path : List.of(
                "similarity/compare/" + item + "/" + other,
                "similarity/alike/" + item,
                "similarity/pairs",
                "pipeline/print-item/" + item,
                "pipeline/item-list",
                "pipeline/seen/" + item,
                "pipeline/seen-list",
                "pipeline/waivers")) {
            page.navigate("/app/" + path);
        }
        for (String file : List.of("export", "export-seen")) {
            assertThat(page.request().get("/app/pipeline/" + file).status()).isEqualTo(200);
        }
    }

    /** First with a reason that is too long, which the form shows again; then with one that is taken. */
    private void judge(Page page, String act) {
        page.navigate("/app/pipeline/" + act + "/" + item);
        onlyATokenIsSent(page);
        page.locator("#reason").fill((said() + " ").repeat(TIMES_TOO_LONG));
        page.locator("#save").click();
        assertThat(page.locator("#reason")).hasValue(Pattern.compile(".*" + SENTENCE + ".*"));
        page.locator("#reason").fill(said());
        page.locator("#save").click();
        page.waitForURL(Pattern.compile(".*/item-list.*"));
    }

    /** The state of a page stays on the server: what the browser gets of it names it and says nothing. */
    private static void onlyATokenIsSent(Page page) {
        assertThat(page.locator("input[name='jakarta.faces.ViewState']").first())
                .hasValue(Pattern.compile("-?\\d+:-?\\d+"));
    }

    /** The words with the names of the files that they are in, in UTF-8 or UTF-16, in letters of either case. */
    private Map<String, Set<String>> found() {
        List<String> wanted = new ArrayList<>(WORDS);
        wanted.addAll(List.of(SENTENCE, CONTROL, "LogicalViewMap", SessionCopies.NOT_COPIED));
        Map<String, Set<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(war|jar|class|js|css|xhtml)"))
                    .forEach(file -> {
                        String lower = read(file).toLowerCase(Locale.ROOT);
                        for (String one : wanted) {
                            String small = one.toLowerCase(Locale.ROOT);
                            String wide =
                                    new String(small.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
                            if (lower.contains(small) || lower.contains(wide)) {
                                found.computeIfAbsent(one, first -> new TreeSet<>())
                                        .add(String.valueOf(file.getFileName()));
                            }
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (java.nio.file.NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
