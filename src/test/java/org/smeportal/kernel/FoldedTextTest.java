package org.smeportal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R1.6: a name is found however its accents, capitals and umlauts are written. */
class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "Müller,muller",
        "STRASSE,strasse",
        "Straße,strasse",
        "Øystein,oystein",
        "Łukasz,lukasz",
        "Đorđe,dorde",
        "Kjær,kjaer",
        "Œuvre,oeuvre",
        "Þór,thor",
        "Işık,isik",
        "IŞIK,isik",
        "İstanbul,istanbul",
        "Nguyễn,nguyen",
        "Žižková,zizkova",
        "Ｆｕｌｌ,full",
        "O’Brien,o'brien",
        "Οδυσσεύς,οδυσσευσ",
        "김민수,김민수",
        "हिन्दी,हिन्दी"
    })
    void lettersAreWrittenPlainly(String text, String plain) {
        assertThat(FoldedText.plain(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "Müller,Muller",
        "Müller,Mueller",
        "Mueller,Müller",
        "Mueller,Muller",
        "Øystein,Oeystein",
        "Oeystein,Øystein",
        "Århus,Aarhus",
        "Jørgensen,jorgensen",
        "Straße,STRASSE",
        "Łukasz,lukasz",
        "Michael,michael",
        "Samuel,samue"
    })
    void whoeverIsStoredInOneSpellingIsFoundInTheOther(String stored, String asked) {
        String index = FoldedText.index(4_000, stored, null);
        assertThat(FoldedText.words(asked))
                .isNotEmpty()
                .allMatch(word -> index.contains(word) || index.contains(FoldedText.shortened(word)));
    }

    @Test
    void aQueryIsItsWordsOnceEachAndNotMoreThanEight() {
        assertThat(FoldedText.words("  Noor,\tHaddad noor ")).containsExactly("noor", "haddad");
        assertThat(FoldedText.words("a b c d e f g h i j")).hasSize(FoldedText.MOST_WORDS);
        assertThat(FoldedText.words(" \u00a0 ")).isEmpty();
        assertThat(FoldedText.words(null)).isEmpty();
    }

    @Test
    void theWordsOfANameAreTheSameInWhateverOrderAndPunctuation() {
        assertThat(FoldedText.nameWords("Müller-Lüdenscheidt, Dr. Anna"))
                .isEqualTo(FoldedText.nameWords("anna  Dr Lüdenscheidt Mueller"));
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String text) {
        String plain = FoldedText.plain(text);
        assertThat(FoldedText.plain(plain)).isEqualTo(plain);
    }

    @Property
    void theIndexFitsIntoItsColumn(@ForAll String text) {
        assertThat(FoldedText.index(20, text, text).length()).isLessThanOrEqualTo(20);
    }
}
