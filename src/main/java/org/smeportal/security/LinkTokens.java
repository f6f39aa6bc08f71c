package org.smeportal.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of private links: {@code key.subject.nonce.expiry.mac}, the mac over purpose, subject, nonce and expiry. Nothing
 * usable is stored: the row of the subject keeps the nonce, and a new nonce ends every earlier link.
 */
@Singleton
public class LinkTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PortalSecret secret;
    private final Clock clock;

    @Inject
    public LinkTokens(PortalSecret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** What a genuine token says; whether its nonce is still the current one is for the owner of the subject to say. */
    public record Opened(long subject, String nonce, Instant expires, boolean expired) {}

    public static String newNonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    /** 256 random bits, for cookies. */
    public static String newSecret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    public String issue(String purpose, long subject, String nonce, Instant expires) {
        String body = Long.toString(subject, 36) + "." + nonce + "." + Long.toString(expires.getEpochSecond(), 36);
        String key = secret.writingId();
        return key + "." + body + "." + mac(key, purpose, body);
    }

    /** Empty when the token was not made here for this purpose; expired tokens open, and say so. */
    public Optional<Opened> open(String purpose, @Nullable String token) {
        if (token == null || token.length() > 300) {
            return Optional.empty();
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 5 || !secret.knows(parts[0])) {
            return Optional.empty();
        }
        String body = parts[1] + "." + parts[2] + "." + parts[3];
        byte[] expected = mac(parts[0], purpose, body).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, parts[4].getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        Instant expires = Instant.ofEpochSecond(Long.parseLong(parts[3], 36));
        return Optional.of(
                new Opened(Long.parseLong(parts[1], 36), parts[2], expires, expires.isBefore(clock.instant())));
    }

    private String mac(String key, String purpose, String body) {
        return BASE64.encodeToString(secret.mac(key, purpose, body));
    }
}
