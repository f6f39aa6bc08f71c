package org.smeportal.similarity.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smeportal.security.SecretBox;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.Pictures;
import org.smeportal.testing.Rig;

/** A programme manager looks at pairs, compares two items, makes them enemies and takes it back (R5.4). */
class AlikePageIT extends PageTest {
    private static final String PM = "alike.pm@example.org";

    /** As it stands once it was handed in. */
    private UUID handedIn(long exam, String code, String scenario, String key) {
        Rig rig = portal.rig();
        UUID item = UUID.randomUUID();
        rig.update("""
                insert into item (public_id, code, exam_id, domain, status, status_since, revision, created_at)
                values (?1, ?2, ?3, 1, 'SUBMITTED', utc_timestamp(6), 1, utc_timestamp(6))""", item.toString(), code, exam);
        String options = """
                {"options":[{"id":"a","text":"%s"},{"id":"b","text":"Move the lighthouse to a table."}]}""".formatted(key);
        String why = """
                {"a":{"rationale":"It fits.","misconception":""},"b":{"rationale":"It does not.","misconception":""}}""";
        List<Object> row = new ArrayList<>(List.of(item.toString()));
        row.add(sealed(item, "scenario", scenario));
        row.add(sealed(item, "question", "Which change meets this requirement with the **least** effort?"));
        row.add(sealed(item, "options", options));
        row.add(sealed(item, "answer_key", "a"));
        row.add(sealed(item, "rationales", why));
        row.add(sealed(item, "sources", "{\"sources\":[]}"));
        rig.update("""
                insert into item_revision (item_id, number, domain, submitted_at, scenario, question, options, answer_key,
                    rationales, sources)
                select id, 1, 1, utc_timestamp(6), ?2, ?3, ?4, ?5, ?6, ?7 from item where public_id = ?1""", row.toArray());
        return item;
    }

    private String sealed(UUID item, String field, String text) {
        return portal.rig()
                .get(SecretBox.class)
                .seal("items", "revision:" + item + ":1:" + field, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fromThePairOverTheComparisonToEnemiesAndBack() {
        Rig rig = portal.rig();
        long pm = account(PM, "Priya Lund", "PM");
        long exam = rig.count("select min(exam_id) from exam_domain where number = 1");
        rig.update("""
                insert ignore into exam_duty (account_id, exam_id, duty, granted_by, granted_at)
                values (?1, ?2, 'PM', 'test', utc_timestamp(6))""", pm, exam);
        handedIn(exam, "ITM-9ZZA", "A lighthouse keeper counts ships in a ledger at night.", "Keep a queue of ships.");
        handedIn(exam, "ITM-9ZZB", "A lighthouse keeper counts boats in a ledger at night.", "Keep a queue of ships.");
        signIn(page, "/app/similarity/pairs", PM, PASSWORD);
        Page phone = phone();
        signIn(phone, "/app/similarity/pairs", PM, PASSWORD);
        look("/app/similarity/pairs", "pairs", phone);
        page.getByText("ITM-9ZZA and ITM-9ZZB").click();
        assertThat(page.locator("h1")).hasText("ITM-9ZZA and ITM-9ZZB");
        assertThat(page.locator(".difference del")).containsText("ships");
        assertThat(page.locator(".difference ins")).containsText("boats");
        String compare = page.url().substring(portal.url("").length());
        look(compare, "compare", phone);

        page.locator("#enemies").click();
        assertThat(page.locator("#form .field-error")).isVisible();
        page.locator("#reason").fill("The ledger of one gives the other away.");
        page.locator("#enemies").click();
        page.waitForURL("**/app/similarity/enemies");
        assertThat(page.locator("table.data")).containsText("ITM-9ZZA and ITM-9ZZB");
        look("/app/similarity/enemies", "enemies", phone);
        page.navigate("/app/similarity/pairs");
        assertThat(page.getByText("ITM-9ZZA and ITM-9ZZB")).hasCount(0);

        page.navigate(compare);
        assertThat(page.getByText("The ledger of one gives the other away.")).isVisible();
        page.getByText("All items like ITM-9ZZA").click();
        assertThat(page.locator("ul.list")).containsText("ITM-9ZZB");
        look(page.url().substring(portal.url("").length()), "alike", phone);
        page.navigate(compare);
        page.locator("#takeBack").click();
        page.waitForURL("**/app/similarity/pairs");
        assertThat(page.getByText("ITM-9ZZA and ITM-9ZZB")).isVisible();
    }

    private void look(String path, String name, Page phone) {
        for (Page window : List.of(page, phone)) {
            window.navigate(path);
            axe(window);
            window.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            Pictures.take(window, "similar-" + name + (window == phone ? "-phone" : "") + ".png");
        }
    }
}
