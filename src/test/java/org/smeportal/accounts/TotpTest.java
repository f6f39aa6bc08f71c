package org.smeportal.accounts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R1.4: codes as RFC 6238 has them, one step early or late, each once. */
class TotpTest {
    private static final byte[] KEY = "12345678901234567890".getBytes(US_ASCII);
    private static final Instant NOW = Instant.parse("2020-02-03T09:00:10Z");
    private static final long STEP = Totp.step(NOW);

    /** Appendix B, the last six of the eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theVectorsOfTheStandard(long second, String code) {
        assertThat(Totp.code(KEY, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void aClockMayBeOneStepAwayAndNoMore() {
        for (int away = -1; away <= 1; away++) {
            assertThat(Totp.match(KEY, Totp.code(KEY, STEP + away), NOW, 0)).hasValue(STEP + away);
        }
        assertThat(Totp.match(KEY, Totp.code(KEY, STEP - 2), NOW, 0)).isEmpty();
        assertThat(Totp.match(KEY, Totp.code(KEY, STEP + 2), NOW, 0)).isEmpty();
    }

    @Test
    void aCodeOfAStepThatWasUsedOrPassedDoesNotCount() {
        assertThat(Totp.match(KEY, Totp.code(KEY, STEP), NOW, STEP)).isEmpty();
        assertThat(Totp.match(KEY, Totp.code(KEY, STEP - 1), NOW, STEP)).isEmpty();
        assertThat(Totp.match(KEY, Totp.code(KEY, STEP + 1), NOW, STEP)).hasValue(STEP + 1);
    }

    @Test
    void spacesAndDigitsOfOtherScriptsAreRead() {
        String code = Totp.code(KEY, STEP);
        assertThat(Totp.match(KEY, " " + code.substring(0, 3) + " " + code.substring(3) + "\u00a0 ", NOW, 0))
                .isPresent();
        StringBuilder arabic = new StringBuilder();
        code.chars().forEach(c -> arabic.append((char) (c - '0' + '\u0660')));
        assertThat(Totp.match(KEY, arabic.toString(), NOW, 0)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12345", "1234567", "abcdef", "000000'--", "\ud83d\ude00"})
    void whatIsNoCodeDoesNotCount(String typed) {
        assertThat(Totp.match(KEY, typed, NOW, 0)).isEmpty();
        assertThat(Totp.match(KEY, typed + Totp.code(KEY, STEP).repeat(10), NOW, 0))
                .isEmpty();
    }

    @Test
    void theAppIsToldWhoseKeyItIs() {
        assertThat(Totp.uri(KEY, "SME Portal", "ana+x@example.org"))
                .isEqualTo("otpauth://totp/SME%20Portal:ana%2Bx%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=SME%20Portal&algorithm=SHA1&digits=6&period=30");
        assertThat(Totp.newKey()).hasSize(20).isNotEqualTo(Totp.newKey());
    }

    @Test
    void recoveryCodesAreTenDifferentOnesAndReadHoweverTheyAreTyped() {
        assertThat(RecoveryCodes.fresh())
                .hasSize(RecoveryCodes.COUNT)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"));
        assertThat(RecoveryCodes.hash(1, " oil0-abcd efgh\u2013JKMN"))
                .isEqualTo(RecoveryCodes.hash(1, "0110-ABCD-EFGH-JKMN"))
                .isNotEqualTo(RecoveryCodes.hash(2, "0110-ABCD-EFGH-JKMN"));
    }
}
