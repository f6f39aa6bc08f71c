package org.smeportal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.PortalServer;
import org.smeportal.testing.Rig;

/** {@code /calendar/{token}.ics} as calendar programs fetch it (R2.6), over HTTP and without a sign-in. */
class FeedServletIT {
    private final PortalServer server = PortalServer.shared();

    @Test
    void aFeedIsFetchedOnceAndNotAgainUntilItChangesAndIsGoneOnceRevoked() throws Exception {
        long id = server.account("feed.pm@example.org", "Feed PM", "PM");
        Caller pm = Rig.caller(id, "Feed PM", "Europe/Berlin", Role.PM);
        KeepFeed.Command command = new KeepFeed.Command(FeedKind.PROGRAMME);
        server.rig().as(pm, () -> server.rig().get(KeepFeed.class).make(command));
        String path = URI.create(
                        server.rig().get(FeedQueries.class).of(id).get(0).url())
                .getPath();

        HttpResponse<String> first = get("GET", path, "");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "Content-Type")).isEqualToIgnoringCase("text/calendar;charset=utf-8");
        assertThat(header(first, "Cache-Control")).contains("private").doesNotContain("no-store");
        assertThat(first.body()).startsWith("BEGIN:VCALENDAR\r\n").contains("METHOD:PUBLISH\r\n", "BEGIN:VEVENT");
        String tag = header(first, "ETag");

        HttpResponse<String> again = get("GET", path, tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(get("GET", path, "\"old\", W/" + tag).statusCode()).isEqualTo(304);
        assertThat(get("GET", path, "\"old\"").statusCode()).isEqualTo(200);
        assertThat(get("HEAD", path, "").statusCode()).isEqualTo(200);
        assertThat(get("POST", path, "").statusCode()).isEqualTo(405);

        server.rig().as(pm, () -> server.rig().get(KeepFeed.class).revoke(command));
        HttpResponse<String> revoked = get("GET", path, tag);
        HttpResponse<String> unknown = get("GET", "/calendar/nobody.ics", "");
        assertThat(revoked.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(said(revoked)).isEqualTo(said(unknown));
        assertThat(get("GET", path.replace(".ics", ""), "").statusCode()).isEqualTo(404);
        assertThat(get("GET", "/calendar", "").statusCode()).isEqualTo(404);
    }

    /** What a page says, without the frame, whose nonce differs each time. */
    private static String said(HttpResponse<String> page) {
        return page.body().substring(page.body().indexOf("<main"), page.body().indexOf("</main>"));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> get(String method, String path, String tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
