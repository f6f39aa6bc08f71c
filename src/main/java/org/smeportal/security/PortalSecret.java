package org.smeportal.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.smeportal.platform.PortalConfig;

/** The secrets of the installation, {@code id:base64[,id:base64]}: the first writes, all read; one derived key per purpose. */
@Singleton
class PortalSecret {

    private static final String ALGORITHM = "HmacSHA256";

    private final Map<String, byte[]> secrets = new LinkedHashMap<>();

    @Inject
    PortalSecret(PortalConfig config) {
        for (String part : config.portalSecret().split(",", 0)) {
            String[] idAndSecret = part.strip().split(":", 2);
            secrets.put(idAndSecret[0], Base64.getDecoder().decode(idAndSecret[1]));
        }
    }

    String writingId() {
        return secrets.keySet().iterator().next();
    }

    boolean knows(String id) {
        return secrets.containsKey(id);
    }

    byte[] mac(String id, String purpose, String message) {
        return hmac(key(id, purpose), message);
    }

    /** 256 bits for one purpose, from which nothing can be learned about another. */
    byte[] key(String id, String purpose) {
        byte[] secret = secrets.get(id);
        if (secret == null) {
            throw new IllegalArgumentException("unknown secret");
        }
        return hmac(secret, "sme-portal/" + purpose);
    }

    private static byte[] hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
