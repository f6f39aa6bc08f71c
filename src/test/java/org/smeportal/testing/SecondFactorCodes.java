package org.smeportal.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app does, with a clock that may be a step early or late. */
public final class SecondFactorCodes {
    private static final TimeBasedOneTimePasswordGenerator APP = new TimeBasedOneTimePasswordGenerator();

    private SecondFactorCodes() {}

    public static String now(byte[] key) {
        return at(key, 0);
    }

    /** The code of so many steps from now. */
    public static String at(byte[] key, int steps) {
        Instant then = Clock.systemUTC().instant().plus(APP.getTimeStep().multipliedBy(steps));
        try {
            return APP.generateOneTimePasswordString(new SecretKeySpec(key, "RAW"), then);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
