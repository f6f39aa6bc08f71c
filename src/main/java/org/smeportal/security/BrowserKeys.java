package org.smeportal.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Keys for what a browser keeps of what somebody typed, 256 bits for one purpose and thing, from which no other key can be
 * learned. None is stored: it follows from the secret that writes, so that after a new secret a browser's words are forgotten.
 */
@Singleton
public class BrowserKeys {
    private final PortalSecret secret;

    @Inject
    public BrowserKeys(PortalSecret secret) {
        this.secret = secret;
    }

    public byte[] of(String purpose, String thing) {
        return secret.mac(secret.writingId(), "browser/" + purpose, thing);
    }
}
