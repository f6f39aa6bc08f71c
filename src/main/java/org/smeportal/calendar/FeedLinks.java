package org.smeportal.calendar;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.PortalConfig;
import org.smeportal.security.LinkTokens;

/** The private address of a feed, {@code /calendar/{token}.ics}: it opens until it is renewed or revoked. */
@Singleton
class FeedLinks {

    private static final String PURPOSE = "calendar";
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final LinkTokens tokens;
    private final PortalConfig config;

    @Inject
    FeedLinks(LinkTokens tokens, PortalConfig config) {
        this.tokens = tokens;
        this.config = config;
    }

    String url(long feedId, String nonce) {
        return config.url("/calendar/" + tokens.issue(PURPOSE, feedId, nonce, NEVER) + ".ics");
    }

    Optional<LinkTokens.Opened> open(@Nullable String token) {
        return tokens.open(PURPOSE, token);
    }
}
