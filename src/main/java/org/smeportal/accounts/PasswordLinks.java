package org.smeportal.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.PortalConfig;
import org.smeportal.security.LinkTokens;

/** Links of a single use to set a password, {@code /set-password/{token}}. */
@Singleton
class PasswordLinks {
    private static final String PURPOSE = "password";

    private final LinkTokens tokens;
    private final PortalConfig config;

    @Inject
    PasswordLinks(LinkTokens tokens, PortalConfig config) {
        this.tokens = tokens;
        this.config = config;
    }

    String url(long accountId, String nonce, Instant expires) {
        return config.url("/set-password/" + tokens.issue(PURPOSE, accountId, nonce, expires));
    }

    Optional<LinkTokens.Opened> open(@Nullable String token) {
        return tokens.open(PURPOSE, token).filter(opened -> !opened.expired());
    }
}
