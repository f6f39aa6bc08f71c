package org.smeportal.years;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.PortalConfig;
import org.smeportal.security.LinkTokens;

/** The link of a shared year, {@code /years/{token}}: it shows the year until its SME takes it back. */
@Singleton
class YearLinks {

    private static final String PURPOSE = "year";
    private static final Duration OPENS = Duration.ofDays(3650);

    private final LinkTokens tokens;
    private final PortalConfig config;

    @Inject
    YearLinks(LinkTokens tokens, PortalConfig config) {
        this.tokens = tokens;
        this.config = config;
    }

    String url(long id, String nonce, Instant sharedAt) {
        return config.url("/years/" + tokens.issue(PURPOSE, id, nonce, sharedAt.plus(OPENS)));
    }

    Optional<LinkTokens.Opened> open(@Nullable String token) {
        return tokens.open(PURPOSE, token).filter(opened -> !opened.expired());
    }
}
