package org.smeportal.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.smeportal.kernel.Refused;

/** Argon2id (19 MiB, 2 passes), with at most as many hashes at once as memory and processors bear. */
@Singleton
class Passwords {
    private static final int LEAST = 12;
    private static final int MOST = 200;
    private static final int MOST_SECONDS = 10;

    private final Argon2Function function = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final String nobodys = hash("nobody has this password");

    /** A password that may be used, hashed. */
    String accepted(String password, String email, String name) {
        if (password.length() < LEAST) {
            throw new Refused("accounts.refused.passwordShort", LEAST);
        }
        if (password.length() > MOST) {
            throw new Refused("accounts.refused.passwordLong", MOST);
        }
        String lower = password.toLowerCase(java.util.Locale.ROOT);
        String local = email.substring(0, email.indexOf('@'));
        if (lower.contains(email)
                || (local.length() > 3 && lower.contains(local))
                || isMonotonous(lower)
                || (name.length() > 3 && lower.contains(name.toLowerCase(java.util.Locale.ROOT)))) {
            throw new Refused("accounts.refused.passwordEasy");
        }
        return hash(password);
    }

    /** Takes as long when there is no hash: the answer's time does not tell who is known. */
    boolean matches(String password, @Nullable String hash) {
        boolean known = hash != null;
        String against = hash == null ? nobodys : hash;
        String bounded = password.length() > MOST ? "" : password;
        takePlace();
        try {
            return Password.check(bounded, against).with(function) && known && !bounded.isEmpty();
        } finally {
            places.release();
        }
    }

    private String hash(String password) {
        takePlace();
        try {
            return Password.hash(password).addRandomSalt(16).with(function).getResult();
        } finally {
            places.release();
        }
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

    private static boolean isMonotonous(String password) {
        return password.chars().distinct().count() < 5;
    }
}
