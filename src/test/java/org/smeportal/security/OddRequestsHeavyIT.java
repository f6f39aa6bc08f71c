package org.smeportal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smeportal.security.SecurityMatrix.Line;
import org.smeportal.security.SecurityMatrix.Who;
import org.smeportal.testing.HttpUser;
import org.smeportal.testing.PortalServer;
import org.smeportal.testing.Things;

/** Ids and parameters that nobody expects, at every page of the security matrix: they open and break nothing. */
class OddRequestsHeavyIT {
    private static final String SQL = "' or '1'='1' -- ";
    private static PortalServer server;
    private static Map<Who, HttpUser> people = Map.of();

    @BeforeAll
    static void signEverybodyIn() {
        server = PortalServer.shared();
        people = Everybody.signedIn(server);
    }

    static List<Line> lines() {
        return SecurityMatrix.lines();
    }

    static List<Line> linesOfThings() {
        return lines().stream().filter(Line::showsOneThing).toList();
    }

    @ParameterizedTest
    @MethodSource("linesOfThings")
    void anIdThatIsNoneOpensNothing(Line line) {
        String thing = Things.addresses(server.rig(), line.page())
                .get(0)
                .substring(line.page().length());
        boolean inPath = thing.startsWith("/");
        String before = inPath ? "/" : thing.substring(0, thing.indexOf('=') + 1);
        Who who = somebodyWhoMay(line);
        SoftAssertions findings = new SoftAssertions();
        for (String id : List.of(UUID.randomUUID().toString(), "-1", "x".repeat(3000), SQL, "a\u0000b", "<script>")) {
            String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
            String address = line.page() + before + encoded;
            int status = people.get(who).get(address).statusCode();
            findings.assertThat(status)
                    .as("%s for %s", address, who)
                    .isIn(inPath ? List.of(400, 404) : List.of(200, 302, 400, 404));
        }
        findings.assertAll();
    }

    private static Who somebodyWhoMay(Line line) {
        return line.cells().entrySet().stream()
                .filter(cell -> cell.getValue().equals("200"))
                .map(Map.Entry::getKey)
                .filter(who -> who != Who.ANONYMOUS || !PageAccess.isProtected(line.path()))
                .reduce((first, last) -> last)
                .orElse(Who.OWNER);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void parametersThatNobodyExpectsBreakNothing(Line line) {
        Who who = somebodyWhoMay(line);
        String address = line.showsOneThing()
                ? Things.addresses(server.rig(), line.page()).get(0)
                : line.path();
        List<String> values = List.of(SQL, "-1", "2147483648", "\u202E\u0000", "y".repeat(60));
        List<String> names = List.copyOf(SecurityMatrix.parameters());
        for (int round = 0; round < values.size(); round += 2) {
            StringBuilder query = new StringBuilder(address.contains("?") ? "" : "?");
            for (int i = 0; i < names.size(); i++) {
                String value = values.get((i + round) % values.size());
                query.append('&')
                        .append(names.get(i))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
            int status = people.get(who).get(address + query).statusCode();
            assertThat(status).as("%s for %s", address + query, who).isLessThan(500);
        }
    }
}
