package org.smeportal.online;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.kernel.Words;

/** The address of a room in a meeting tool: https only, and nothing before the host that could pass for another one. */
final class MeetingLink {

    private MeetingLink() {}

    static String of(@Nullable String typed) {
        String link = Words.line(typed, 500);
        try {
            URI uri = new URI(link);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri.toASCIIString();
            }
        } catch (URISyntaxException noAddress) {
            throw new Refused("online.refused.link", link);
        }
        throw new Refused("online.refused.link", link);
    }
}
