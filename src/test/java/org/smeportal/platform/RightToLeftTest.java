package org.smeportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Arabic letters take the form that their neighbours ask for, and lines run from right to left. */
class RightToLeftTest {

    private final RightToLeft writing = new RightToLeft();

    @Test
    void lettersJoinTheirNeighboursAndLamTakesAlefAlong() {
        assertThat(writing.shapeText("سلام")).isEqualTo("\uFEB3\uFEFC\uFEE1");
        assertThat(writing.shapeText("محمد")).isEqualTo("\uFEE3\uFEA4\uFEE4\uFEAA");
        assertThat(writing.shapeText("دار")).isEqualTo("\uFEA9\uFE8D\uFEAD");
    }

    @Test
    void persianLettersJoinToo() {
        assertThat(writing.shapeText("پگی")).isEqualTo("\uFB58\uFB95\uFBFD");
    }

    @Test
    void aVowelMarkDoesNotPartTwoLetters() {
        assertThat(writing.shapeText("بَت")).isEqualTo("\uFE91\u064E\uFE96");
    }

    @Test
    void hebrewAndNumbersStandInTheirOrder() {
        assertThat(writing.reorderRTLTextToLTR("אבג 12")).isEqualTo("12 גבא");
        assertThat(writing.shapeText("דוד")).isEqualTo("דוד");
    }
}
