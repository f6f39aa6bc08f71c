package org.smeportal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.kernel.Refused;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n", "a;b\r\n1;2\r\n", "a\tb\n1\t2", "\uFEFFa;b\n1;2\n"})
    void commaSemicolonTabAndBomReadTheSame(String text) {
        assertThat(Csv.read(text))
                .containsExactly(new Csv.Line(1, List.of("a", "b")), new Csv.Line(2, List.of("1", "2")));
    }

    @Test
    void aLineIsCountedWhereItBeginsInTheFile() {
        assertThat(Csv.read("a,b\n\n\"one\ntwo\",2\n3,4\n"))
                .extracting(Csv.Line::number)
                .containsExactly(1L, 3L, 5L);
    }

    @Test
    void aQuotationMarkThatIsNeverClosedIsRefusedWithItsLine() {
        assertThatThrownBy(() -> Csv.read("a,b\n1,2\n\"open,4\n5,6\n"))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.key()).isEqualTo("platform.refused.csv");
                    assertThat(refused.arguments()).containsExactly(3L);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 30", "-2", "@SUM(A1)", "\tx", "\rx"})
    void aFormulaIsWrittenAsTextAndComesBackAsTyped(String value) {
        String file = Csv.write(List.of("a", "b"), List.of(Arrays.asList(value, null)));
        assertThat(file).contains("'" + value);
        assertThat(Csv.read(file).get(1).fields()).containsExactly(value, "");
    }

    /** A spreadsheet that expects semicolons makes two cells of it, whatever the quotation marks say. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann;=HYPERLINK(\"https://evil.example\")",
                "Ann; \"=1+1",
                "Ann\t@SUM(A1)",
                "Ann\n-2",
                "Ann;\t+1",
                " =1",
                "\"=1"
            })
    void aFormulaBehindTheEndOfACellIsGuardedAndComesBackAsTyped(String value) {
        String file = Csv.write(List.of("a", "b"), List.of(List.of("x", value)));
        assertThat(file).containsPattern("'[=+@-]").doesNotContainPattern("[;\t\n \"][=+@-]");
        assertThat(Csv.read(file).get(1).fields()).containsExactly("x", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana Sá - Porto", "O'Neill; 'Sons'", "a=b", "semi;colon", "'quoted'"})
    void everythingElseIsQuotedAndLeftAsItIs(String value) {
        String file = Csv.write(List.of("a"), List.of(List.of(value)));
        assertThat(file).isEqualTo("\"a\"\r\n\"" + value + "\"\r\n");
    }
}
