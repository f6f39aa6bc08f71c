package org.smeportal.accounts;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes by the clock (RFC 6238) as every authenticator app makes them: SHA-1, six digits, a new one each 30 seconds. */
final class Totp {
    static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int KEY_BYTES = 20;
    private static final int STEPS_AWAY = 1;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator(
            STEP, DIGITS, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1);

    private Totp() {}

    static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    static long step(Instant at) {
        return at.getEpochSecond() / STEP.toSeconds();
    }

    static String code(byte[] key, long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(key, "RAW"), Instant.ofEpochSecond(step * STEP.toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The step whose code was typed, if it is now or one beside it, and later than the one that was used last. */
    static OptionalLong match(byte[] key, String typed, Instant now, long usedLast) {
        byte[] code = digits(typed).getBytes(StandardCharsets.US_ASCII);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - STEPS_AWAY; step <= step(now) + STEPS_AWAY; step++) {
            boolean same = MessageDigest.isEqual(code(key, step).getBytes(StandardCharsets.US_ASCII), code);
            if (same && step > usedLast && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** For typing it into an app: RFC 4648 without padding. */
    static String base32(byte[] key) {
        return new Base32().encodeAsString(key).replace("=", "");
    }

    /** What the QR code says: the label that the app shows, and the key. */
    static String uri(byte[] key, String issuer, String holder) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(holder) + "?secret=" + base32(key) + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP.toSeconds();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** People type codes with a space in the middle, or with the digits of their own script. */
    private static String digits(String typed) {
        StringBuilder digits = new StringBuilder();
        typed.codePoints()
                .limit(20)
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .map(c -> Character.digit(c, 10))
                .forEach(digit -> digits.append(digit < 0 ? "x" : Integer.toString(digit)));
        return digits.toString();
    }
}
