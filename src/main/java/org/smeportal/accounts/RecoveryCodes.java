package org.smeportal.accounts;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Codes for whoever lost the phone: 80 random bits each, so that the plain SHA-256 of one cannot be guessed backwards. */
final class RecoveryCodes {
    static final int COUNT = 10;
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    /** Crockford's 32 characters: none that is read as another one. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** As they are shown, in groups of four. */
    static List<String> fresh() {
        return Stream.generate(RecoveryCodes::one).distinct().limit(COUNT).toList();
    }

    private static String one() {
        StringBuilder code = new StringBuilder();
        IntStream.range(0, LENGTH).forEach(i -> {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        });
        return code.toString();
    }

    /** What is stored; how it was typed (case, groups, O for 0) makes no difference. */
    static String hash(long account, String typed) {
        return Throttle.sha256("recovery\n" + account + "\n" + plain(typed));
    }

    private static String plain(String typed) {
        String bounded = typed.length() > 100 ? "" : typed;
        return bounded.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
