package org.smeportal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smeportal.security.SecurityMatrix.Line;
import org.smeportal.security.SecurityMatrix.Who;

/** The table of who is answered what is complete, and says the same as the permissions. */
class SecurityMatrixTest {
    /** What the server or the framework answers itself. */
    private static final Set<String> OF_THE_SERVER = Set.of("/health/ready", "/health", "/metrics");

    @Test
    void everyPageServletAndRestPathHasItsLine() {
        Set<String> known =
                SecurityMatrix.lines().stream().map(Line::path).collect(Collectors.toCollection(TreeSet::new));
        List<String> missing = SecurityMatrix.needed().stream()
                .filter(path -> !known.contains(path))
                .map(SecurityMatrix::proposal)
                .toList();
        assertThat(missing)
                .as(
                        "add these lines to %s; where an owner sees what others do not, write 404 for the others",
                        SecurityMatrix.FILE)
                .isEmpty();
    }

    @Test
    void everyLineIsOfSomethingThatIsThere() {
        Set<String> needed = SecurityMatrix.needed();
        assertThat(SecurityMatrix.lines().stream()
                        .map(Line::path)
                        .filter(path -> !needed.contains(path) && !OF_THE_SERVER.contains(path))
                        .toList())
                .as("take these lines out of %s, or give the page its query in testing/Things", SecurityMatrix.FILE)
                .isEmpty();
    }

    @Test
    void aSignedInPageIsClosedToExactlyTheRolesWithoutItsPermission() {
        for (Line line : SecurityMatrix.lines()) {
            if (!PageAccess.isProtected(line.path())) {
                continue;
            }
            Permission permission = PageAccess.of(line.page()).orElseThrow();
            line.cells().forEach((who, answer) -> {
                if (who == Who.ANONYMOUS) {
                    assertThat(answer).as("%s for %s", line, who).isEqualTo("sign-in");
                } else if (who.may(permission)) {
                    assertThat(answer)
                            .as("%s for %s, who has %s", line, who, permission)
                            .isIn("200", "302", "404", "405");
                } else {
                    assertThat(answer)
                            .as("%s for %s, who lacks %s", line, who, permission)
                            .isEqualTo("403");
                }
            });
        }
    }

    @Test
    void servletsAndRestPathsAreFoundByTheirAnnotations() {
        assertThat(SecurityMatrix.endPoints()).contains("/", "/app/sign-out", "/app/smes/export", "/calendar");
        assertThat(SecurityMatrix.isEndPoint("@Path(\"/api/items\")")).isTrue();
        assertThat(SecurityMatrix.isEndPoint("@WebServlet(urlPatterns = \"/x\")"))
                .isTrue();
        assertThat(SecurityMatrix.parameters()).contains("search", "page", "away", "status", "year");
    }
}
