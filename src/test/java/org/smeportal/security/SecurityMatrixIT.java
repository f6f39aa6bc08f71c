package org.smeportal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.security.SecurityMatrix.Line;
import org.smeportal.security.SecurityMatrix.Who;
import org.smeportal.testing.HttpUser;
import org.smeportal.testing.PortalServer;
import org.smeportal.testing.Things;

/**
 * Every cell of {@code security/matrix.txt} over HTTP, then what a browser would not send: addresses spelled in another way,
 * forms with parts that were never shown; ids and parameters that nobody expects are in {@code OddRequestsHeavyIT}.
 */
class SecurityMatrixIT {
    private static final int MOST_THINGS = 1;
    private static PortalServer server;
    private static Map<Who, HttpUser> people = Map.of();
    private static String owner;

    @BeforeAll
    static void signEverybodyIn() {
        server = PortalServer.shared();
        people = Everybody.signedIn(server);
        owner = (String) server.rig()
                .rows("select name from account where email = 'sme@example.org'")
                .get(0);
    }

    static List<Line> lines() {
        return SecurityMatrix.lines();
    }

    private static String answer(HttpResponse<String> response) {
        boolean leads = response.statusCode() == 302;
        return leads && response.headers().firstValue("Location").orElse("").contains("/sign-in?from=")
                ? "sign-in"
                : Integer.toString(response.statusCode());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everybodyIsAnsweredAsTheTableSays(Line line) {
        List<String> addresses =
                line.showsOneThing() ? Things.addresses(server.rig(), line.page()) : List.of(line.path());
        assertThat(addresses).isNotEmpty();
        SoftAssertions findings = new SoftAssertions();
        for (String address : addresses.subList(0, Math.min(MOST_THINGS, addresses.size()))) {
            line.cells().forEach((who, expected) -> {
                HttpResponse<String> response = people.get(who).get(address);
                findings.assertThat(answer(response))
                        .as("%s for %s", address, who)
                        .isEqualTo(expected);
                if (who != Who.OWNER && response.statusCode() != 200) {
                    findings.assertThat(response.body())
                            .as("%s for %s", address, who)
                            .doesNotContain(owner, "sme@example.org");
                }
            });
        }
        findings.assertAll();
    }

    /** The server finds a page by the decoded, tidied path; the guard must not be asked about another one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//app/accounts/account-list",
                "/%61pp/accounts/account-list",
                "/./app/accounts/account-list",
                "/x/../app/accounts/account-list",
                "/health/../app/audit/trail",
                "/jakarta.faces.resource/%2e%2e/app/audit/trail",
                "/app;a=b/accounts/account-list",
                "/app/accounts/account-list;a=b",
                "/app/accounts/account-list.xhtml/",
                "//app/notifications/message-html/1",
                "//app/smes/export",
                "//app/audit/export",
                "//app/practical/badges/1",
                "/app/practical/arrivals;a=b/1"
            })
    void anotherSpellingOfAnAddressOpensNothing(String path) {
        HttpResponse<String> answer = people.get(Who.ANONYMOUS).get(path);
        assertThat(answer.statusCode()).isIn(301, 302, 400, 404);
        assertThat(answer.body()).doesNotContain("admin@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/exams/../accounts/account-list",
                "/app/exams/exam-list/../duties",
                "/app/invitations/my-event/../../audit/trail",
                "/app/accounts/profile/../account-edit"
            })
    void aSpellingThatBorrowsAnotherPagesPermissionOpensNothing(String path) {
        assertThat(people.get(Who.OWNER).get(path).statusCode()).isIn(400, 403, 404);
    }

    /** A form that was shown for one's own thing is sent to the address of somebody else's. */
    @ParameterizedTest
    @ValueSource(strings = {"/app/tasks/tell-task", "/app/invitations/my-event"})
    void aFormSentToSomebodyElsesThingDoesNotAct(String page) {
        sendToSomebodyElsesThing(
                Things.addresses(server.rig(), page).get(0), people.get(Who.OWNER), people.get(Who.OTHER_SME));
    }

    @Test
    void feedbackAboutAnEventThatOneDidNotAttendIsNotTaken() {
        Object event = server.rig().rows("""
                        select e.public_id from attendance_result r join event e on e.id = r.event_id
                        where e.id not in (select r2.event_id from attendance_result r2 join sme s2 on s2.id = r2.sme_id
                            where s2.email = 'sme@example.org')
                        order by e.starts_at desc limit 1""").get(0);
        HttpUser user = people.get(Who.OWNER);
        Map<String, String> form = form("form", user.viewState("/app/calendar/availability"));
        form.put("overall", "5");
        form.put("pace", "RIGHT");
        form.put("again", "true");
        form.put("give", "give");
        List<?> before = checksums();
        assertThat(user.post("/app/feedback/give/" + event, form).statusCode()).isIn(302, 404);
        assertThat(checksums()).isEqualTo(before);
    }

    private static void sendToSomebodyElsesThing(String own, HttpUser ownerOfThis, HttpUser other) {
        Map<String, String> form = form("form", ownerOfThis.viewState(own));
        form.put("save", "save");
        form.put("answer", "YES");
        form.put("send", "send");
        form.put("hours", "1");
        form.put("doneOn", "2020-12-01");
        List<?> before = checksums();
        assertThat(other.post(own, form).statusCode())
                .as("with the state of a page that another person saw")
                .isIn(302, 404);
        form.put("jakarta.faces.ViewState", other.viewState("/app/calendar/availability"));
        assertThat(other.post(own, form).statusCode())
                .as("with a state of one's own")
                .isLessThan(500);
        assertThat(checksums()).isEqualTo(before);
    }

    @Test
    void daysAwayOfSomebodyElseCannotBeRemoved() {
        String away = (String) server.rig().rows("""
                        select b.public_id from sme_blackout b join sme s on s.id = b.sme_id
                        where s.email not in ('newcomer@example.org', 'sme@example.org') limit 1""").get(0);
        HttpUser other = people.get(Who.OTHER_SME);
        HttpResponse<String> shown = other.get("/app/calendar/availability");
        assertThat(shown.body()).doesNotContain(away);
        List<?> before = checksums();
        // the button stands beside each own entry only: the row is there for the tampered request alone
        for (String button : List.of("remove", "away:0:take:remove", "away:0:remove")) {
            Map<String, String> form =
                    form(button.replace(":remove", ""), other.viewState("/app/calendar/availability"));
            form.put(button, "Remove");
            form.put("away", away);
            assertThat(other.post("/app/calendar/availability", form).statusCode())
                    .isLessThan(500);
        }
        assertThat(checksums()).isEqualTo(before);
    }

    /** The page of an account shows "close" or "reopen", and neither to whoever is no administrator. */
    @Test
    void aButtonThatIsNotShownDoesNotAct() {
        String account =
                Things.addresses(server.rig(), "/app/accounts/account-edit").get(0);
        HttpUser admin = people.get(Who.ADMIN);
        List<?> before = checksums();
        Map<String, String> reopen = form("form", admin.viewState(account));
        reopen.put("reopen", "Reopen the account");
        assertThat(admin.post(account, reopen).statusCode()).isEqualTo(200);
        Map<String, String> close = form("form", admin.viewState(account));
        close.put("close", "Close the account");
        assertThat(people.get(Who.PM).post(account, close).statusCode()).isEqualTo(403);
        assertThat(answer(people.get(Who.ANONYMOUS).post(account, close))).isEqualTo("sign-in");
        Map<String, String> junk = form("form", admin.viewState(account));
        junk.put("roles", "EMPEROR");
        junk.put("save", "Save");
        junk.put("form:evil", "1");
        junk.put("j_idt0:0:close", "x");
        assertThat(admin.post(account, junk).statusCode()).isLessThan(500);
        Map<String, String> nowhere = form("form", admin.viewState(account));
        nowhere.put("mailLink", "Mail a new link");
        assertThat(admin.post("/app/accounts/account-edit/none", nowhere).statusCode())
                .isLessThan(500);
        assertThat(checksums()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/accounts/account-edit", "/app/exams/duties-edit", "/app/events/cancel-event"})
    void aFormWithoutTheStateOfAShownPageDoesNotAct(String page) {
        String address = Things.addresses(server.rig(), page).get(0);
        HttpUser user = people.get(page.contains("account") ? Who.ADMIN : Who.PM);
        List<?> before = checksums();
        for (String state : List.of("", "stateless", "12345:67890", "x".repeat(5000))) {
            Map<String, String> form = form("form", state.isEmpty() ? null : state);
            List.of("save", "close", "cancel", "mailLink").forEach(button -> form.put(button, button));
            form.put("offered", "SAA-C02/EDITOR");
            form.put("duty", "SAA-C02/EDITOR");
            form.put("reason", "A reason that is long enough.");
            assertThat(user.post(address, form).statusCode()).isLessThan(500);
        }
        assertThat(checksums()).isEqualTo(before);
    }

    /** What is grey on the page is not offered; a request that claims it was is refused by the rule. */
    @Test
    void aDutyThatIsNotOnesToGrantIsNotGrantedByAForgedBox() {
        String account =
                Things.addresses(server.rig(), "/app/exams/duties-edit").get(0);
        HttpUser elsewhere = people.get(Who.PM_ELSEWHERE);
        List<?> before = checksums();
        for (String box : List.of("SAA-C02/TECHNICAL", "CLF-C01/PM", "NONE/EDITOR", "SAA-C02/KING", "junk", "/")) {
            Map<String, String> form = form("form", elsewhere.viewState(account));
            form.put("offered", box);
            form.put("duty", box);
            form.put("save", "Save");
            assertThat(elsewhere.post(account, form).statusCode()).as(box).isIn(200, 404);
        }
        assertThat(checksums()).isEqualTo(before);
    }

    private static Map<String, String> form(String name, String viewState) {
        Map<String, String> fields = new LinkedHashMap<>(new HashMap<>(Map.of(name, name)));
        fields.put("jakarta.faces.ViewState", viewState);
        return fields;
    }

    /** Of the tables that the forms above would change. */
    private static List<?> checksums() {
        return server.rig().rows("""
                        checksum table account_role, exam_duty, event, sme_task, sme_blackout, feedback, sme, award""").stream()
                .map(row -> List.of((Object[]) row))
                .toList();
    }
}
