package org.smeportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.security.LinkTokens;
import org.smeportal.testing.PortalServer;

/**
 * Sign-in, request for a link and links themselves say nothing about who has an account: the same text, status and headers,
 * and times that cannot be told apart, for an account that is active, has a second factor, is invited, closed or unknown.
 */
class AlikeIT {
    private static final List<String> WHO = List.of("active", "factor", "invited", "closed", "unknown");
    private static final int ROUNDS = 24;
    private static PortalServer server;

    @BeforeAll
    static void accounts() {
        server = PortalServer.shared();
        for (String who : WHO) {
            if (!who.equals("unknown")) {
                server.account(email(who), "Alike " + who, "SME");
            }
        }
        server.rig()
                .update(
                        "update account set state = 'INVITED', password_hash = null where email = ?1",
                        email("invited"));
        server.rig().update("update account set state = 'CLOSED' where email = ?1", email("closed"));
        server.rig().update("""
                insert into second_factor (account_id, sealed_key, begun_at, confirmed_at)
                select id, 'x', utc_timestamp(6), utc_timestamp(6) from account where email = ?1
                on duplicate key update begun_at = begun_at""", email("factor"));
    }

    /** All of the same length, so that not even the length of the answer differs. */
    private static String email(String who) {
        return (who + "-------").substring(0, 8) + "@alike.example.org";
    }

    @Test
    void aWrongPasswordIsAnsweredAlike() throws Exception {
        compare(new Form("/sign-in", "signIn", "password", "not the password"));
    }

    @Test
    void askingForALinkIsAnsweredAlike() throws Exception {
        compare(new Form("/forgot-password", "send", null, ""));
    }

    /** A link that is used, old, forged or of a closed account: one answer, which does not name the account. */
    @Test
    void aLinkThatNoLongerWorksIsAnsweredAlikeWhateverTheReason() throws Exception {
        List<String> answers = new ArrayList<>();
        for (String who : List.of("active", "factor", "invited")) {
            answers.add(open(token(who, LinkTokens.newNonce(), 3600)));
            answers.add(open(token(who, nonce(who), -3600)));
        }
        answers.add(open(token("closed", nonce("closed"), 3600)));
        answers.add(open(token("active", nonce("active"), 3600) + "x"));
        answers.add(open("nothing.that.was.ever.made"));
        assertThat(answers).allMatch(answer -> answer.equals(answers.get(0)));
        assertThat(answers.get(0)).contains("200", "This link was used already").doesNotContain("alike.example.org");
        assertThat(open(token("active", nonce("active"), 3600))).contains(email("active"));
    }

    private static String nonce(String who) {
        return (String) server.rig()
                .rows("select link_nonce from account where email = ?1", email(who))
                .get(0);
    }

    private static String token(String who, String nonce, int seconds) {
        long id = server.rig().count("select id from account where email = ?1", email(who));
        return server.rig()
                .get(LinkTokens.class)
                .issue(
                        "password",
                        id,
                        nonce,
                        java.time.Clock.systemUTC().instant().plusSeconds(seconds));
    }

    private static String open(String token) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url("/set-password/" + token)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return plain(answer, token);
    }

    private record Form(String path, String button, String secretField, String secret) {}

    /** One who sends the form is one browser for all, so that each answer differs by nothing but the address typed. */
    private static void compare(Form form) throws Exception {
        Map<String, List<Long>> nanos = new LinkedHashMap<>();
        Map<String, String> answers = new LinkedHashMap<>();
        for (int round = -2; round < ROUNDS; round++) {
            List<String> order = new ArrayList<>(WHO);
            Collections.rotate(order, round);
            for (String who : order) {
                server.rig().update("delete from throttle");
                Sent sent = send(form, email(who));
                answers.merge(
                        who, sent.answer(), (before, now) -> before.equals(now) ? now : before + "\nTHEN\n" + now);
                if (round >= 0) {
                    nanos.computeIfAbsent(who, name -> new ArrayList<>()).add(sent.nanos());
                }
            }
        }
        answers.forEach((who, answer) -> assertThat(answer).as(who).isEqualTo(answers.get("unknown")));
        nanos.values().forEach(Collections::sort);
        List<Long> unknown = nanos.get("unknown");
        nanos.forEach((who, times) -> {
            assertThat(median(times))
                    .as("median for %s among those for an unknown address, in ns: %s and %s", who, times, unknown)
                    .isBetween(unknown.get(ROUNDS / 10), unknown.get(ROUNDS - 1 - ROUNDS / 10));
            assertThat(median(unknown))
                    .as("median for an unknown address among those for %s, in ns: %s and %s", who, unknown, times)
                    .isBetween(times.get(ROUNDS / 10), times.get(ROUNDS - 1 - ROUNDS / 10));
        });
    }

    private static long median(List<Long> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private record Sent(String answer, long nanos) {}

    /** The page, then the form as a browser sends it; what is measured is the answer to the form. */
    private static Sent send(Form form, String email) throws IOException, InterruptedException {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        URI address = URI.create(server.url(form.path()));
        String page = browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Map<String, String> fields = new TreeMap<>();
        Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"")
                .matcher(page);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        fields.put("email", email);
        fields.put(form.button(), form.button());
        if (form.secretField() != null) {
            fields.put(form.secretField(), form.secret());
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long start = System.nanoTime();
        HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
        long nanos = System.nanoTime() - start;
        String shown = answer.statusCode() == 302
                ? plain(
                        browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()),
                        email)
                : "";
        assertThat(answer.body() + shown).as("the form was taken").contains("class=\"messages\"");
        return new Sent(plain(answer, email) + shown, nanos);
    }

    /** Status, headers and text, but for what is random or the clock's, and for the address that was typed. */
    private static String plain(HttpResponse<String> answer, String typed) {
        String headers = new TreeMap<>(answer.headers().map())
                .entrySet().stream()
                        .filter(header -> !header.getKey().equals("date"))
                        .map(Object::toString)
                        .collect(Collectors.joining("\n"));
        return (answer.statusCode() + "\n" + headers + "\n" + answer.body())
                .replace(typed, "TYPED")
                .replaceAll("(nonce[-=]\"?)[A-Za-z0-9+/=_-]+", "$1N")
                .replaceAll("csp\\.init\\('[^']*'\\)", "csp.init(N)")
                .replaceAll("(ViewState[^>]*value=\")[^\"]*", "$1V")
                .replaceAll("(portal-view|csfcfc)=[^;\\],]*", "$1=C");
    }
}
