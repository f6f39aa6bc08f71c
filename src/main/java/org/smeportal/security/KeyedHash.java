package org.smeportal.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HexFormat;

/**
 * HMAC-SHA-256 for marks that are stored beside what they mark: who can write the database, but does not know the secret of
 * the installation, can make none. Each mark names its key, so that a new secret leaves the old marks readable.
 */
@Singleton
public class KeyedHash {
    private final PortalSecret secret;

    @Inject
    public KeyedHash(PortalSecret secret) {
        this.secret = secret;
    }

    /** The key for new marks. */
    public String writingKey() {
        return secret.writingId();
    }

    public boolean knows(String key) {
        return secret.knows(key);
    }

    /** 64 hexadecimal digits. */
    public String of(String key, String purpose, String content) {
        return HexFormat.of().formatHex(secret.mac(key, purpose, content));
    }
}
