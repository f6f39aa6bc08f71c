package org.smeportal.invitations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.PortalConfig;
import org.smeportal.security.LinkTokens;

/** The personal link of an invitation, {@code /rsvp/{token}}: who holds it answers for the SME, without sign-in. */
@Singleton
class RsvpLinks {

    private static final String PURPOSE = "rsvp";
    /** Beyond the event, so that an old link still says what became of it. */
    private static final Duration OPENS_AFTER = Duration.ofDays(365);

    private final LinkTokens tokens;
    private final PortalConfig config;

    @Inject
    RsvpLinks(LinkTokens tokens, PortalConfig config) {
        this.tokens = tokens;
        this.config = config;
    }

    String token(long invitationId, String nonce, Instant eventEnd) {
        return tokens.issue(PURPOSE, invitationId, nonce, eventEnd.plus(OPENS_AFTER));
    }

    String url(long invitationId, String nonce, Instant eventEnd) {
        return config.url("/rsvp/" + token(invitationId, nonce, eventEnd));
    }

    Optional<LinkTokens.Opened> open(@Nullable String token) {
        return tokens.open(PURPOSE, token).filter(opened -> !opened.expired());
    }
}
