package org.smeportal.reviews.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smeportal.events.EventKind;
import org.smeportal.events.EventPlan;
import org.smeportal.events.Modality;
import org.smeportal.events.PlanEvent;
import org.smeportal.items.WrittenItems;
import org.smeportal.platform.Sql;
import org.smeportal.reviews.GiveVerdict;
import org.smeportal.reviews.LeadReview;
import org.smeportal.reviews.ReadReview;
import org.smeportal.reviews.ReviewOutcome;
import org.smeportal.reviews.Verdict;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.CleanItems;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Pictures;
import org.smeportal.testing.Rig;

/** From the pipeline to groups with agendas, from there to the members, and what is left to see afterwards (R6.2). */
class RoundsPageIT extends PageTest {
    private static final String PM = "rounds.pm@example.org";
    private static final String EXAM = "SCS-C01";
    private final List<Caller> members = new ArrayList<>();
    private Caller pm = Caller.SYSTEM;
    private UUID event = new UUID(0, 0);

    @AfterEach
    void over() {
        portal.rig().update("update event set status = 'CANCELLED' where public_id = ?1", event.toString());
        portal.rig().update("delete from exam_duty where account_id = ?1", pm.accountId());
        portal.rig().update("update review_session set state = 'CLOSED', closed_at = now(6) where state <> 'CLOSED'");
    }

    @Test
    void aProgrammeManagerSchedulesAndAMemberFindsTheSession() {
        prepare();
        items();
        signIn(page, "/app/pipeline/pipeline?exam=" + EXAM, PM, PASSWORD);
        page.locator("a", has("Schedule review")).click();
        Locator choice = page.locator("li", has("Writing room of the rounds"));
        assertThat(choice).containsText("8 people with a seat and an account: up to 2 groups");
        look("schedule-event");
        choice.locator("a", within("Choose items")).click();
        assertThat(page.locator("#groups")).hasValue("2");
        assertThat(page.locator("#content")).containsText("nobody decided about them");
        assertThat(page.locator("tr", has("Looks like another"))).hasCount(2);
        assertThat(page.locator("tr", has("Looks like another")).locator("input"))
                .hasCount(0);
        page.locator("button[name=all]").first().click();
        assertThat(page.locator("input[name=pick]:checked").first()).isVisible();
        page.locator("#per").fill("2");
        page.locator("#fill").click();
        assertThat(page.locator("input[name=pick]:checked")).hasCount(4);
        look("schedule");
        page.locator("#preview").click();
        assertThat(page.locator("h1")).hasText("4 items for 2 groups");
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody tr").first()).containsText("4");
        look("preview");
        page.locator("#schedule").click();
        assertThat(page.locator(".messages")).containsText("4 items are on the agenda of 2 groups");
        assertThat(page.locator("tbody tr")).hasCount(2);
        look("list");
        page.locator("tbody tr").first().locator("a", within("Group")).click();
        assertThat(page.locator("#members + span")).hasText("4");
        assertThat(page.locator("#content")).containsText("nobody can leave this one");
        page.locator("ul.list").first().locator("input[type=submit]").first().click();
        assertThat(page.locator(".messages")).containsText("waits for another group");
        look("group-planned");

        UUID session = UUID.fromString(page.url().replaceAll(".*/", ""));
        Caller member = member(session);
        Page own = phone();
        signIn(own, "/app/reviews/my-reviews", email(member), PASSWORD);
        assertThat(own.locator("#content")).containsText("Writing room of the rounds");
        assertThat(own.locator("a", has("Join now"))).hasCount(0);
        lead(() -> portal.rig().get(LeadReview.class).open(session));
        own.navigate("/app/home");
        assertThat(own.locator(".nav .count").first()).hasText("1");
        assertThat(own.locator("a", has("Join now"))).hasAttribute("href", "/app/reviews/session/" + session);
        axe(own);
        picture(own, "home-sme");
        own.navigate("/app/reviews/my-reviews");
        assertThat(own.locator("a", has("Join now"))).isVisible();
        axe(own);
        page.navigate("/app/reviews/group/" + session);
        assertThat(page.locator("#content")).containsText("items have places and no codes");
        look("group-open");

        decide(session);
        own.navigate("/app/reviews/my-reviews");
        assertThat(own.locator("section:has(#past)")).containsText("1 verdict, no comments, 0 taken over");
        axe(own);
        picture(own, "mine");
        page.navigate("/app/reviews/group/" + session);
        assertThat(page.locator("section:has(#result)")).containsText("4 verdicts were revealed");
        look("group-closed");
        page.locator("section:has(#agenda) a.code").first().click();
        assertThat(page.locator("#content")).containsText("Fine as it stands.");
        look("item");
        page.navigate("/app/reviews/reviewer-list");
        assertThat(page.locator("tbody tr").first()).containsText("Rosa Round");
        look("reviewers");
        page.navigate("/app/home");
        assertThat(page.locator("section:has(#reviews)")).containsText("group planned");
        look("home-pm");
        page.navigate("/app/events/event/" + event);
        page.locator("#schedule-review").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/reviews/schedule\\?event=" + event));
    }

    private static Locator.LocatorOptions within(String words) {
        return new Locator.LocatorOptions().setHasText(words);
    }

    private static Page.LocatorOptions has(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    /** At the desk and on a phone, light and dark. */
    private void look(String name) {
        axe(page);
        picture(page, name);
        page.setViewportSize(390, 844);
        axe(page);
        picture(page, name + "-390");
        page.setViewportSize(1360, 900);
    }

    private static void picture(Page shown, String name) {
        Pictures.take(shown, "rounds-" + name + ".png");
    }

    private void lead(Runnable act) {
        portal.rig().as(pm, () -> {
            act.run();
            return null;
        });
    }

    /** All say yes, and it is decided; the next item is left. */
    private void decide(UUID session) {
        Rig rig = portal.rig();
        UUID entry = rig.as(pm, () -> rig.get(ReadReview.class).read(session))
                .current()
                .entry();
        LeadReview.OnEntry on = new LeadReview.OnEntry(session, entry);
        for (Object account : rig.rows("""
                select m.account_id from review_member m join review_session s on s.id = m.session_id
                where s.public_id = ?1""", session.toString())) {
            members.stream()
                    .filter(member -> member.accountId() == Sql.number(account))
                    .forEach(member -> rig.as(member, () -> {
                        rig.get(GiveVerdict.class).arrive(session);
                        rig.get(GiveVerdict.class).give(session, entry, Verdict.ACCEPT);
                        return null;
                    }));
        }
        lead(() -> rig.get(LeadReview.class).reveal(on));
        lead(() -> rig.get(LeadReview.class)
                .decide(new LeadReview.Decision(on, ReviewOutcome.ACCEPT, "Fine as it stands.")));
        lead(() -> rig.get(LeadReview.class).close(session));
    }

    private Caller member(UUID session) {
        long account = portal.rig().count("""
                select min(m.account_id) from review_member m join review_session s on s.id = m.session_id
                where s.public_id = ?1""", session.toString());
        return members.stream()
                .filter(member -> member.accountId() == account)
                .findFirst()
                .orElseThrow();
    }

    private String email(Caller member) {
        return (String) portal.rig()
                .rows("select email from account where id = ?1", member.accountId())
                .get(0);
    }

    /** A programme manager of one exam, and a workshop of it with eight people that is going on. */
    private void prepare() {
        Rig rig = portal.rig();
        long account = account(PM, "Rita Rounds", "PM");
        pm = Rig.caller(account, "Rita Rounds", "Europe/Berlin", Role.PM);
        long exam = rig.count("select id from exam where code = ?1", EXAM);
        rig.update("""
                insert into exam_duty (account_id, exam_id, duty, granted_by, granted_at)
                values (?1, ?2, 'PM', 'test', now(6)) on duplicate key update duty = duty""", account, exam);
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        EventPlan plan = new EventPlan(
                EventKind.WORKSHOP,
                exam,
                "Writing room of the rounds",
                null,
                Modality.VIRTUAL,
                ZoneId.of("Europe/Berlin"),
                day,
                day,
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                null,
                null,
                "https://meet.example.org/room",
                0,
                10,
                day.minusDays(2),
                LocalTime.NOON,
                account);
        event = rig.as(pm, () -> rig.get(PlanEvent.class).create(plan, "The day", true));
        Instant now = rig.clock().instant();
        rig.update(
                "update event set status = 'CONFIRMED', starts_at = ?2, ends_at = ?3, version = version + 1 where public_id = ?1",
                event.toString(),
                Sql.parameter(now.minus(Duration.ofHours(2))),
                Sql.parameter(now.plus(Duration.ofHours(8))));
        for (int number = 1; number <= 8; number++) {
            members.add(seated("rounds" + number + "@example.org", "Rosa Round " + number));
        }
    }

    private Caller seated(String email, String name) {
        Rig rig = portal.rig();
        long account = account(email, name, "SME");
        rig.update("""
                insert into sme (public_id, account_id, email, name, country, zone, state, joined_on, created_at)
                select uuid(), ?1, ?2, ?3, 'PT', 'Europe/Lisbon', 'ACTIVE', '2020-01-01', now(6) from (select 1) one
                where not exists (select 1 from sme where email = ?2)""", account, email, name);
        rig.update("""
                insert into invitation (public_id, event_id, sme_id, status, wave, seat_pool_id, holds_seat, nonce, created_at)
                select uuid(), e.id, s.id, 'ACCEPTED', 1, (select min(p.id) from seat_pool p where p.event_id = e.id), true,
                    'n', now(6)
                from sme s join event e on e.public_id = ?1 where s.email = ?2""", event.toString(), email);
        return Rig.caller(account, name, "Europe/Lisbon", Role.SME);
    }

    /** Four that are like no other, and two that are like each other. */
    private void items() {
        WrittenItems items = new WrittenItems(portal.rig());
        Caller author = members.get(0);
        List<CleanItems.CleanItem> texts = CleanItems.readOn(LocalDate.now(ZoneOffset.UTC));
        for (int number = 0; number < 4; number++) {
            UUID item = items.started(author, event, 1 + number % 2);
            items.fill(author, item, texts.get(number).text());
            items.waive(author, item, "Looked at.");
            items.submit(author, item);
        }
        items.submitted(author, event, 1);
        items.submitted(author, event, 2);
    }
}
