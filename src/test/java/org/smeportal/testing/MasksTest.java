package org.smeportal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is random goes; its length, its number and which row of the database it names stay. */
class MasksTest {
    private static final String ONE = "3f1c2a70-8a6e-4f1d-9d3b-0c8d7e6f5a41";
    private static final String TWO = "b0a9c8d7-1111-4222-8333-944455556666";
    private final Masks masks = new Masks();

    @Test
    void anIdSaysWhichRowItIs() {
        masks.know(ONE, "sme#1");
        masks.know(TWO, "sme#2");
        assertThat(masks.of(ONE)).startsWith("sme#1-").hasSameSizeAs(ONE).isNotEqualTo(masks.of(TWO));
        assertThat(masks.of(UUID.randomUUID().toString()))
                .isEqualTo(masks.of(UUID.randomUUID().toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rsvp/test.1f.AAAAAAAAAAAAAAAAAAAAAA.rk3c0g.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
                "script-src 'self' 'nonce-QUJDREVGR0hJSktMTU5PUA=='",
                "set-cookie: portal-view=0123456789abcdef; Path=/",
                "{\"fields\":{\"options\":\"ab12c,d3e4f\",\"option.ab12c.text\":\"It\"},\"id\":\"d3e4f\"}",
                "{\"journal\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}",
                "hash 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
            })
    void aLengthStays(String text) {
        assertThat(masks.of(text)).hasSameSizeAs(text).isNotEqualTo(text);
        assertThat(masks.of(text + text)).isNotEqualTo(masks.of(text));
    }

    @Test
    void subjectAndEndOfALinkStay() {
        assertThat(masks.of("test.1f.AAAAAAAAAAAAAAAAAAAAAA.rk3c0g." + "B".repeat(43)))
                .startsWith("test.1f.nonce")
                .contains(".rk3c0g.proof");
    }

    @Test
    void aViewStateHasAnyLength() {
        String field = "<input type=\"hidden\" name=\"jakarta.faces.ViewState\" id=\"v\" value=\"%s\" />";
        assertThat(masks.of(field.formatted("-12:345"))).isEqualTo(masks.of(field.formatted("6789:-1")));
        assertThat(masks.of(field.formatted("Ana"))).contains("Ana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"last-modified: Thu, 04 Mar 2021 11:00:00 GMT\n", "etag: \"abcdef\"\n", "3 of 4 agree"})
    void whatTellsSomethingStays(String text) {
        assertThat(masks.of(text)).isEqualTo(text);
    }
}
