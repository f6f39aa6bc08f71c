package org.smeportal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smeportal.security.Role;
import org.smeportal.testing.Axe;

/** Every page that there is, as everybody who may see it, at a desk and on a phone, in light and dark, by every rule. */
class EveryPageHeavyIT extends EveryPage {

    @Test
    void publicPages() throws IOException {
        lookAtAll(200, publicAddresses());
    }

    @Test
    void pagesThatSayThatThereIsNothing() {
        expectStatus(404);
        lookAtAll(404, NOWHERE);
    }

    @ParameterizedTest
    @CsvSource({"SME, sme@example.org", "SME, newcomer@example.org", "PM, pm@example.org", "ADMIN, admin@example.org"})
    void pagesOf(Role role, String email) throws IOException {
        List<String> addresses = addressesOf(role, email.startsWith("newcomer"));
        assertThat(addresses).hasSizeGreaterThanOrEqualTo(4);
        Page phone = phone();
        for (Page window : List.of(page, phone)) {
            signIn(window, "/app/home", email, PASSWORD);
        }
        Axe.bring(page, phone);
        visit(200, addresses, this::axeInBothThemes, page, phone);
    }

    private void lookAtAll(int status, List<String> addresses) {
        Page phone = phone();
        Axe.bring(page, phone);
        visit(status, addresses, this::axeInBothThemes, page, phone);
    }
}
