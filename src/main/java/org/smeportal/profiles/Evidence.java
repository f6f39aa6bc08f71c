package org.smeportal.profiles;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;

/** What shows that somebody passed an exam: the certificate with its number, or a page (https) that shows it. */
public record Evidence(
        String certificate,
        @Nullable String number,
        @Nullable String url,
        LocalDate obtainedOn,
        @Nullable LocalDate expiresOn) {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    public Evidence {
        certificate = Words.line(certificate, 160);
        number = Words.optionalLine(number, 80);
        url = address(Words.optionalLine(url, 500));
        if (number == null && url == null) {
            throw new Refused("profiles.refused.evidence").at("number");
        }
        if (expiresOn != null && !expiresOn.isAfter(obtainedOn)) {
            throw new Refused("profiles.refused.order").at("expiresOn");
        }
    }

    /** Nobody passed an exam tomorrow. */
    void mustBeOver(LocalDate today) {
        if (obtainedOn.isAfter(today) || obtainedOn.isBefore(EARLIEST)) {
            throw new Refused("profiles.refused.obtained").at("obtainedOn");
        }
    }

    private static @Nullable String address(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        try {
            URI uri = new URI(typed);
            if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri.toASCIIString();
            }
        } catch (URISyntaxException notAnAddress) {
            // the sentence below says what an address is
        }
        throw new Refused("profiles.refused.url", typed).at("url");
    }
}
