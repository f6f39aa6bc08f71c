package org.smeportal.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What the database must not tell: AES-256-GCM with a key of its own for each purpose, derived from the portal's secret.
 * What is sealed, {@code 1.key.base64(nonce, ciphertext, tag)}, opens for the same purpose and the same context only, such
 * as {@code account:17}, so that it cannot be moved to another row. The first secret seals, every one that is known opens.
 */
@Singleton
public class SecretBox {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String FORM = "1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final PortalSecret secret;

    @Inject
    public SecretBox(PortalSecret secret) {
        this.secret = secret;
    }

    /** What was sealed is not whole, belongs elsewhere, or its secret is no longer among those of the portal. */
    public static final class Unopenable extends RuntimeException {
        Unopenable(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    public String seal(String purpose, String context, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        String key = secret.writingId();
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, purpose, context, nonce).doFinal(plain);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return FORM + "." + key + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] open(String purpose, String context, String sealed) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(FORM)) {
            throw new Unopenable("not sealed here", null);
        }
        if (!secret.knows(parts[1])) {
            throw new Unopenable("sealed with the secret " + parts[1] + ", which PORTAL_SECRET has no more", null);
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(parts[2]);
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, parts[1], purpose, context, nonce)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new Unopenable("changed, or sealed for something else", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it was sealed with a secret that reads only: time to seal it anew. */
    public boolean isOld(String sealed) {
        return !sealed.startsWith(beginning());
    }

    /** How everything begins that is sealed with the secret that writes. */
    public String beginning() {
        return FORM + "." + secret.writingId() + ".";
    }

    private Cipher cipher(int mode, String key, String purpose, String context, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(secret.key(key, "box/" + purpose), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((FORM + "." + key + "." + context).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
