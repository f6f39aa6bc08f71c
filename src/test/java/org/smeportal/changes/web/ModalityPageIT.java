package org.smeportal.changes.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.PageTest;

/** Going virtual and back as a programme manager does it (R2.4, R3.7): consequences, undo, one mail, the way back. */
class ModalityPageIT extends PageTest {

    @Test
    void anEventGoesVirtualWithItsConsequencesInViewAndComesBack() {
        String event = (String) portal.rig()
                .rows("select public_id from event where modality = 'IN_PERSON' and status = 'INVITING' limit 1")
                .get(0);
        List<String> audience =
                portal.rig().rows("""
                        select s.email from invitation i join sme s on s.id = i.sme_id join event e on e.id = i.event_id
                        where e.public_id = ?1 and i.status in ('SENT', 'ACCEPTED', 'TENTATIVE', 'WAITLISTED', 'OFFERED')""", event).stream().map(String.class::cast).toList();
        long seated = portal.rig().count("""
                select p.taken from seat_pool p join event e on e.id = p.event_id where e.public_id = ?1""", event);
        signIn("pm@example.org", PASSWORD);
        page.navigate("/app/events/event/" + event);
        page.getByText("Change how it meets").click();

        assertThat(page.locator("main")).containsText(seated + " people do not travel any more");
        assertThat(page.locator(".bar")).containsText(audience.size() + " people get one mail each");
        page.locator("[name^='virtual.']").fill("1");
        page.locator("#reason").fill("A storm is <b>coming</b>.");
        page.locator("#plan").click();
        assertThat(page.locator("#messages")).containsText("so 1 are too few");
        assertThat(page.locator("#reason")).hasValue("A storm is <b>coming</b>.");
        assertThat(page.locator("[name^='virtual.']")).hasValue("1");
        page.locator("[name^='virtual.']").fill("40");
        page.locator("[name^='link.']").fill("https://meet.example.org/storm");
        page.locator("#look").click();
        assertThat(page.locator("pre.mail")).containsText("A storm is <b>coming</b>.");
        axe(page);

        page.locator("#plan").click();
        assertThat(page).hasURL(Pattern.compile(".*/app/changes/change/.*"));
        assertThat(page.locator("main")).containsText("Until then nothing is changed");
        assertThat(modality(event)).isEqualTo("IN_PERSON");
        page.locator("#undo").click();
        assertThat(page.locator("main")).containsText("nobody was told");

        page.navigate("/app/changes/modality?event=" + event);
        page.locator("[name^='link.']").fill("https://meet.example.org/storm");
        page.locator("#plan").click();
        page.navigate("/app/events/event/" + event);
        page.getByText("Look or undo").click();
        page.locator("#doNow").click();
        assertThat(page.locator("main")).containsText(audience.size() + " people were told");
        assertThat(modality(event)).isEqualTo("VIRTUAL");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(audience)
                        .allSatisfy(address -> assertThat(subjects(address))
                                .filteredOn(subject -> subject.startsWith("Now virtual: "))
                                .hasSize(1)));

        Page phone = phone();
        signIn(phone, "/app/home", "pm@example.org", PASSWORD);
        phone.navigate("/app/changes/modality?event=" + event);
        assertThat(phone.locator("[name^='venue.']")).hasValue("Tagus Conference House");
        phone.locator("#plan").click();
        phone.locator("#doNow").click();
        assertThat(phone.locator("main")).containsText(audience.size() + " people were told");
        assertThat(modality(event)).isEqualTo("IN_PERSON");
    }

    private List<String> subjects(String address) {
        return portal.mail().to(address).stream()
                .map(mail -> {
                    try {
                        return mail.getSubject();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private String modality(String event) {
        return (String) portal.rig()
                .rows("select modality from event where public_id = ?1", event)
                .get(0);
    }
}
