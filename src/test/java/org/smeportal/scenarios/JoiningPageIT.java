package org.smeportal.scenarios;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.binary.Base32;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.smeportal.applications.Applying;
import org.smeportal.applications.RubricQueries;
import org.smeportal.applications.ScoreApplication;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.MailBox;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Rig;
import org.smeportal.testing.SecondFactorCodes;

/**
 * Joining as a newcomer lives it (R1.1 to R1.5), on a phone: apply, confirm by the mail, follow the status, be scored by two
 * programme managers, be accepted with 29 others in one moment, activate, accept the agreement, set up a second factor,
 * fill in the profile, take the own data along.
 */
class JoiningPageIT extends PageTest {
    private static final String EMAIL = "lia.joins@example.org";
    private static final String SECRET = "eleven violet bicycles sleep";

    @Test
    void fromTheFirstPageToAnSmeWithTheirOwnData() throws Exception {
        Page phone = phone();
        apply(phone);
        phone.navigate(path(MailBox.link(portal.mail().await(EMAIL, 1), "/apply/confirm/")));
        phone.locator("#confirm").click();
        String status = path(MailBox.link(portal.mail().await(EMAIL, 2), "/apply/status/"));
        phone.navigate(status);
        assertThat(phone.locator("main")).containsText("Received");

        acceptWithOthers();
        phone.navigate(status);
        assertThat(phone.locator("h1")).hasText("Accepted: welcome");
        axe(phone);

        activate(phone);
        acceptTheAgreement(phone);
        setUpTheSecondFactor(phone);
        fillInTheProfile(phone);
        takeTheDataAlong(phone);
    }

    private void apply(Page phone) {
        phone.navigate("/apply");
        phone.locator("#begin").click();
        phone.locator("#name").fill("Lía Müller-Ødegård");
        phone.locator("#email").fill(EMAIL);
        phone.locator("#country").selectOption("NO");
        phone.locator("#zone").selectOption("Europe/Oslo");
        phone.locator("#next").click();
        axe(phone);
        phone.getByText("SAP-C01").click();
        phone.locator("#yearsExperience").fill("9");
        phone.locator("#expertise").fill("migration, networking");
        phone.locator("#languages").fill("Norwegian, English");
        phone.locator("#next").click();
        axe(phone);
        phone.locator("#motivation").fill("I move old systems for a living, and good questions taught me most.");
        phone.getByText("Online only").click();
        phone.locator("#next").click();
        axe(phone);
        phone.locator("#privacy").check();
        new Applying(portal.rig()).tookTime(EMAIL);
        phone.locator("#send").click();
        assertThat(phone.locator("h1")).hasText("Look into your mailbox");
    }

    /** Two programme managers score all thirty; one of them decides and publishes in one act. */
    private void acceptWithOthers() {
        Rig rig = portal.rig();
        List<UUID> all = new ArrayList<>(others(rig));
        all.add(UUID.fromString((String) rig.rows("select public_id from application where email = ?1", EMAIL)
                .get(0)));
        for (String pm : List.of("pm@example.org", "second.pm@example.org")) {
            Caller caller =
                    Rig.caller(rig.count("select id from account where email = ?1", pm), pm, "Europe/Berlin", Role.PM);
            all.forEach(application -> score(rig, caller, application));
        }
        signIn(page, "/app/home", "pm@example.org", PASSWORD);
        page.navigate("/app/applications/decide?"
                + all.stream().map(id -> "pick=" + id).collect(Collectors.joining("&")));
        assertThat(page.locator("h1")).hasText("Decide 30 applications");
        page.locator("#decision").selectOption("ACCEPT");
        page.locator("#decide").click();
        assertThat(page.locator("#messages")).containsText("30 applications are decided");
        page.navigate("/app/applications/publish");
        for (var row : page.locator("li:has([name=pick])").all()) {
            row.locator("[name=pick]")
                    .setChecked(row.textContent().contains("Joining")
                            || row.textContent().contains("Lía"));
        }
        page.locator("#publish").click();
        assertThat(page.locator("h1")).hasText("30 decisions");
        page.locator("#sendNow").click();
        assertThat(page.locator("#messages")).containsText("30 people were told");
        assertThat(rig.count("select count(*) from sme where name like 'Joining %' or email = ?1", EMAIL))
                .isEqualTo(30);
    }

    private static List<UUID> others(Rig rig) {
        Instant now = rig.clock().instant();
        List<UUID> others = new ArrayList<>();
        Applying people = new Applying(rig);
        for (int i = 1; i < 30; i++) {
            rig.clock().set(now.minus(Duration.ofHours(1)));
            others.add(
                    people.applyAndConfirm("joining" + i + "@example.org", "Joining Number " + i, "198.51.100." + i));
        }
        rig.clock().set(now);
        return others;
    }

    private static void score(Rig rig, Caller pm, UUID application) {
        rig.as(pm, () -> {
            var rubric = rig.get(RubricQueries.class).current();
            Map<Long, Integer> points = new HashMap<>();
            rubric.criteria().forEach(criterion -> points.put(criterion.id(), 3));
            rig.get(ScoreApplication.class)
                    .score(new ScoreApplication.Scored(application, rubric.number(), points, null));
        });
    }

    private void activate(Page phone) {
        phone.navigate(path(Awaitility.await("the link to activate")
                .atMost(Duration.ofSeconds(60))
                .until(this::activation, link -> !link.isEmpty())));
        phone.locator("#password").fill("lia.joins.lia.joins");
        phone.locator("#again").fill("lia.joins.lia.joins");
        phone.locator("#save").click();
        assertThat(phone.locator(".messages .error")).isVisible();
        phone.locator("#password").fill(SECRET);
        phone.locator("#again").fill(SECRET);
        phone.locator("#save").click();
        assertThat(phone.locator("#signIn")).isVisible();
        type(phone, EMAIL, SECRET);
    }

    private String activation() {
        return portal.mail().to(EMAIL).stream()
                .flatMap(mail -> MailBox.links(mail).stream())
                .filter(link -> link.contains("/set-password/"))
                .findFirst()
                .orElse("");
    }

    private void acceptTheAgreement(Page phone) {
        phone.waitForURL(Pattern.compile(".*/app/agreements/accept.*"));
        phone.navigate("/app/invitations/my-events");
        phone.waitForURL(Pattern.compile(".*/app/agreements/accept\\?from=.*my-events"));
        phone.locator("#read").check();
        phone.locator("#accept").click();
        phone.waitForURL(Pattern.compile(".*/app/invitations/my-events"));
    }

    private void setUpTheSecondFactor(Page phone) {
        phone.navigate("/app/accounts/second-factor");
        phone.locator("#begin").click();
        byte[] key = new Base32().decode(phone.locator("#key").innerText().replace(" ", ""));
        phone.locator("#firstCode").fill(SecondFactorCodes.now(key));
        phone.locator("#confirm").click();
        assertThat(phone.locator("#recovery textarea")).isVisible();
        phone.navigate("/app/home");
        phone.locator(".top summary").click();
        signOut(phone);
        assertThat(phone).hasURL(portal.url("/"));
        phone.navigate("/app/profiles/profile");
        type(phone, EMAIL, SECRET);
        phone.locator("#code").fill(SecondFactorCodes.next(key));
        phone.locator("#confirm").click();
        phone.waitForURL(Pattern.compile(".*/app/profiles/profile"));
    }

    private void fillInTheProfile(Page phone) {
        phone.locator("#maxEvents").fill("6");
        phone.locator("#travel").selectOption("REGION");
        phone.locator("#saveLimits").click();
        assertThat(phone.locator(".messages")).containsText("Your limits are saved.");
        axe(phone);
    }

    private void takeTheDataAlong(Page phone) throws Exception {
        phone.navigate("/app/privacy/own-data");
        assertThat(phone.locator("main")).containsText("I move old systems for a living");
        axe(phone);
        Download file = phone.waitForDownload(() -> phone.locator("#download").click());
        JsonObject data = Json.createReader(file.createReadStream()).readObject();
        assertThat(data.toString())
                .contains(EMAIL, "Lía Müller-Ødegård", "I move old systems for a living", "REGION")
                .doesNotContain("pm@example.org", "joining1@example.org");
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }
}
