package org.smeportal.reviews.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A group reviews live (R6.2): a programme manager and eight members, each in a browser of their own, on two application nodes
 * behind a round robin that sends every request to the next one.
 */
class LiveNodesHeavyIT extends LiveScreens {
    private static final int ITEMS = 5;

    @BeforeAll
    static void start() throws IOException {
        start(2, ITEMS);
    }

    @Test
    void nineScreensOnTwoNodesEndInTheSameStateAndNoVerdictIsLost() throws Exception {
        UUID session = scheduled(room.items);
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
        all.forEach(page -> assertThat(page.locator("#reviewAnswered")).hasText("8 of 8 have answered"));
        assertThat(lead.locator("#reviewAnswered")).hasText("8 of 8 have answered");
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

    /** Reveals when all have answered, decides with that key and reason, and goes on. */
    private static void decide(Page lead, String key, String reason) {
        assertThat(lead.locator("#reviewAnswered")).hasText("8 of 8 have answered");
        keys(lead, "r");
        shows(List.of(lead), "REVEALED");
        keys(lead, key);
        lead.keyboard().type(reason);
        keys(lead, "Control+Enter");
        shows(List.of(lead), "DECIDED");
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

    private static void nothingIsToldBeforeTheReveal(List<Page> all, UUID session) {
        Page page = all.get(2);
        String entry = at(session).entry().toString();
        UUID next = room.seen(room.pm, session).agenda().get(1).entry();
        for (Page anybody : all) {
            String json = anybody.request().get("/app/reviews/live/" + session).text();
            assertThat(json).doesNotContain("tally", "differences", "fields");
            assertThat(json.contains("A rule could also")).isEqualTo(anybody == all.get(1));
        }
        for (String act : List.of("reveal", "edit", "decide", "answer", "show", "next", "moreTime", "open", "close")) {
            APIResponse answer = post(page, session, """
                {"act":"%s","entry":"%s","edition":0,"fields":{},"outcome":"ACCEPT","comment":"%s","resolution":"RESOLVED"}""".formatted(act, entry, next));
            assertThat(answer.status()).as(act + " by a member").isIn(403, 404, 409);
            assertThat(answer.text()).doesNotContain("tally");
        }
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
}
