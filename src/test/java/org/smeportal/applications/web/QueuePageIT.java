package org.smeportal.applications.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.smeportal.applications.QueueStory;
import org.smeportal.testing.PageTest;

/** An afternoon of two programme managers (R1.3, R1.4): score blind, disagree, decide, look at the mails, tell all at once. */
class QueuePageIT extends PageTest {
    private static final String LIST = "/app/applications/application-list";

    private UUID apply(String name) {
        var now = Clock.systemUTC().instant();
        String email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
        return QueueStory.insert(
                portal.rig(),
                name,
                email,
                "PT",
                now,
                LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(20));
    }

    @Test
    void twoScoreBlindThenOneDecidesAndPublishes() {
        List<UUID> ids = List.of(apply("Quince One"), apply("Quince Three"), apply("Quince Two"));
        Page other = wide();
        signIn(page, "/app/home", "pm@example.org", PASSWORD);
        signIn(other, "/app/home", "second.pm@example.org", PASSWORD);

        page.navigate(LIST + "?search=quince&sort=NAME&mine=yes");
        assertThat(page.locator("tbody tr")).hasCount(3);
        axe(page);
        page.getByText("Quince One").click();
        assertThat(page.locator("main")).containsText("1 of 3 in this list");
        page.locator("#saveAndNext").click();
        assertThat(page.locator("#messages")).containsText("has no points yet");
        page.locator("fieldset input").first().focus();
        for (int i = 0; i < 5; i++) {
            page.keyboard().press("4");
        }
        page.locator("#comment").fill("Calm <b>zebra</b> crossing.");
        axe(page);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("h1")).hasText("Quince Three");
        assertThat(page.locator("#messages")).containsText("Your scores of Quince One are saved");
        score(page, "3");
        page.locator("#saveAndNext").click();
        assertThat(page.locator("h1")).hasText("Quince Two");
        score(page, "1");
        page.locator("#saveAndNext").click();
        assertThat(page).hasURL(Pattern.compile(".*" + LIST + ".*search=quince.*"));
        assertThat(page.locator("main")).containsText("No application matches");

        open(other, ids.get(0));
        assertThat(other.locator("main")).containsText("1 of 2 in");
        assertThat(other.locator("main")).not().containsText("Calm <b>zebra</b> crossing.");
        assertThat(other.content()).doesNotContain("zebra");
        score(other, "1");
        other.locator("#save").click();
        assertThat(other.locator("main")).containsText("Calm <b>zebra</b> crossing.");
        assertThat(other.locator("main")).containsText("2 or more apart");
        for (UUID id : ids.subList(1, 3)) {
            open(other, id);
            score(other, id.equals(ids.get(1)) ? "3" : "1");
            other.locator("#save").click();
            assertThat(other.locator("main")).containsText("2 of 2 in");
        }
        other.navigate(LIST + "?search=quince&disagreement=yes");
        assertThat(other.locator("tbody tr")).hasCount(1);

        other.navigate("/app/applications/rubric?line=1");
        Locator weights = other.locator("[name^='weight.']");
        weights.first().fill("0");
        other.getByText("Try out").click();
        assertThat(other.locator("#what-if")).containsText("Quince Three");
        axe(other);

        page.navigate(LIST + "?search=quince&sort=NAME");
        page.getByLabel("Choose Quince One").check();
        page.getByLabel("Choose Quince Three").check();
        page.locator(".bar").getByText("Compare").click();
        assertThat(page.locator("main section")).hasCount(2);
        axe(page);
        page.goBack();
        page.getByLabel("Choose Quince One").check();
        page.getByLabel("Choose Quince Three").check();
        page.locator(".bar").getByText("Decide").click();
        assertThat(page.locator("h1")).hasText("Decide 2 applications");
        page.locator("#decision").selectOption("ACCEPT");
        axe(page);
        page.locator("#decide").click();
        assertThat(page.locator("#messages")).containsText("2 applications are decided, and nobody is told yet");

        open(page, ids.get(2));
        page.locator(".bar").getByText("Decline").click();
        page.locator("#decide").click();
        assertThat(page.locator("#messages")).containsText("Write the reason");
        page.locator("#reason").fill("We look for people who run this.");
        page.locator("#decide").click();
        assertThat(page.locator("#messages")).containsText("1 application is decided");

        page.navigate("/app/applications/publish");
        for (Locator row : page.locator("li:has([name=pick])").all()) {
            row.locator("[name=pick]").setChecked(row.textContent().contains("Quince"));
        }
        assertThat(page.locator("main")).containsText("We look for people who run this.");
        axe(page);
        page.locator("#publish").click();
        assertThat(page.locator("h1")).hasText("3 decisions");
        assertThat(page.locator("main")).containsText("Nobody is told before");
        assertThat(portal.rig().count("select count(*) from sme where name like 'Quince%'"))
                .isZero();
        page.locator("#undo").click();
        assertThat(page.locator("main")).containsText("nobody was told");

        page.navigate("/app/applications/publish");
        for (Locator row : page.locator("li:has([name=pick])").all()) {
            row.locator("[name=pick]").setChecked(row.textContent().contains("Quince"));
        }
        page.locator("#publish").click();
        page.locator("#sendNow").click();
        assertThat(page.locator("#messages")).containsText("3 people were told");
        axe(page);
        assertThat(portal.rig().count("select count(*) from sme where name like 'Quince%'"))
                .isEqualTo(2);
        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(portal.mail().to("quince.one@example.org")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(portal.mail().to("quince.two@example.org")).isNotEmpty();
        });

        Page phone = phone();
        signIn(phone, "/app/home", "pm@example.org", PASSWORD);
        for (String path : List.of(
                LIST + "?tab=ALL",
                "/app/applications/application/" + ids.get(0),
                "/app/applications/compare?pick=" + ids.get(0) + "&pick=" + ids.get(1),
                "/app/applications/publish",
                "/app/applications/rubric",
                "/app/applications/rubric-edit")) {
            phone.navigate(path);
            axe(phone);
        }
    }

    private static void open(Page in, UUID id) {
        in.navigate("/app/applications/application/" + id);
    }

    private static void score(Page in, String points) {
        for (Locator group : in.locator("fieldset").all()) {
            group.locator("input[value='" + points + "']").check();
        }
    }
}
