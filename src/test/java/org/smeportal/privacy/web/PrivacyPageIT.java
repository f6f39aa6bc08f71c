package org.smeportal.privacy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.MailBox;
import org.smeportal.testing.PageTest;

/** An SME reads what is held of them, takes it along and goes (R1.5). */
class PrivacyPageIT extends PageTest {
    private record Leaver(String email, UUID sme, UUID award) {}

    private Leaver leaver(String first) {
        String email = first.toLowerCase(java.util.Locale.ROOT) + "@example.org";
        long account = account(email, first + " Leaver", "SME");
        UUID sme = UUID.randomUUID();
        UUID award = UUID.randomUUID();
        portal.rig().update("""
                insert into sme (public_id, account_id, email, name, country, zone, employer, visible_to_members, state,
                    joined_on, created_at)
                values (?1, ?2, ?3, ?4, 'PT', 'Europe/Lisbon', 'Harbour Works', true, 'ACTIVE', '2019-01-01', now(6))""", sme.toString(), account, email, first + " Leaver");
        portal.rig().update("""
                insert into award (public_id, badge_id, sme_id, state, active_key, qualifying_event_id, earned_on, awarded_at)
                select ?1, 1, s.id, 'ACTIVE', concat('1:', s.id), (select min(id) from event), '2020-02-11', now(6)
                from sme s where s.public_id = ?2""", award.toString(), sme.toString());
        return new Leaver(email, sme, award);
    }

    @Test
    void anSmeTakesTheirDataAlongAndGoes() {
        Leaver me = leaver("Lena");
        signIn(me.email(), PASSWORD);
        page.getByText("Your data").click();
        assertThat(page.locator("h1")).hasText("Your data");
        assertThat(page.locator("#profile")).containsText("Harbour Works");
        assertThat(page.locator("#badges")).containsText("SME badge");
        assertThat(page.locator("#account")).containsText("Signed in");
        axe(page);
        APIResponse file = page.request().get("/app/privacy/own-data.json");
        assertThat(file.headers().get("content-disposition")).startsWith("attachment; filename=\"own-data-");
        assertThat(file.headers()).containsEntry("content-type", "application/json;charset=UTF-8");
        JsonObject data = Json.createReader(new StringReader(file.text())).readObject();
        assertThat(data.getJsonObject("sections")
                        .getJsonObject("profile")
                        .getJsonObject("about")
                        .getString("employer"))
                .isEqualTo("Harbour Works");

        page.locator("#delete").click();
        assertThat(page.locator("main")).containsText("1 badge: its public page says");
        axe(page);
        page.locator("#word").fill("yes");
        page.locator("#password").fill(PASSWORD);
        page.locator("#deleteData").click();
        assertThat(page.locator("#messages, .field-error").first()).containsText("The word DELETE is missing");
        page.locator("#word").fill("DELETE");
        page.locator("#password").fill(PASSWORD);
        page.locator("#deleteData").click();
        assertThat(page.locator("#messages")).containsText("Your data are deleted");

        page.navigate("/app/privacy/own-data");
        type(page, me.email(), PASSWORD);
        assertThat(page.locator("#messages")).containsText("do not fit together");
        Page phone = phone();
        phone.navigate("/badges/" + me.award());
        assertThat(phone.locator("main")).containsText("Withdrawn");
        assertThat(phone.content()).doesNotContain("Lena", "Leaver", "Former member");
        axe(phone);
        assertThat(MailBox.parts(portal.mail().await(me.email(), 1)).toString()).contains("Hello Lena Leaver");
        Awaitility.await("no row knows the address any more")
                .atMost(Duration.ofSeconds(20))
                .until(() -> portal.rig().count("select count(*) from outbox_message where recipient = ?1", me.email())
                        == 0);
    }

    @Test
    void aProgrammeManagerDeletesOnRequest() {
        Leaver me = leaver("Lorenz");
        signIn("pm@example.org", PASSWORD);
        page.navigate("/app/smes/sme/" + me.sme());
        page.getByText("Delete data").click();
        assertThat(page.locator("h1")).hasText("Delete the data of Lorenz Leaver");
        axe(page);
        page.locator("#deleteData").click();
        assertThat(page.locator("#messages, .field-error").first()).not().isEmpty();
        assertThat(page.locator("h1")).hasText("Delete the data of Lorenz Leaver");
        page.locator("#reason").fill("letter of 3 March");
        page.locator("#deleteData").click();
        assertThat(page.locator("#messages")).containsText("The data are deleted");
        page.navigate("/app/smes/sme-list?search=Lorenz");
        assertThat(page.locator("main")).not().containsText("Lorenz Leaver");
        expectStatus(404);
        assertThat(page.navigate("/app/smes/sme/" + me.sme()).status()).isEqualTo(404);

        Page other = wide();
        signIn(other, "/app/home", "newcomer@example.org", PASSWORD);
        expectStatus(403);
        assertThat(other.navigate("/app/privacy/delete-sme/" + me.sme()).status())
                .isEqualTo(403);
    }
}
