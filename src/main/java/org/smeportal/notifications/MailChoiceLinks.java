package org.smeportal.notifications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.PortalConfig;
import org.smeportal.security.LinkTokens;

/**
 * The links of an optional mail: {@code /mail-preferences/{token}} to choose, and {@code /mail-one-click/{token}}, which
 * mail programs post to (RFC 8058), for the mails of one group.
 */
@Singleton
class MailChoiceLinks {

    private static final String CHOOSE = "mail-preferences";
    private static final String ONE_CLICK = "mail-one-click.";
    private static final Duration OPENS_FOR = Duration.ofDays(730);

    private final LinkTokens tokens;
    private final PortalConfig config;

    @Inject
    MailChoiceLinks(LinkTokens tokens, PortalConfig config) {
        this.tokens = tokens;
        this.config = config;
    }

    record OneClick(MailGroup group, LinkTokens.Opened link) {}

    String choose(MailPreference preference, Instant mailed) {
        return config.url("/mail-preferences/"
                + tokens.issue(CHOOSE, preference.id(), preference.nonce(), mailed.plus(OPENS_FOR)));
    }

    String oneClick(MailPreference preference, MailGroup group, Instant mailed) {
        return config.url("/mail-one-click/"
                + tokens.issue(ONE_CLICK + group.name(), preference.id(), preference.nonce(), mailed.plus(OPENS_FOR)));
    }

    Optional<LinkTokens.Opened> opened(@Nullable String token) {
        return tokens.open(CHOOSE, token).filter(opened -> !opened.expired());
    }

    Optional<OneClick> oneClick(@Nullable String token) {
        return Arrays.stream(MailGroup.values())
                .flatMap(group -> tokens
                        .open(ONE_CLICK + group.name(), token)
                        .filter(opened -> !opened.expired())
                        .map(opened -> new OneClick(group, opened))
                        .stream())
                .findFirst();
    }
}
