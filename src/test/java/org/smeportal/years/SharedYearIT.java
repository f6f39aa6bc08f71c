package org.smeportal.years;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.ProgrammeYear;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.smes.SmeCard;
import org.smeportal.smes.SmeDirectory;
import org.smeportal.testing.PortalServer;
import org.smeportal.testing.Rig;

/** The shared year over HTTP, from the packaged portal: what R8.3 lists, and not one secret. */
class SharedYearIT {
    private static PortalServer portal;
    private static Rig rig;
    private static SmeCard sme;
    private static Caller caller;

    @BeforeAll
    static void start() {
        portal = PortalServer.shared();
        rig = portal.rig();
        sme = rig.get(SmeDirectory.class)
                .byAccount(rig.count("select account_id from sme where email = ?1", ProgrammeYear.SME))
                .orElseThrow();
        caller = Rig.caller(sme.accountId(), sme.name(), sme.zone().getId(), Role.SME);
    }

    @Test
    void aSharedYearShowsItsSmeAndNothingOfAnybodyElse() throws Exception {
        String path = share();
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex");
        String page = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("Noor Haddad, 2020", "Nashville", "awarded on", "og:title")
                .contains("content=\"" + portal.url(path) + ".png\"")
                .doesNotContain(
                        "@example.org",
                        "meet.example.org",
                        "/app/",
                        sme.publicId().toString());
        List<?> canaries = rig.rows("""
                select name from sme where id <> ?1 union select name from account where id <> ?2
                union select distinct employer from sme where employer is not null
                union select e.title from event e where e.title not in (select x.title from event x
                    join attendance_result r on r.event_id = x.id where r.sme_id = ?1 and r.result = 'ATTENDED')
                union select public_id from event""", sme.id(), sme.accountId());
        assertThat(canaries)
                .hasSizeGreaterThan(100)
                .allSatisfy(secret -> assertThat(page).doesNotContain((String) secret));
    }

    @Test
    void thePictureOfASharedYearIsDrawnByThePackagedPortal() throws Exception {
        HttpResponse<byte[]> answer = get(share() + ".png");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, max-age=300");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body()))).satisfies(image -> {
            assertThat(image.getWidth()).isEqualTo(1200);
            assertThat(image.getHeight()).isEqualTo(630);
        });
    }

    @Test
    void aLinkThatWasTakenBackAnswersLikeOneThatNeverWas() throws Exception {
        String path = share();
        rig.as(caller, () -> rig.get(ShareYear.class).end(new ShareYear.OfYear(2020)));
        for (String kind : List.of("", ".png")) {
            HttpResponse<byte[]> revoked = get(path + kind);
            HttpResponse<byte[]> unknown = get("/years/no-such-year" + kind);
            assertThat(revoked.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(404);
            assertThat(words(revoked)).isEqualTo(words(unknown)).doesNotContain("Noor");
        }
        assertThat(get("/years").statusCode()).isEqualTo(404);
    }

    @Test
    void lookingChangesNothing() throws Exception {
        String path = share();
        List<?> before = rig.rows("checksum table sme_year, award, attendance_result, event, sme, audit_entry");
        get(path);
        get(path + ".png");
        assertThat(rig.rows("checksum table sme_year, award, attendance_result, event, sme, audit_entry"))
                .usingRecursiveComparison()
                .isEqualTo(before);
    }

    private static String share() {
        rig.as(caller, () -> rig.get(ShareYear.class).share(new ShareYear.OfYear(2020)));
        String link = rig.get(YearQueries.class).own(sme, 2020, 2020).sharedAs();
        return URI.create(link).getPath();
    }

    /** Without the nonce of the content security policy, which is another one each time. */
    private static String words(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8).replaceAll("(nonce=\"|csp\\.init\\(')[^\"']*", "");
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(portal.url(path))).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
