package org.smeportal.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smeportal.accounts.SignIn;
import org.smeportal.security.Caller;

/** Somebody who speaks HTTP without a browser: keeps cookies, follows no redirect, sends what a browser would not. */
public final class HttpUser {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");

    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private HttpUser(String base) {
        this.base = base;
    }

    public static HttpUser anonymous(PortalServer server) {
        return anonymous(server.url(""));
    }

    /** Of a portal at that address. */
    public static HttpUser anonymous(String base) {
        return new HttpUser(base);
    }

    /** Signs in with the password of the demo. */
    public static HttpUser signedIn(PortalServer server, String email) {
        return signedIn(server.url(""), server.rig(), email);
    }

    /** Signs in to a portal at that address, by a rig on its database. */
    public static HttpUser signedIn(String base, Rig rig, String email) {
        HttpUser user = new HttpUser(base);
        user.cookies.put(
                "portal",
                rig.as(
                        Caller.SYSTEM,
                        () -> rig.get(SignIn.class)
                                .signIn(new SignIn.Attempt(email, PortalServer.PASSWORD, "127.0.0.1", "HttpUser"))));
        return user;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** A form of a page as a browser sends it; a null value is left out. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What a script of our own pages sends. */
    public HttpResponse<String> postJson(String path, String json) {
        return send(jsonRequest(path, json));
    }

    /** What a page's forms carry to be taken for a form that was shown; fails where the page has none. */
    public String viewState(String path) {
        HttpResponse<String> answer = get(path);
        Matcher state = VIEW_STATE.matcher(answer.body());
        if (!state.find()) {
            throw new IllegalStateException(path + " shows no form, status " + answer.statusCode());
        }
        return state.group(1);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    /** Any request without a body, in the HTTP that servers in front speak; the answer byte by byte. */
    public HttpResponse<byte[]> ask(String method, String path) {
        return send(
                request(path).version(HttpClient.Version.HTTP_1_1).method(method, HttpRequest.BodyPublishers.noBody()),
                beginning(HttpResponse.BodyHandlers.ofByteArray(), new byte[0]));
    }

    /** What a script of our own pages sends; the answer byte by byte. */
    public HttpResponse<byte[]> askJson(String path, String json) {
        return send(
                jsonRequest(path, json).version(HttpClient.Version.HTTP_1_1), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder jsonRequest(String path, String json) {
        return request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, beginning(HttpResponse.BodyHandlers.ofString(), ""));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder asked, HttpResponse.BodyHandler<T> body) {
        HttpRequest request = asked.build();
        try {
            HttpResponse<T> answer = CLIENT.send(request, body);
            answer.headers().allValues("Set-Cookie").forEach(cookie -> {
                String[] nameAndValue = cookie.split(";", 2)[0].split("=", 2);
                if (nameAndValue[1].isEmpty()) {
                    cookies.remove(nameAndValue[0]);
                } else {
                    cookies.put(nameAndValue[0], nameAndValue[1]);
                }
            });
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Of a stream that stays open only that it opened counts. */
    private static <T> HttpResponse.BodyHandler<T> beginning(HttpResponse.BodyHandler<T> whole, T nothing) {
        return answer -> answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                ? new Beginning<>(nothing)
                : whole.apply(answer);
    }

    private static final class Beginning<T> implements HttpResponse.BodySubscriber<T> {
        private final CompletableFuture<T> read = new CompletableFuture<>();
        private final T nothing;

        Beginning(T nothing) {
            this.nothing = nothing;
        }

        @Override
        public CompletionStage<T> getBody() {
            return read;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> first) {
            // and asks for no more: to cancel the stream would be an error of the whole answer
            read.complete(nothing);
        }

        @Override
        public void onError(Throwable cut) {
            read.complete(nothing);
        }

        @Override
        public void onComplete() {
            read.complete(nothing);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
