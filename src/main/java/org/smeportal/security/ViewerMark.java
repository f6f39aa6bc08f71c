package org.smeportal.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The code that stands over item text as a watermark (R9.3): eight letters that only the portal can lead back to the account
 * that looked. A new secret of the portal gives everybody a new one.
 */
@Singleton
public class ViewerMark {
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final int HEX_RADIX = 16;
    private static final String PURPOSE = "viewer-mark";

    private final KeyedHash hash;

    @Inject
    public ViewerMark(KeyedHash hash) {
        this.hash = hash;
    }

    public String of(@Nullable Long account) {
        if (account == null) {
            return "";
        }
        BigInteger rest = new BigInteger(hash.of(hash.writingKey(), PURPOSE, "account:" + account), HEX_RADIX);
        BigInteger radix = BigInteger.valueOf(LETTERS.length());
        StringBuilder code = new StringBuilder();
        while (code.length() < LENGTH) {
            code.append(LETTERS.charAt(rest.mod(radix).intValue()));
            rest = rest.divide(radix);
        }
        return code.toString();
    }
}
