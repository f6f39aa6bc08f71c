package org.smeportal.profiles.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.PageTest;

/** An SME keeps their profile on a phone, and a programme manager confirms what they passed (R1.5). */
class ProfilePageIT extends PageTest {

    @Test
    void anSmeTellsOnAPhoneWhatTheyPassedAndAProgrammeManagerConfirmsIt() {
        Page phone = phone();
        signIn(phone, "/app/profiles/profile", "newcomer@example.org", PASSWORD);
        axe(phone);
        phone.locator("#maxEvents").fill("99");
        phone.locator("#saveLimits").click();
        assertThat(phone.locator(".field-error")).containsText("from 1 to 50");
        assertThat(phone.locator("#maxEvents")).hasValue("99");
        phone.locator("#maxEvents").fill("12");
        phone.locator("#travel").selectOption("REGION");
        phone.locator("#saveLimits").click();
        assertThat(phone.locator(".messages")).containsText("Your limits are saved.");
        assertThat(phone.locator("#maxEvents")).hasValue("12");

        phone.locator("a[href='/app/profiles/tell-qualification']").click();
        phone.locator("#exam").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(3));
        phone.locator("#certificate").fill("Cloud Practitioner");
        phone.locator("#obtainedOn").fill("2020-01-15");
        phone.locator("#expiresOn").fill("2023-01-15");
        phone.locator("#url").fill("http://certs.example.org/1");
        phone.locator("#save").click();
        assertThat(phone.locator(".field-error")).containsText("https://");
        assertThat(phone.locator("#certificate")).hasValue("Cloud Practitioner");
        axe(phone);
        phone.locator("#url").fill("https://certs.example.org/1");
        phone.locator("#save").click();
        assertThat(phone.locator(".list")).containsText("To be confirmed");
        assertThat(phone.locator(".list .pill.bad")).containsText("expired");
        axe(phone);

        Object sme = portal.rig()
                .rows("select public_id from sme where email = 'newcomer@example.org'")
                .get(0);
        signIn(page, "/app/smes/sme/" + sme, "pm@example.org", PASSWORD);
        axe(page);
        photograph();
        page.locator("input[value='Do not confirm']").click();
        assertThat(page.locator(".messages")).containsText("Say why");
        page.locator("input[value='Confirm']").click();
        assertThat(page.locator(".messages")).containsText("is confirmed");
        phone.reload();
        assertThat(phone.locator(".list")).containsText("Confirmed by Priya Nair");
    }
}
