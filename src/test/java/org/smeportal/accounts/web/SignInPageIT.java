package org.smeportal.accounts.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.accounts.SignIn;
import org.smeportal.security.Caller;
import org.smeportal.security.LinkTokens;
import org.smeportal.testing.PageTest;

/** Sign-in, sign-out, passwords, and what whoever may not enter gets to see. */
class SignInPageIT extends PageTest {
    private static final String ADMIN = "sign-in-admin@example.org";
    private static final String SME = "sign-in-sme@example.org";
    private static final String PROFILE = "/app/accounts/profile";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @BeforeEach
    void accounts() {
        account(ADMIN, "Ada Winter", "ADMIN");
        account(SME, "Noor Haddad", "SME");
    }

    @Test
    void aWrongPasswordIsToldInOneSentenceThatDoesNotSayWhoIsKnown() {
        String known = refusal(SME, "wrong password");
        String unknown = refusal("nobody@example.org", "wrong password");
        assertThat(known)
                .startsWith("E-mail address and password do not fit together.")
                .isEqualTo(unknown);
        assertThat(page.locator("#email")).hasValue("nobody@example.org");
    }

    private String refusal(String email, String password) {
        page.navigate("/sign-in");
        type(page, email, password);
        assertThat(page.locator(".messages .error")).isVisible();
        return page.locator(".messages").innerText().strip();
    }

    @Test
    void afterFiveWrongTriesThisAddressWaitsButTheOwnerElsewhereDoesNot() {
        String email = "throttled@example.org";
        account(email, "Thea Low", "SME");
        page.navigate("/sign-in");
        for (int i = 0; i < 5; i++) {
            page.waitForResponse(
                    response -> response.request().method().equals("POST"), () -> type(page, email, "wrong password"));
        }
        type(page, email, PASSWORD);
        assertThat(page.locator(".messages")).containsText("There were too many tries from here.");
        String secret = portal.rig()
                .as(
                        Caller.SYSTEM,
                        () -> portal.rig()
                                .get(SignIn.class)
                                .signIn(new SignIn.Attempt(email, PASSWORD, "192.0.2.7", "another place")));
        assertThat(secret).isNotEmpty();
    }

    @Test
    void signingInLeadsBackToThePageThatAskedForIt() {
        page.navigate(PROFILE + "?x=1");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?from=.*"));
        type(page, SME, PASSWORD);
        assertThat(page).hasURL(portal.url(PROFILE + "?x=1"));
        assertThat(page.locator("h1")).hasText("Profile");
    }

    @Test
    void whatIsNotThereIsAPageWithHeadersEvenWhenItsViewFindsOut() throws Exception {
        signIn(ADMIN, PASSWORD);
        HttpResponse<String> answer =
                get("/app/accounts/account-edit/" + java.util.UUID.randomUUID(), cookie("portal").value);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().map()).containsKeys("x-content-type-options", "content-security-policy");
        assertThat(answer.body()).contains("There is nothing at this address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/app/",
                "//evil.example/app/",
                "/app/%5Cevil.example",
                "/sign-in",
                "javascript:alert(1)"
            })
    void aForeignAddressToComeBackToIsIgnored(String from) {
        page.navigate("/sign-in?from=" + from);
        type(page, SME, PASSWORD);
        assertThat(page).hasURL(portal.url("/app/home"));
    }

    @Test
    void signingOutKillsTheCookieAtOnce() throws Exception {
        signIn(SME, PASSWORD);
        String cookie = cookie("portal").value;
        assertThat(get(PROFILE, cookie).statusCode()).isEqualTo(200);
        signOut(page);
        assertThat(page).hasURL(portal.url("/"));
        HttpResponse<String> after = get(PROFILE, cookie);
        assertThat(after.statusCode()).isEqualTo(302);
        assertThat(after.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/sign-in?from="));
    }

    @Test
    void anAddressThatSignsOutByALinkDoesNotExist() throws Exception {
        signIn(SME, PASSWORD);
        assertThat(get("/app/sign-out", cookie("portal").value).statusCode()).isEqualTo(405);
        assertThat(get(PROFILE, cookie("portal").value).statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionPlantedBeforeTheSignInIsNotTheOneAfterIt() {
        page.navigate("/sign-in");
        String view = cookie("portal-view").value;
        page.context().addCookies(List.of(new Cookie("portal", "planted-by-somebody").setUrl(portal.url("/"))));
        signIn(SME, PASSWORD);
        Cookie own = cookie("portal");
        assertThat(own.value).isNotEqualTo("planted-by-somebody").hasSizeGreaterThanOrEqualTo(43);
        assertThat(own.httpOnly).isTrue();
        assertThat(own.sameSite).isEqualTo(com.microsoft.playwright.options.SameSiteAttribute.LAX);
        assertThat(cookie("portal-view").value).isNotEqualTo(view);
        assertThat(portal.rig().count("select count(*) from user_session where token_hash = ?1", own.value))
                .isZero();
    }

    @Test
    void whoForgotThePasswordGetsTheSameAnswerKnownOrNot() {
        String email = "forgetful@example.org";
        account(email, "Flo Rios", "SME");
        assertThat(forgot(email).replace(email, ""))
                .isEqualTo(forgot("unknown@example.org").replace("unknown@example.org", ""));
        assertThat(portal.rig().count("select count(*) from outbox_message where recipient = ?1", email))
                .isEqualTo(1);
        assertThat(portal.rig().count("select count(*) from outbox_message where recipient like 'unknown@%'"))
                .isZero();
    }

    private String forgot(String email) {
        page.navigate("/forgot-password");
        page.locator("#email").fill(email);
        page.locator("#send").click();
        assertThat(page.locator(".messages")).containsText(email);
        return page.locator(".messages").innerText();
    }

    @Test
    void aLinkSetsThePasswordOnceAndOpeningItChangesNothing() {
        String email = "link-holder@example.org";
        String link = "/set-password/" + token(account(email, "Lin Holt", "SME"), Duration.ofHours(2));
        page.navigate(link);
        page.navigate(link);
        assertThat(page.locator("main")).containsText(email);

        setPassword("short", "short");
        assertThat(page.locator(".messages")).containsText("at least 12 characters");
        setPassword("a long new sentence", "a long old sentence");
        assertThat(page.locator(".messages")).containsText("The two passwords differ");
        setPassword("a long new sentence", "a long new sentence");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        assertThat(page.locator(".messages")).containsText("The password is set.");

        page.navigate(link);
        assertThat(page.locator("#password")).hasCount(0);
        signIn(email, "a long new sentence");
    }

    private void setPassword(String password, String again) {
        page.locator("#password").fill(password);
        page.locator("#again").fill(again);
        page.locator("#save").click();
    }

    @Test
    void anOldOrMaimedLinkSetsNothing() {
        long id = account("old-link@example.org", "Olga Lind", "SME");
        String old = token(id, Duration.ofSeconds(-1));
        String good = token(id, Duration.ofHours(1));
        for (String token : List.of(old, good + "x", good.replace('.', '-'), "x", "1.2.3.4.5")) {
            page.navigate("/set-password/" + token);
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("#password")).hasCount(0);
        }
    }

    private String token(long account, Duration lasts) {
        String nonce = portal.rig()
                .rows("select link_nonce from account where id = ?1", account)
                .get(0)
                .toString();
        return portal.rig()
                .get(LinkTokens.class)
                .issue("password", account, nonce, Clock.systemUTC().instant().plus(lasts));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/accounts/account-list",
                "/app/accounts/account-list.xhtml",
                "/app/accounts/account-edit",
                "/app/audit/trail",
                "/app/events/event-list",
                "/app/notifications/outbox"
            })
    void anSmeIsForbiddenWhatIsNotTheirs(String path) {
        signIn(SME, PASSWORD);
        expectStatus(403);
        Response answer = page.navigate(path);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.locator("h1")).hasText("This page is not for your role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/app/nowhere/page", "/app/accounts/nowhere", "/WEB-INF/web.xml", "/app"})
    void anUnknownAddressIsNotFoundAndNamesNoProduct(String path) {
        signIn(ADMIN, PASSWORD);
        expectStatus(404);
        Response answer = page.navigate(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("There is nothing at this address");
        namesNoProduct(answer);
    }

    @Test
    void everyPageAndErrorPageCarriesTheSecurityHeaders() throws Exception {
        signIn(SME, PASSWORD);
        String cookie = cookie("portal").value;
        List<String> paths =
                List.of("/", "/sign-in", "/nowhere", PROFILE, "/app/audit/trail", "/app/home/nowhere/at/all");
        for (String path : paths) {
            HttpResponse<String> answer = get(path, path.equals("/sign-in") ? "" : cookie);
            assertThat(answer.headers().map())
                    .as(path)
                    .containsKeys("x-content-type-options", "x-frame-options", "referrer-policy", "permissions-policy");
            assertThat(answer.headers().map().keySet()).as(path).doesNotContain("server", "x-powered-by");
            assertThat(answer.body()).doesNotContainIgnoringCase("payara").doesNotContainIgnoringCase("glassfish");
        }
        String policy = get("/sign-in", "")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");
        assertThat(policy)
                .contains(
                        "default-src 'self'", "object-src 'none'", "form-action 'self'", "script-src 'self'", "nonce-")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
    }

    @Test
    void metricsAreNotForEverybodyAndHealthIs() throws Exception {
        assertThat(get("/metrics", "").statusCode()).isIn(401, 403, 404);
        assertThat(get("/health/ready", "").statusCode()).isEqualTo(200);
        assertThat(get("/health/live", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageThatExpiredIsOpenedAfreshWithASentence() {
        signIn(SME, PASSWORD);
        Cookie session = cookie("portal");
        page.context().clearCookies();
        page.context().addCookies(List.of(new Cookie("portal", session.value).setUrl(portal.url("/"))));
        page.locator("#name").fill("Somebody Else");
        page.locator("#save").click();
        assertThat(page.locator(".messages")).containsText("so it was opened afresh");
        assertThat(page).hasURL(portal.url(PROFILE));
        assertThat(page.locator("#name")).hasValue("Noor Haddad");
    }

    @Test
    void aSessionThatEndedLeadsToTheSignInAndBack() {
        signIn(SME, PASSWORD);
        page.context().clearCookies();
        page.locator("#save").click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?from=.*profile.*"));
    }

    @Test
    void anAdministratorFindsAndMakesAccounts() {
        signIn(page, "/app/accounts/account-list?search=sign-in-sme", ADMIN, PASSWORD);
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("Noor Haddad");
        page.navigate("/app/accounts/account-edit");
        page.locator("#email").fill("made@example.org");
        page.locator("#name").fill("<b>Made & Kept</b>");
        page.locator("#zone").selectOption("Asia/Tokyo");
        page.locator("#save").click();
        assertThat(page.locator(".messages")).containsText("An account needs at least one role.");
        assertThat(page.locator("#name")).hasValue("<b>Made & Kept</b>");
        page.locator("input[type=checkbox][value=PM]").check();
        page.locator("#save").click();
        assertThat(page).hasURL(Pattern.compile(".*/account-list.*"));
        assertThat(page.locator("tbody")).containsText("<b>Made & Kept</b>");
        assertThat(portal.rig().count("select count(*) from outbox_message where recipient = 'made@example.org'"))
                .isEqualTo(1);
    }

    private void namesNoProduct(Response answer) {
        assertThat(answer.text())
                .doesNotContainIgnoringCase("payara")
                .doesNotContainIgnoringCase("glassfish")
                .doesNotContainIgnoringCase("mojarra")
                .doesNotContainIgnoringCase("exception");
    }

    private Cookie cookie(String name) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal.url(path)));
        if (!cookie.isEmpty()) {
            request.header("Cookie", "portal=" + cookie);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
