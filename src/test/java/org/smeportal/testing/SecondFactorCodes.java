package org.smeportal.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an authenticator app shows. The portal takes the code before and the one after as well, so one that is typed when its
 * half minute ends is taken too; the one before would be two late by then.
 */
public final class SecondFactorCodes {
    private static final TimeBasedOneTimePasswordGenerator APP = new TimeBasedOneTimePasswordGenerator();

    private SecondFactorCodes() {}

    public static String now(byte[] key) {
        return at(key, 0);
    }

    /** The one after, on a clock that is a step early: not used yet when {@link #now} was. */
    public static String next(byte[] key) {
        return at(key, 1);
    }

    private static String at(byte[] key, int steps) {
        Instant then = Clock.systemUTC().instant().plus(APP.getTimeStep().multipliedBy(steps));
        try {
            return APP.generateOneTimePasswordString(new SecretKeySpec(key, "RAW"), then);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
