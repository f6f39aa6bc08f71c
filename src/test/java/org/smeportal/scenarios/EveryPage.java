package org.smeportal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.smeportal.applications.Applying;
import org.smeportal.security.Caller;
import org.smeportal.security.LinkTokens;
import org.smeportal.security.PageAccess;
import org.smeportal.security.Role;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Rig;
import org.smeportal.testing.Things;
import org.smeportal.years.ShareYear;
import org.smeportal.years.YearQueries;

/** Every page that there is: where each stands, who may see it, and a visit to them all. */
abstract class EveryPage extends PageTest {
    /** What stands in a page where a text is missing: its key, put together with the name of a constant. */
    private static final Pattern NO_TEXT = Pattern.compile("\\?{3}|\\b[a-z]+\\.(?:[A-Za-z]+\\.)*[A-Z][A-Z_]{2,}\\b");

    /** Desk and review draw themselves when they have heard from the server. */
    private static final String NOT_YET_DRAWN = ":is([data-desk], [data-exchange]):not([data-ready])";

    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

    /** Its signature can look like a key. */
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    /** A desk, a tablet on its side and upright, the smallest window that WCAG 1.4.10 names, a phone. */
    private static final int[] WIDTHS = {1360, 1024, 768, 320, 390};

    private static final int HEIGHT = 900;

    private static final Path WEBAPP = Path.of("src/main/webapp");

    /** Pages that open only by a private link. */
    private static final Set<String> BY_LINK_ONLY = Set.of(
            "/rsvp", "/set-password", "/years", "/apply/confirm", "/apply/status", "/apply/edit", "/mail-preferences");

    /** What is not there, or no longer. */
    protected static final List<String> NOWHERE = List.of(
            "/badges", "/badges/none", "/rsvp/old", "/years/old", "/apply/status/old", "/apply/nowhere", "/nowhere");

    /** What everybody sees who has not signed in. */
    protected final List<String> publicAddresses() throws IOException {
        List<String> addresses = new ArrayList<>();
        for (String path : pages()) {
            if (!path.startsWith(PageAccess.SIGNED_IN) && !BY_LINK_ONLY.contains(path)) {
                addresses.addAll(addresses(path));
            }
        }
        addresses.add("/set-password/old");
        for (String status : List.of("SENT", "ACCEPTED", "WAITLISTED", "DECLINED")) {
            addresses.add("/rsvp/" + answerLink(status));
        }
        addresses.add(sharedYear());
        addresses.addAll(applicantLinks());
        return addresses;
    }

    private List<String> applicantLinks() {
        Applying applicants = new Applying(portal.rig());
        List<String> links =
                new ArrayList<>(List.of("/apply", "/apply/form/2", "/apply/confirm/old", "/apply/invited/old"));
        for (Object state : portal.rig().rows("select distinct state from application where state <> 'DRAFT'")) {
            UUID one = UUID.fromString((String) portal.rig()
                    .rows("select public_id from application where state = ?1 order by id limit 1", state)
                    .get(0));
            links.add("/apply/confirm/" + applicants.confirmToken(one));
            links.add("/apply/status/" + applicants.statusToken(one));
            links.add("/apply/status/" + applicants.statusToken(one) + "/withdraw");
            if (state.equals("SUBMITTED")) {
                links.add("/apply/edit/" + applicants.statusToken(one));
            }
        }
        return links;
    }

    private String sharedYear() {
        Rig rig = portal.rig();
        SmeCard sme = rig.get(SmeDirectory.class)
                .byAccount(rig.count("select account_id from sme where email = 'sme@example.org'"))
                .orElseThrow();
        Caller caller = Rig.caller(Objects.requireNonNull(sme.accountId()), sme.name(), "Europe/Lisbon", Role.SME);
        rig.as(caller, () -> rig.get(ShareYear.class).share(new ShareYear.OfYear(2020)));
        return URI.create(rig.get(YearQueries.class).own(sme, 2020, 2020).sharedAs())
                .getPath();
    }

    private String answerLink(String status) {
        Object[] row = (Object[]) portal.rig().rows("""
                select i.id, i.nonce, e.ends_at from invitation i join event e on e.id = i.event_id
                where i.status = ?1 order by e.ends_at desc, i.id limit 1""", status).get(0);
        return portal.rig()
                .get(LinkTokens.class)
                .issue(
                        "rsvp",
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        org.smeportal.platform.Sql.instant(row[2]).plus(java.time.Duration.ofDays(30)));
    }

    /** The pages that a role opens; who is new has none of the things that pages show. */
    protected static List<String> pagesOf(Role role, boolean isNew) throws IOException {
        return pages().stream()
                .filter(path -> isOpen(path, role) && !(isNew && Things.QUERIES.containsKey(path)))
                .toList();
    }

    protected static boolean isOpen(String path, Role role) {
        return PageAccess.isProtected(path)
                && PageAccess.of(path)
                        .filter(permission -> permission.isGrantedTo(Set.of(role)))
                        .isPresent();
    }

    /** Opens each address in each window and checks what it shows; all findings come together. */
    protected final void visit(int status, List<String> addresses, Consumer<Page> check, Page... windows) {
        SoftAssertions findings = new SoftAssertions();
        for (Page window : windows) {
            for (String address : addresses) {
                Response answer = window.navigate(address);
                window.locator(NOT_YET_DRAWN).waitFor(GONE);
                findings.assertThat(answer.status()).as(address).isEqualTo(status);
                findings.assertThat(ADDRESS.matcher(window.textContent("body")).replaceAll(""))
                        .as(address)
                        .doesNotContainPattern(NO_TEXT);
                findings.assertThatCode(() -> check.accept(window)).doesNotThrowAnyException();
            }
        }
        findings.assertAll();
    }

    /** A desk that becomes a tablet and a phone, which it is in the end: the page is asked for once. */
    protected static void fitsAtEachWidth(Page shown) {
        for (int width : WIDTHS) {
            shown.setViewportSize(width, HEIGHT);
            fits(shown);
        }
    }

    /** All that a role opens, with all its things. */
    protected final List<String> addressesOf(Role role, boolean isNew) throws IOException {
        return pagesOf(role, isNew).stream()
                .flatMap(path -> addresses(path).stream())
                .toList();
    }

    /** The page, with each of its things if it shows one. */
    protected final List<String> addresses(String path) {
        List<String> addresses = new ArrayList<>();
        boolean showsOne = Things.QUERIES.containsKey(path);
        if (!showsOne || Things.ALSO_ALONE.contains(path)) {
            addresses.add(path.equals("/index") ? "/" : path);
        }
        if (showsOne) {
            List<String> found = Things.addresses(portal.rig(), path);
            assertThat(found).as(path).isNotEmpty();
            addresses.addAll(found);
        }
        return addresses;
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.map(file -> "/" + WEBAPP.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".xhtml") && !path.startsWith("/WEB-INF"))
                    .map(path -> path.replace(".xhtml", ""))
                    .sorted()
                    .toList();
        }
    }
}
