package org.smeportal.applications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smeportal.platform.PortalConfig;
import org.smeportal.security.LinkTokens;

/**
 * The private links of joining: {@code /apply/confirm/..} proves an address, {@code /apply/status/..} is the applicant's
 * only key to their application, {@code /apply/invited/..} opens the form for who was asked to apply.
 */
@Singleton
class ApplicationLinks {

    private static final String CONFIRM = "apply-confirm";
    private static final String STATUS = "apply-status";
    private static final String INVITED = "apply-invite";
    /** Beyond the time that an application is kept, so that an old link still says what became of it. */
    private static final Duration STATUS_OPENS = Duration.ofDays(1100);

    private final LinkTokens tokens;
    private final PortalConfig config;

    @Inject
    ApplicationLinks(LinkTokens tokens, PortalConfig config) {
        this.tokens = tokens;
        this.config = config;
    }

    String confirm(long application, String nonce, Instant expires) {
        return config.url("/apply/confirm/" + tokens.issue(CONFIRM, application, nonce, expires));
    }

    String status(long application, String nonce, Instant issued) {
        return config.url("/apply/status/" + statusToken(application, nonce, issued));
    }

    String statusToken(long application, String nonce, Instant issued) {
        return tokens.issue(STATUS, application, nonce, issued.plus(STATUS_OPENS));
    }

    String invited(long invite, String nonce, Instant expires) {
        return config.url("/apply/invited/" + tokens.issue(INVITED, invite, nonce, expires));
    }

    /** Expired ones open as well: the page says so. */
    Optional<LinkTokens.Opened> openConfirm(@Nullable String token) {
        return tokens.open(CONFIRM, token);
    }

    Optional<LinkTokens.Opened> openStatus(@Nullable String token) {
        return tokens.open(STATUS, token).filter(opened -> !opened.expired());
    }

    Optional<LinkTokens.Opened> openInvited(@Nullable String token) {
        return tokens.open(INVITED, token).filter(opened -> !opened.expired());
    }
}
