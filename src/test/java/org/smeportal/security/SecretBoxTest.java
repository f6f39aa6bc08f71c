package org.smeportal.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.platform.PortalConfig;

/** R9.4: what is sealed opens for the same purpose and context only, and with every secret that the portal still has. */
class SecretBoxTest {
    private static final String OLD = "old:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            "new:" + Base64.getEncoder().encodeToString("x".repeat(32).getBytes(UTF_8));
    private static final String PURPOSE = "second-factor";
    private static final String CONTEXT = "account:17";
    private static final byte[] PLAIN = "a key that nobody may read: é".getBytes(UTF_8);

    private final SecretBox box = box(OLD);

    private static SecretBox box(String secrets) {
        return new SecretBox(new PortalSecret(new PortalConfig(
                URI.create("https://portal.example.org"),
                secrets,
                PortalConfig.NO_SMTP,
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO,
                Optional.empty(),
                List.of(),
                true,
                false)));
    }

    @Test
    void whatWasSealedOpensAndIsNotTheSameTwice() {
        String sealed = box.seal(PURPOSE, CONTEXT, PLAIN);
        assertThat(box.open(PURPOSE, CONTEXT, sealed)).isEqualTo(PLAIN);
        assertThat(sealed).startsWith("1.old.").doesNotContain("nobody");
        assertThat(box.seal(PURPOSE, CONTEXT, PLAIN)).isNotEqualTo(sealed);
        assertThat(box.open(PURPOSE, CONTEXT, box.seal(PURPOSE, CONTEXT, new byte[0])))
                .isEmpty();
    }

    @Test
    void anotherPurposeOrContextDoesNotOpenIt() {
        String sealed = box.seal(PURPOSE, CONTEXT, PLAIN);
        refuses(box, "item", CONTEXT, sealed);
        refuses(box, PURPOSE, "account:18", sealed);
        refuses(box, PURPOSE + "." + CONTEXT, "", sealed);
    }

    /** Every character of it counts: key id, nonce, text and tag. */
    @Test
    void aChangedCharacterDoesNotOpenIt() {
        String sealed = box.seal(PURPOSE, CONTEXT, PLAIN);
        for (int i = 0; i < sealed.length() - 1; i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            refuses(box, PURPOSE, CONTEXT, sealed.substring(0, i) + other + sealed.substring(i + 1));
        }
        refuses(box, PURPOSE, CONTEXT, sealed.substring(0, sealed.length() - 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.old.", "1.old.AAAA", "1.old.*", "2.old.AAAA", "1.gone.AAAA", "1.old.AAAA.AAAA"})
    void whatWasNeverSealedDoesNotOpen(String sealed) {
        refuses(box, PURPOSE, CONTEXT, sealed);
    }

    @Test
    void aNewSecretInFrontSealsAndTheOldOneStillOpensUntilItIsTakenAway() {
        String before = box.seal(PURPOSE, CONTEXT, PLAIN);
        SecretBox rotated = box(NEW + "," + OLD);
        assertThat(rotated.open(PURPOSE, CONTEXT, before)).isEqualTo(PLAIN);
        assertThat(rotated.isOld(before)).isTrue();
        String after = rotated.seal(PURPOSE, CONTEXT, PLAIN);
        assertThat(after).startsWith("1.new.");
        assertThat(rotated.isOld(after)).isFalse();
        assertThatCode(() -> box(NEW).open(PURPOSE, CONTEXT, after)).doesNotThrowAnyException();
        assertThatThrownBy(() -> box(NEW).open(PURPOSE, CONTEXT, before))
                .isInstanceOf(SecretBox.Unopenable.class)
                .hasMessageContaining("the secret old");
    }

    private static void refuses(SecretBox box, String purpose, String context, String sealed) {
        assertThatThrownBy(() -> box.open(purpose, context, sealed)).isInstanceOf(SecretBox.Unopenable.class);
    }
}
