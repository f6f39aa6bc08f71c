package org.smeportal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smeportal.security.Role;

/**
 * Every page that there is, with each of its things, as the first of those who may see it: accessible, within its width,
 * without an error in the browser, at a desk and on a phone. Whoever else sees it opens it as well. {@link
 * EveryPageHeavyIT} has every rule for everybody at both widths.
 */
class EveryPageIT extends EveryPage {
    /** Who sees most comes first. */
    private static final List<Role> IN_TURN = List.of(Role.PM, Role.SME, Role.ADMIN);

    /** Shows everybody something else. */
    private static final String HOME = "/app/home";

    @Test
    void publicPages() throws IOException {
        look(200, publicAddresses(), page, phone());
    }

    @Test
    void pagesThatSayThatThereIsNothing() {
        expectStatus(404);
        look(404, NOWHERE, page, phone());
        signIn("sme@example.org", PASSWORD);
        expectStatus(403);
        visit(403, List.of("/app/audit/trail"), this::axe, page);
    }

    @ParameterizedTest
    @CsvSource({"PM, pm@example.org", "SME, sme@example.org", "SME, newcomer@example.org", "ADMIN, admin@example.org"})
    void pagesOf(Role role, String email) throws IOException {
        boolean isNew = email.startsWith("newcomer");
        List<String> own = new ArrayList<>();
        List<String> seenBefore = new ArrayList<>();
        for (String path : pagesOf(role, isNew)) {
            boolean first = path.equals(HOME) || (!isNew && whoLooksFirst(path) == role);
            (first ? own : seenBefore).addAll(addresses(path));
        }
        assertThat(own.size() + seenBefore.size()).isGreaterThanOrEqualTo(4);
        Page phone = phone();
        for (Page window : List.of(page, phone)) {
            signIn(window, HOME, email, PASSWORD);
        }
        look(200, own, page, phone);
        visit(200, seenBefore, this::fits, page, phone);
    }

    private static Role whoLooksFirst(String path) {
        return IN_TURN.stream().filter(role -> isOpen(path, role)).findFirst().orElseThrow();
    }

    private void look(int status, List<String> addresses, Page desk, Page phone) {
        bringAxe(desk, phone);
        visit(status, addresses, this::axe, desk);
        visit(status, addresses, this::axeOfNarrow, phone);
    }
}
