package org.smeportal.practical.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.PageTest;

/** Needs, the practical page and the host's files in a browser (R1.5, R2.7), and who gets none of them. */
class PracticalPageIT extends PageTest {
    private static final String LISBON = """
            select e.public_id from event e join invitation i on i.event_id = e.id join sme s on s.id = i.sme_id
            where e.modality = 'IN_PERSON' and i.status = 'ACCEPTED' and s.email = 'newcomer@example.org'
            order by e.starts_at desc limit 1""";

    @Test
    void anSmeSaysWhatTheyNeedAndFindsItAgain() {
        long account = account("needs@example.org", "Nadia Needs", "SME");
        portal.rig().update("""
                insert into sme (public_id, account_id, email, name, country, zone, state, joined_on, created_at)
                values (?1, ?2, 'needs@example.org', 'Nadia Needs', 'PT', 'Europe/Lisbon', 'ACTIVE', '2019-01-01', now(6))""", UUID.randomUUID().toString(), account);
        signIn("needs@example.org", PASSWORD);
        page.getByLabel("Vegan").check();
        page.getByLabel("Captions").check();
        page.locator("#dietNote").fill("<b>No</b> sesame");
        page.locator("#saveNeeds").click();
        assertThat(page.locator("#messages")).containsText("Noted");
        page.navigate("/app/accounts/profile");
        assertThat(page.getByLabel("Vegan")).isChecked();
        assertThat(page.getByLabel("Halal")).not().isChecked();
        assertThat(page.locator("#dietNote")).hasValue("<b>No</b> sesame");

        page.getByLabel("Halal").check();
        page.locator("#accessNote").fill("x".repeat(301));
        page.locator("#saveNeeds").click();
        assertThat(page.locator("#messages")).containsText("301");
        assertThat(page.getByLabel("Halal")).isChecked();
        assertThat(page.locator("#accessNote")).hasValue("x".repeat(301));
        assertThat(page.locator("#name")).hasValue("Nadia Needs");
    }

    @Test
    void thePracticalPageOpensForThoseWithASeatOnly() {
        String address = "/app/practical/practical?event=" + lisbon();
        signIn("newcomer@example.org", PASSWORD);
        page.navigate(address);
        assertThat(page.locator("main")).containsText("Santa Apolónia");
        assertThat(page.locator("main")).containsText("blue doors");
        expectStatus(404);
        assertThat(page.navigate("/app/practical/practical?event=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        Page other = wide();
        signIn(other, "/app/home", "sme@example.org", PASSWORD);
        assertThat(other.navigate(address).status()).isEqualTo(404);
        assertThat(other.content()).doesNotContain("Santa Apolónia", "blue doors");
    }

    @Test
    void theHostTakesArrivalsAndBadgesAlongAndAnSmeDoesNot() {
        String event = lisbon();
        String badges = "/app/practical/badges/" + event;
        String arrivals = "/app/practical/arrivals/" + event;
        signIn("pm@example.org", PASSWORD);
        APIResponse pdf = page.request().get(badges);
        assertThat(pdf.headers()).containsEntry("content-type", "application/pdf");
        assertThat(pdf.headers().get("content-disposition")).startsWith("attachment");
        assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(page.request().get(arrivals).text()).contains("Mateo Villalobos", "Europe/Lisbon");
        assertThat(page.request().get(badges + "?part=2").status()).isEqualTo(404);
        assertThat(page.request()
                        .get("/app/practical/badges/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(page.request().get("/app/practical/arrivals/1").status()).isEqualTo(404);

        Page other = wide();
        signIn(other, "/app/home", "newcomer@example.org", PASSWORD);
        assertThat(other.request().get(badges).status()).isEqualTo(403);
        assertThat(other.request().get(arrivals).status()).isEqualTo(403);
    }

    private String lisbon() {
        return (String) portal.rig().rows(LISBON).get(0);
    }
}
