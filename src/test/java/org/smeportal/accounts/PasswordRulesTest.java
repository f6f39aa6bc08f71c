package org.smeportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.accounts.PasswordRules.Weakness;
import org.smeportal.platform.Text;

/** R1.4: the commonest passwords and words around the account are refused, each with the reason. */
class PasswordRulesTest {
    private static final PasswordRules.Context CONTEXT =
            PasswordRules.context("priya.nair@mail.example.org", "Priya Nair-Lund", "portal.example.org");

    @Test
    void namesAddressesAndThePortalAreTheContext() {
        assertThat(CONTEXT.words())
                .containsExactlyInAnyOrder("priya", "nair", "lund", "mail", "example", "org", "portal", "sme");
    }

    @ParameterizedTest
    @CsvSource({
        "password1234, COMMON",
        "P@ssw0rd1234, COMMON",
        "iloveyou2020, COMMON",
        "trustno1 2020, COMMON",
        "passwordpassword, REPEAT",
        "qaz qaz qaz qaz, REPEAT",
        "abcdefghijklmnop, SEQUENCE",
        "zxcvbhgfdsaqw, KEYBOARD",
        "01.02.1980-1980, DATE",
        "sme-portal-2020, CONTEXT",
        "smeportal2020!!, CONTEXT",
        "Priya Nair 1980, CONTEXT",
        "my priya.nair@mail.example.org password, CONTEXT",
        "four green chairs of Priya Nair-Lund, CONTEXT"
    })
    void whatIsGuessedFirstIsRefusedWithItsReason(String password, Weakness weakness) {
        assertThat(PasswordRules.weakness(password, CONTEXT)).contains(weakness);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a new and long sentence",
                "another long sentence",
                "blue teapot seven",
                "mein Hund heißt Rex",
                "Priya likes green bicycles",
                "vR8#kq2Lm!xT",
                "пять зелёных чайников",
                "七つの青い湯呑みが並ぶ棚の上"
            })
    void whatIsHardToGuessIsTaken(String password) {
        assertThat(PasswordRules.weakness(password, CONTEXT)).isEmpty();
    }

    @Test
    void everyReasonHasASentenceThatSaysHowToDoBetter() {
        for (Weakness weakness : Weakness.values()) {
            assertThat(new Text().of("accounts.refused.password." + weakness.name()))
                    .startsWith("This password ")
                    .matches(".*(Take|Leave|Add) .*");
        }
    }

    /** The work is bounded, whatever two hundred characters are typed. */
    @ParameterizedTest
    @ValueSource(strings = {"aB3$", "1234567890", "qwertyuiop", "\ud83d\ude00"})
    void theLongestPasswordIsJudgedInNoTime(String piece) {
        String longest = piece.repeat(PasswordRules.MOST).substring(0, PasswordRules.MOST);
        assertThat(org.junit.jupiter.api.Assertions.assertTimeout(
                        Duration.ofSeconds(20), () -> PasswordRules.weakness(longest, CONTEXT)))
                .isPresent();
    }
}
