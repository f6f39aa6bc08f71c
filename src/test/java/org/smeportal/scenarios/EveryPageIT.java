package org.smeportal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smeportal.security.Role;
import org.smeportal.testing.Axe;

/**
 * Every page that there is, with the first of its things, as the first of those who may see it: accessible on a phone by all
 * rules but that for contrast, within its width at a desk, on a tablet and on a phone, without an error in the browser and
 * without the key of a missing text; its other things are opened as well, and what a newcomer sees, who has none.
 * {@link EveryPageHeavyIT} has every rule, at both widths and in both themes, for everybody, with everything.
 */
class EveryPageIT extends EveryPage {
    /** Who sees most comes first. */
    private static final List<Role> IN_TURN = List.of(Role.PM, Role.SME, Role.ADMIN);

    /** Shows everybody something else. */
    private static final String HOME = "/app/home";

    @Test
    void publicPages() throws IOException {
        look(200, publicAddresses());
    }

    @Test
    void pagesThatSayThatThereIsNothing() {
        expectStatus(404);
        look(404, NOWHERE);
        signIn("sme@example.org", PASSWORD);
        expectStatus(403);
        visit(403, List.of("/app/audit/trail"), this::axe, page);
    }

    @ParameterizedTest
    @CsvSource({"PM, pm@example.org", "SME, sme@example.org", "SME, newcomer@example.org", "ADMIN, admin@example.org"})
    void pagesOf(Role role, String email) throws IOException {
        boolean isNew = email.startsWith("newcomer");
        List<String> looked = new ArrayList<>();
        List<String> opened = new ArrayList<>();
        for (String path : pagesOf(role, isNew)) {
            if (path.equals(HOME) || isNew || whoLooksFirst(path) == role) {
                List<String> addresses = addresses(path);
                (isNew ? opened : looked).add(addresses.get(0));
                opened.addAll(addresses.subList(1, addresses.size()));
            }
        }
        assertThat(looked.size() + opened.size()).isGreaterThanOrEqualTo(4);
        signIn(page, HOME, email, PASSWORD);
        look(200, looked);
        visit(200, opened, EveryPage::fitsAtEachWidth, page);
    }

    private static Role whoLooksFirst(String path) {
        return IN_TURN.stream().filter(role -> isOpen(path, role)).findFirst().orElseThrow();
    }

    private void look(int status, List<String> addresses) {
        Axe.bring(page);
        Consumer<Page> check = EveryPage::fitsAtEachWidth;
        visit(status, addresses, check.andThen(Axe::assertNoFindingsButContrast), page);
    }
}
