package org.smeportal.accounts;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.PortalConfig;

/** Argon2id (19 MiB, 2 passes), with at most as many hashes at once as memory and processors bear. */
@Singleton
class Passwords {
    private static final int MOST_SECONDS = 10;

    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Argon2 ARGON2 = Argon2Factory.create(Argon2Types.ARGON2id, SALT_BYTES, HASH_BYTES);
    private static final String NOBODYS = hashed("nobody has this password");

    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final String host;

    @Inject
    Passwords(PortalConfig config) {
        host = config.baseUrl().getHost();
    }

    /** A password that may be used, hashed. */
    String accepted(String password, String email, String name) {
        if (password.length() < PasswordRules.LEAST) {
            throw refused("accounts.refused.passwordShort", PasswordRules.LEAST);
        }
        if (password.length() > PasswordRules.MOST) {
            throw refused("accounts.refused.passwordLong", PasswordRules.MOST);
        }
        weakness(password, PasswordRules.context(email, name, host)).ifPresent(weakness -> {
            throw refused("accounts.refused.password." + weakness.name());
        });
        return hash(password);
    }

    private static Refused refused(String key, Object... arguments) {
        return new Refused(key, arguments).at("password");
    }

    /** Looking for weak parts takes as much of a processor as a hash. */
    private Optional<PasswordRules.Weakness> weakness(String password, PasswordRules.Context context) {
        takePlace();
        try {
            return PasswordRules.weakness(password, context);
        } finally {
            places.release();
        }
    }

    /** Takes as long when there is no hash: the answer's time does not tell who is known. */
    boolean matches(String password, @Nullable String hash) {
        boolean known = hash != null;
        String against = hash == null ? NOBODYS : hash;
        String bounded = password.length() > PasswordRules.MOST ? "" : password;
        takePlace();
        try {
            return ARGON2.verify(against, bounded.toCharArray()) && known && !bounded.isEmpty();
        } finally {
            places.release();
        }
    }

    private String hash(String password) {
        takePlace();
        try {
            return hashed(password);
        } finally {
            places.release();
        }
    }

    private static String hashed(String password) {
        return ARGON2.hash(PASSES, KIBIBYTES, LANES, password.toCharArray());
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused("accounts.refused.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("accounts.refused.busy");
        }
    }
}
