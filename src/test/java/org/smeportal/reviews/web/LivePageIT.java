package org.smeportal.reviews.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.reviews.Aspect;
import org.smeportal.reviews.LeadReview;
import org.smeportal.reviews.Verdict;
import org.smeportal.testing.HttpUser;
import org.smeportal.testing.PageTest;

/** A screen of a live review heals by itself and loses nothing that was typed; consoles take turns (R6.2). */
class LivePageIT extends LiveScreens {
    private static final String ON_THIS_DEVICE = """
            () => new Promise(done => {
              const opened = indexedDB.open("sme-desk");
              opened.onsuccess = () => {
                const all = opened.result.transaction("words").objectStore("words").getAll();
                all.onsuccess = () => {
                  opened.result.close();
                  done(all.result.map(one => one.field + " " + new TextDecoder().decode(one.words)).join(" "));
                };
              };
            })""";

    @BeforeAll
    static void start() throws IOException {
        start(1, 3);
    }

    /** The connection that asked for the head of a stream serves the next request. */
    @Test
    void theHeadOfAStreamKeepsNobodyWaiting() {
        UUID session = scheduled(room.items.subList(2, 3));
        HttpUser user = HttpUser.signedIn(url(), rig, email(room.reviewer(1).accountId()));
        assertThat(user.ask("HEAD", "/app/reviews/pings/" + session).statusCode())
                .isEqualTo(200);
        assertThat(user.ask("GET", "/app/reviews/live/" + session).statusCode()).isEqualTo(200);
        assertThat(user.ask("HEAD", "/app/reviews/pings/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aScreenHealsByItselfAndLosesNothingThatWasTyped() {
        UUID session = scheduled(room.items.subList(0, 2));
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
        aPageThatIsLoadedAnewHasIt(page);
        keys(lead, "g", "ArrowUp", "Enter");
        standsAt(List.of(page), 1);
        assertThat(page.locator("#comment")).hasValue("Say which limit.");
        looksRight(page, "session");
        page.locator("#comment").focus();
        keys(page, "Control+Enter");
        assertThat(page.locator("#ownComments .said")).containsText("Say which limit.");
        nothingIsKept(page);

        aSecondConsoleTakesOver(session, lead);
        whoReviewsDoesNotLead(session);
        whoHasNoStreamAsks(session, lead);
        whoseSessionEndedSignsInAndIsBack(page, session);
        whatWasTypedEndsWithTheSession(page, session);
    }

    /** R9.4: on this device it is encrypted. */
    private static void aPageThatIsLoadedAnewHasIt(Page page) {
        assertThat((String) page.evaluate(ON_THIS_DEVICE)).contains("comment.").doesNotContain("limit");
        page.reload();
        standsAt(List.of(page), 2);
        assertThat(page.locator("#reviewNotice")).hasText("What you had typed here and not sent is back.");
        assertThat(page.locator("#keptComments")).containsText("What you typed about item 1 is kept");
        looksRight(page, "restored");
    }

    private static void nothingIsKept(Page page) {
        page.waitForFunction("Journal.drafts().then(all => all.length === 0)");
    }

    private static void signOutAsksFirst(Page page, UUID session) {
        Page home = page.context().newPage();
        home.navigate("/app/home");
        List<String> asked = new ArrayList<>();
        home.onceDialog(dialog -> {
            asked.add(dialog.message());
            dialog.dismiss();
        });
        PageTest.signOut(home);
        home.waitForURL("**/app/reviews/session/" + session);
        assertThat(asked).singleElement().asString().contains("only in this browser");
        home.close();
        assertThat(page.locator("#comment")).hasValue("Too late for this one.");
    }

    private static void whatWasTypedEndsWithTheSession(Page page, UUID session) {
        keys(page, "c");
        page.keyboard().type("Too late for this one.");
        page.waitForFunction("Journal.drafts().then(all => all.length === 1)");
        signOutAsksFirst(page, session);
        rig.as(other, () -> {
            rig.get(LeadReview.class).close(session);
            return null;
        });
        assertThat(page.locator("#reviewState")).hasText("Closed");
        nothingIsKept(page);
    }

    private static void keysAreListed(Page page) {
        keys(page, "?");
        assertThat(page.locator("#keys")).isVisible();
        looksRight(page, "keys");
        keys(page, "Escape");
        assertThat(page.locator("#keys")).isHidden();
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
        whoLeadsHasEditsAndReasonAfterAReload(second);
        keys(second, "Control+Enter");
        shows(List.of(lead, second), "DECIDED");
        keys(second, "n");
        standsAt(List.of(lead, second), 2);
    }

    private static void whoLeadsHasEditsAndReasonAfterAReload(Page second) {
        second.locator("#edit-question").fill("Which of the two?");
        second.reload();
        assertThat(second.locator("#edit-question")).hasValue("Which of the two?");
        second.locator("[data-do=discard]").click();
        assertThat(second.locator("#edit-question")).hasCount(0);
        keys(second, "a");
        second.keyboard().type("All agree.");
        second.reload();
        shows(List.of(second), "REVEALED");
        assertThat(second.locator("#reviewNotice")).containsText("not sent is back");
        keys(second, "a");
        assertThat(second.locator("#decideReason")).hasValue("All agree.");
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
        page.locator("#email").fill(email(room.reviewer(1).accountId()));
        page.locator("#password").fill(DemoAccounts.PASSWORD);
        page.locator("#signIn").click();
        standsAt(List.of(page), 2);
        vote(page, "1");
    }
}
