package org.smeportal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smeportal.applications.Applying;
import org.smeportal.security.Caller;
import org.smeportal.security.LinkTokens;
import org.smeportal.security.PageAccess;
import org.smeportal.security.Role;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Rig;
import org.smeportal.years.ShareYear;
import org.smeportal.years.YearQueries;

/**
 * Every page that there is, as everybody who may see it, at a desk and on a phone, in light and dark: accessible, within
 * its width, without an error in the browser.
 */
class EveryPageIT extends PageTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");

    /** Pages that show one thing: a query that finds some, and what stands before and after it in the address. */
    private static final Map<String, String> THINGS = things();

    private static Map<String, String> things() {
        String anyEvent = "select public_id from event where status = 'INVITING' order by starts_at limit 2";
        Map<String, String> things = new LinkedHashMap<>();
        things.put("/badges", "select public_id from award order by id limit 1");
        things.put("/app/accounts/account-edit", "select public_id from account where email = 'sme@example.org'");
        things.put("/app/applications/apply-invite", """
                select public_id from apply_invite order by label is null, id limit 2""");
        things.put("/app/attendance/board", """
                select public_id from event where status = 'INVITING' or status = 'RUNNING'
                   or id = (select max(event_id) from attendance_result) order by starts_at desc limit 6""");
        things.put("/app/attendance/correct", """
                select concat(e.public_id, '/', s.public_id) from attendance_result r join event e on e.id = r.event_id
                join sme s on s.id = r.sme_id order by e.id limit 1""");
        things.put("/app/applications/application", """
                select public_id from application where confirmed_at is not null
                order by disagreement desc, scores_in desc, id limit 4""");
        things.put("/app/applications/compare", """
                select concat('?pick=', min(public_id), '&pick=', max(public_id)) from application
                where state = 'SUBMITTED'""");
        things.put("/app/applications/decide", """
                select concat('?pick=', public_id) from application where live_key is not null
                order by decision is null, id limit 2""");
        things.put(
                "/app/applications/publication", "select public_id from application_publication order by id limit 2");
        things.put("/app/badges/revoke", "select public_id from award where state = 'ACTIVE' order by id limit 1");
        things.put("/app/changes/change", "select public_id from event_change order by id limit 1");
        things.put(
                "/app/changes/modality",
                "select concat('?event=', public_id) from event where status = 'INVITING' order by starts_at limit 3");
        things.put("/app/changes/new-date", anyEvent);
        things.put("/app/changes/postpone", anyEvent);
        things.put("/app/events/agenda-edit", anyEvent);
        things.put("/app/events/cancel-event", anyEvent);
        things.put("/app/events/event", "select public_id from event order by starts_at desc limit 6");
        things.put("/app/events/conflicts", anyEvent);
        things.put("/app/events/event-edit", anyEvent);
        things.put("/app/events/plan-again", anyEvent);
        things.put("/app/invitations/invite", anyEvent);
        things.put("/app/invitations/panel", anyEvent);
        things.put("/app/invitations/my-event", """
                select i.public_id from invitation i join sme s on s.id = i.sme_id
                where s.email = 'sme@example.org' order by i.id desc limit 2""");
        things.put("/app/invitations/send-invitations", """
                select concat(e.public_id, '?pick=', s.public_id) from event e join sme s
                where e.status = 'PLANNED' and s.state = 'ACTIVE' order by s.id limit 1""");
        things.put(
                "/app/invitations/withdraw",
                "select public_id from invitation where status = 'SENT' order by id desc limit 1");
        String withRooms = "select public_id from event where id = (select max(event_id) from event_room)";
        things.put("/app/online/day", withRooms);
        things.put("/app/online/help", withRooms);
        things.put("/app/online/help-request", "select public_id from help_request order by id limit 3");
        things.put("/app/online/rooms", withRooms);
        things.put("/app/online/book-call", """
                select concat(e.public_id, '/', s.public_id) from help_request h join event e on e.id = h.event_id
                join sme s on s.id = h.sme_id order by h.id limit 1""");
        things.put("/app/online/move-call", "select public_id from follow_up_call order by id limit 1");
        things.put("/app/feedback/give", """
                select e.public_id from attendance_result r join event e on e.id = r.event_id
                join sme s on s.id = r.sme_id where s.email = 'sme@example.org' order by e.id desc limit 1""");
        things.put(
                "/app/feedback/summary",
                "select public_id from event where id = (select max(event_id) from feedback) or status = 'PLANNED'");
        things.put("/app/notifications/message", "select id from outbox_message order by id desc limit 2");
        things.put("/app/venues/venue", "select public_id from venue order by id limit 2");
        things.put("/app/venues/venue-edit", "select public_id from venue order by id limit 1");
        things.put("/app/practical/host", """
                select e.public_id from event e where e.modality <> 'VIRTUAL' and e.status = 'INVITING' limit 2""");
        things.put("/app/practical/practical", """
                select concat('?event=', e.public_id) from event e join invitation i on i.event_id = e.id
                join sme s on s.id = i.sme_id where s.email = 'sme@example.org' and i.status = 'ACCEPTED'
                order by e.starts_at desc limit 3""");
        things.put("/app/practical/practical-edit", anyEvent);
        things.put("/app/practical/travel-note", """
                select concat(e.public_id, '/', s.public_id) from invitation i join event e on e.id = i.event_id
                join sme s on s.id = i.sme_id where i.status = 'ACCEPTED' order by i.id desc limit 1""");
        things.put("/app/tasks/ask-task", "select public_id from sme where email = 'sme@example.org'");
        things.put("/app/tasks/drop-task", "select public_id from sme_task order by state limit 2");
        things.put("/app/tasks/tell-task", """
                select t.public_id from sme_task t join sme s on s.id = t.sme_id
                where s.email = 'sme@example.org' and t.state = 'OPEN' limit 1""");
        things.put("/app/smes/sme", "select public_id from sme where email = 'sme@example.org'");
        things.put("/app/smes/sme-edit", "select public_id from sme where email = 'sme@example.org'");
        return things;
    }

    /** Pages that one comes to without a thing as well. */
    private static final Set<String> ALSO_ALONE = Set.of(
            "/app/accounts/account-edit",
            "/app/changes/modality",
            "/app/events/conflicts",
            "/app/events/event-edit",
            "/app/smes/sme-edit",
            "/app/tasks/tell-task",
            "/app/venues/venue-edit");

    /** Pages that open only by a private link. */
    private static final Set<String> BY_LINK_ONLY =
            Set.of("/rsvp", "/set-password", "/years", "/apply/confirm", "/apply/status", "/apply/edit");

    @Test
    void publicPages() throws IOException {
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
        visit(200, addresses, page, phone());
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

    @Test
    void pagesThatSayThatThereIsNothing() {
        expectStatus(404);
        visit(
                404,
                List.of(
                        "/badges",
                        "/badges/none",
                        "/rsvp/old",
                        "/years/old",
                        "/apply/status/old",
                        "/apply/nowhere",
                        "/nowhere"),
                page,
                phone());
        signIn("sme@example.org", PASSWORD);
        expectStatus(403);
        visit(403, List.of("/app/audit/trail"), page);
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

    @ParameterizedTest
    @CsvSource({"SME, sme@example.org", "SME, newcomer@example.org", "PM, pm@example.org", "ADMIN, admin@example.org"})
    void pagesOf(Role role, String email) throws IOException {
        List<String> addresses = new ArrayList<>();
        for (String path : pages()) {
            boolean open = PageAccess.isProtected(path)
                    && PageAccess.of(path)
                            .filter(permission -> permission.isGrantedTo(Set.of(role)))
                            .isPresent();
            if (open && !(email.startsWith("newcomer") && THINGS.containsKey(path))) {
                addresses.addAll(addresses(path));
            }
        }
        assertThat(addresses).hasSizeGreaterThanOrEqualTo(4);
        Page phone = phone();
        for (Page window : List.of(page, phone)) {
            signIn(window, "/app/home", email, PASSWORD);
        }
        visit(200, addresses, page, phone);
    }

    private void visit(int status, List<String> addresses, Page... windows) {
        SoftAssertions findings = new SoftAssertions();
        for (Page window : windows) {
            for (String address : addresses) {
                Response answer = window.navigate(address);
                findings.assertThat(answer.status()).as(address).isEqualTo(status);
                findings.assertThatCode(() -> axe(window)).doesNotThrowAnyException();
            }
        }
        findings.assertAll();
    }

    private List<String> addresses(String path) {
        String things = THINGS.get(path);
        List<String> addresses = new ArrayList<>();
        if (things == null || ALSO_ALONE.contains(path)) {
            addresses.add(path.equals("/index") ? "/" : path);
        }
        if (things != null) {
            List<?> found = portal.rig().rows(things);
            assertThat(found).as(path).isNotEmpty();
            found.forEach(thing -> addresses.add(path + (thing.toString().startsWith("?") ? "" : "/") + thing));
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
