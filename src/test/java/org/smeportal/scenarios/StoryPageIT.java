package org.smeportal.scenarios;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.MailBox;
import org.smeportal.testing.PageTest;

/** The whole way in a browser: from a file with twelve SMEs over two workshops to a badge that anybody can check. */
class StoryPageIT extends PageTest {
    private static final String PM = "story-pm@example.org";
    private static final int SMES = 12;
    /** What a look leaves, and the seals that a timer puts on what was done before. */
    private static final Set<String> MAY_CHANGE =
            Set.of("audit_entry", "audit_head", "audit_seal", "user_session", "throttle");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @Test
    void fromAFileWithTwelveSmesToABadgeThatAnybodyCanCheck() throws Exception {
        account(PM, "Paula Story", "PM");
        signIn(page, "/app/smes/import-smes", PM, PASSWORD);
        importSmes();

        String first = plan("Story workshop one", 30);
        invite(first, "Story Sme", SMES);
        List<MimeMessage> mails = IntStream.rangeClosed(1, SMES)
                .mapToObj(number -> portal.mail().await(email(number), 1))
                .toList();
        mails.forEach(StoryPageIT::isAnInvitation);
        openingAnyLinkChangesNothing(mails);
        sayYes(first, mails.get(0));

        String second = plan("Story workshop two", 44);
        invite(second, "Story Sme 01", 1);
        Awaitility.await("the second invitation")
                .atMost(Duration.ofSeconds(60))
                .until(() -> invitationTo(email(1), "Story workshop two") != null);
        sayYes(second, invitationTo(email(1), "Story workshop two"));

        hold(first, 60);
        assertThat(portal.rig()
                        .count(
                                "select count(*) from award a join sme s on s.id = a.sme_id where s.email = ?1",
                                email(1)))
                .isZero();
        hold(second, 50);
        showBadge();
    }

    private void importSmes() {
        StringBuilder csv = new StringBuilder("email,name,country,zone\n");
        for (int i = 1; i <= SMES; i++) {
            csv.append(
                    "%s,Story Sme %02d,%s%n".formatted(email(i), i, i % 2 == 0 ? "JP,Asia/Tokyo" : "PT,Europe/Lisbon"));
        }
        axe(page);
        page.locator("#file")
                .setInputFiles(
                        new FilePayload("twelve.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
        page.locator("#tryOut").click();
        assertThat(page.locator("#lines tbody tr")).hasCount(SMES);
        assertThat(page.locator("#problems")).hasCount(0);
        assertThat(smes()).as("a dry run writes nothing").isZero();
        axe(page);
        page.locator("#importAll").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/smes/sme-list.*"));
        assertThat(page.locator(".messages")).containsText("12 SMEs created");
        assertThat(smes()).isEqualTo(SMES);
        axe(page);
    }

    private long smes() {
        return portal.rig().count("select count(*) from sme where email like 'story-sme-%'");
    }

    /** Answers the public id of the new event. */
    private String plan(String title, int inDays) {
        page.navigate("/app/events/event-edit");
        page.locator("#title").fill(title);
        page.locator("#kind").selectOption("WORKSHOP");
        page.locator("#examId").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.locator("#purpose").fill("Four items each & one walk.");
        page.locator("#firstDay").fill(LocalDate.now().plusDays(inDays).toString());
        page.locator("#from").fill("09:00");
        page.locator("#to").fill("17:00");
        page.locator("#zone").selectOption("Europe/Lisbon");
        page.locator("#modality").selectOption("IN_PERSON");
        page.locator("#venueName").fill("Tagus Conference House");
        page.locator("#venueAddress").fill("Cais do Sodré, Lisbon");
        page.locator("#seatsInPerson").fill("10");
        page.locator("#leadId")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Paula Story"));
        axe(page);
        page.locator("#plan").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/events/event/[0-9a-f-]{36}.*"));
        assertThat(page.locator("h1")).containsText(title);
        axe(page);
        return page.url().replaceFirst("[?#].*", "").replaceFirst(".*/", "");
    }

    private void invite(String event, String search, int count) {
        page.navigate("/app/invitations/invite/" + event + "?search=" + search.replace(' ', '+'));
        assertThat(page.locator("tbody tr")).hasCount(count);
        page.locator("[data-pick-all]").check();
        axe(page);
        page.locator("button.primary").click();
        assertThat(page.locator("pre.mail")).containsText("You are invited as a subject-matter expert.");
        assertThat(page.locator("ul.list li")).hasCount(count);
        axe(page);
        page.locator("#send").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/invitations/panel/" + event + ".*"));
        assertThat(statuses(event)).as("it can still be undone").containsOnlyKeys("QUEUED");
        axe(page);
        page.locator("[id$=sendNow]").click();
        assertThat(page.locator(".messages")).isVisible();
    }

    private static void isAnInvitation(MimeMessage mail) {
        Map<String, String> parts = MailBox.parts(mail);
        assertThat(parts).containsOnlyKeys("text/plain", "text/html", "text/calendar");
        assertThat(parts.get("text/plain"))
                .contains("Story workshop one", "Four items each & one walk.", "Tagus Conference House", "/rsvp/");
        assertThat(parts.get("text/html")).contains("Four items each &amp; one walk.", "/rsvp/");
        String calendar = parts.get("text/calendar").replaceAll("\r?\n[ \t]", "");
        assertThat(calendar)
                .contains("METHOD:REQUEST", "BEGIN:VTIMEZONE", "PARTSTAT=NEEDS-ACTION", "SUMMARY:Story workshop one")
                .containsOnlyOnce("BEGIN:VEVENT");
        assertThat(raw(mail)).contains("method=REQUEST");
    }

    private static String raw(MimeMessage mail) {
        return com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(mail);
    }

    /** R3.4: scanners that open what is in a mail answer nothing, whatever they do. */
    private void openingAnyLinkChangesNothing(List<MimeMessage> mails) throws IOException, InterruptedException {
        Set<String> links = new TreeSet<>();
        mails.forEach(mail -> links.addAll(MailBox.links(mail)));
        assertThat(links).hasSizeGreaterThanOrEqualTo(3 * SMES).allMatch(link -> link.startsWith(portal.url("/")));
        everyMailHasLeft();
        Map<String, Object> before = checksums();
        for (String link : links) {
            for (String method : List.of("GET", "HEAD")) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(link))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
                HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(method + " " + link).isEqualTo(200);
            }
        }
        assertThat(checksums()).isEqualTo(before);
    }

    private void everyMailHasLeft() {
        Awaitility.await("nothing waits in the outbox")
                .atMost(Duration.ofSeconds(60))
                .until(() -> portal.rig()
                                .count("select count(*) from outbox_message where state in ('QUEUED', 'SENDING')"
                                        + " and not_before <= utc_timestamp(6)")
                        == 0);
    }

    private Map<String, Object> checksums() {
        Map<String, Object> checksums = new TreeMap<>();
        for (Object table : portal.rig().rows("show tables")) {
            if (!MAY_CHANGE.contains((String) table)) {
                Object[] row =
                        (Object[]) portal.rig().rows("checksum table " + table).get(0);
                checksums.put((String) table, row[1]);
            }
        }
        assertThat(checksums)
                .containsKeys("invitation", "invitation_move", "outbox_message", "seat_pool", "event", "sme");
        return checksums;
    }

    private void sayYes(String event, MimeMessage invitation) {
        Page phone = phone();
        phone.navigate(MailBox.link(invitation, "/rsvp/"));
        assertThat(phone.locator("h1")).containsText("Story workshop");
        axe(phone);
        assertThat(statuses(event)).doesNotContainKey("ACCEPTED");
        Map<String, Long> before = statuses(event);
        phone.locator("#yes").click();
        assertThat(phone.locator(".note.ok")).containsText("You have a seat");
        axe(phone);
        Map<String, Long> after = new TreeMap<>(before);
        after.put("ACCEPTED", 1L);
        after.computeIfPresent("SENT", (status, count) -> count == 1 ? null : count - 1);
        assertThat(statuses(event)).as("one answer, of one SME").isEqualTo(after);
        assertThat(portal.rig().count("""
                        select taken from seat_pool p join event e on e.id = p.event_id where e.public_id = ?1""", event)).isEqualTo(1);
        String title = phone.locator("h1").innerText();
        Awaitility.await("a calendar entry that knows the answer")
                .atMost(Duration.ofSeconds(60))
                .until(() -> portal.mail().to(email(1)).stream()
                        .map(MailBox::parts)
                        .anyMatch(parts -> parts.get("text/plain").contains(title)
                                && parts.getOrDefault("text/calendar", "").contains("PARTSTAT=ACCEPTED")));
    }

    private Map<String, Long> statuses(String event) {
        Map<String, Long> statuses = new TreeMap<>();
        for (Object row : portal.rig().rows("""
                select i.status, count(*) from invitation i join event e on e.id = i.event_id
                where e.public_id = ?1 group by i.status""", event)) {
            Object[] columns = (Object[]) row;
            statuses.put((String) columns[0], ((Number) columns[1]).longValue());
        }
        return statuses;
    }

    private MimeMessage invitationTo(String recipient, String title) {
        return portal.mail().to(recipient).stream()
                .filter(mail -> MailBox.parts(mail).get("text/plain").contains(title))
                .findFirst()
                .orElse(null);
    }

    /** The event is confirmed, then time passes, then everybody with a seat was there. */
    private void hold(String event, int daysBack) {
        page.navigate("/app/events/event/" + event);
        page.locator("#confirm").click();
        assertThat(page.locator("#confirm")).hasCount(0);
        pass(event, daysBack);
        page.navigate("/app/attendance/board/" + event);
        assertThat(page.locator("table.ticks tbody tr")).hasCount(1);
        axe(page);
        page.locator("[data-ticks]").first().click();
        page.locator("#save").click();
        assertThat(page.locator(".bar")).containsText("1 attended");
        page.locator("#close").click();
        assertThat(page.locator(".messages")).isVisible();
        assertThat(page.locator("table.ticks")).hasCount(0);
        axe(page);
        assertThat(portal.rig()
                        .count("select count(*) from event where public_id = ?1 and status = 'COMPLETED'", event))
                .isEqualTo(1);
    }

    private void pass(String event, int days) {
        portal.rig().update("""
                update event_session set starts_at = starts_at - interval %1$d day, ends_at = ends_at - interval %1$d day
                where event_id = (select id from event where public_id = ?1)""".formatted(days), event);
        portal.rig().update("""
                update event set starts_at = starts_at - interval %1$d day, ends_at = ends_at - interval %1$d day,
                    rsvp_deadline = rsvp_deadline - interval %1$d day, status = 'RUNNING', version = version + 1
                where public_id = ?1""".formatted(days), event);
    }

    private void showBadge() {
        Awaitility.await("the badge mail")
                .atMost(Duration.ofSeconds(60))
                .until(() -> badgeLinks().size() == 1);
        String link = badgeLinks().get(0);
        for (Page anybody : List.of(wide(), phone())) {
            anybody.navigate(link);
            assertThat(anybody.locator("h1")).containsText("Story Sme 01");
            assertThat(anybody.locator(".pill.ok")).hasText("Valid");
            axe(anybody);
        }
    }

    private List<String> badgeLinks() {
        List<String> links = new ArrayList<>();
        for (MimeMessage mail : portal.mail().to(email(1))) {
            MailBox.links(mail).stream()
                    .filter(link -> link.contains("/badges/"))
                    .forEach(links::add);
        }
        return links;
    }

    private static String email(int number) {
        return "story-sme-%02d@example.org".formatted(number);
    }
}
