package org.smeportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.security.Caller;
import org.smeportal.security.PageAccess;
import org.smeportal.security.Permission;
import org.smeportal.security.Role;
import org.smeportal.testing.PortalServer;

/** Page by role, over HTTP: who is not meant is led to the sign-in or answered 403, however the address is spelled. */
class PageMatrixIT {
    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static PortalServer server;
    private static Map<Role, String> cookies;

    @BeforeAll
    static void signEverybodyIn() {
        server = PortalServer.shared();
        cookies = Map.of(
                Role.SME, session("matrix.sme@example.org", "SME"),
                Role.PM, session("matrix.pm@example.org", "PM"),
                Role.ADMIN, session("matrix.admin@example.org", "ADMIN"));
    }

    private static String session(String email, String role) {
        long account = server.account(email, "Matrix " + role, role);
        return server.rig()
                .as(
                        Caller.SYSTEM,
                        () -> server.rig()
                                .get(SignIn.class)
                                .signIn(new SignIn.Attempt(
                                        email, PortalServer.PASSWORD, "127.0.0.1", "matrix" + account)));
    }

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES.resolve("app"))) {
            return files.map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/'))
                    .filter(page -> page.endsWith(".xhtml"))
                    .map(page -> page.replace(".xhtml", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageOpensForTheRolesOfItsPermissionOnly(String page) throws Exception {
        Permission permission = PageAccess.of(page).orElseThrow();
        HttpResponse<String> anonymous = get(page, null);
        assertThat(anonymous.statusCode()).isEqualTo(302);
        assertThat(anonymous.headers().firstValue("Location").orElse("")).contains("/sign-in?from=");
        for (Role role : Role.values()) {
            int status = get(page, cookies.get(role)).statusCode();
            if (permission.roles().contains(role)) {
                assertThat(status).as("%s for %s", page, role).isIn(200, 302, 404);
            } else {
                assertThat(status).as("%s for %s", page, role).isEqualTo(403);
            }
        }
    }

    /** The server finds a page by the decoded, tidied path; the guard must not be asked about another one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//app/accounts/account-list",
                "/%61pp/accounts/account-list",
                "/./app/accounts/account-list",
                "/x/../app/accounts/account-list",
                "/health/../app/audit/trail",
                "/jakarta.faces.resource/%2e%2e/app/audit/trail",
                "/app;a=b/accounts/account-list",
                "/app/accounts/account-list;a=b",
                "/app/accounts/account-list.xhtml/",
                "//app/notifications/message-html/1",
                "//app/smes/export",
                "//app/practical/badges/1",
                "/app/practical/arrivals;a=b/1"
            })
    void anotherSpellingOfAnAddressOpensNothing(String path) throws Exception {
        HttpResponse<String> answer = get(path, null);
        assertThat(answer.statusCode()).isIn(301, 302, 400, 404);
        assertThat(answer.body()).doesNotContain("matrix.admin@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/exams/../accounts/account-list",
                "/app/invitations/my-event/../../audit/trail",
                "/app/accounts/profile/../account-edit"
            })
    void aSpellingThatBorrowsAnotherPagesPermissionOpensNothing(String path) throws Exception {
        assertThat(get(path, cookies.get(Role.SME)).statusCode()).isIn(400, 403, 404);
    }

    @Test
    void figuresOfTheServerAreNotPublicButItsHealthIs() throws Exception {
        assertThat(get("/metrics", null).statusCode()).isEqualTo(403);
        assertThat(get("/health/ready", null).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> get(String path, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url("") + path));
        if (cookie != null) {
            request.header("Cookie", "portal=" + cookie);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
