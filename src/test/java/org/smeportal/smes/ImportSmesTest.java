package org.smeportal.smes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Text;
import org.smeportal.smes.CreateSme.NewSme;

/** What a file of SMEs may look like, and what each fault of it is called. */
class ImportSmesTest {
    private static final Map<String, Long> EXAMS = Map.of("SAP-C01", 1L, "SCS-C01", 2L);
    private static final Text TEXT = new Text();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email,name,country,zone,exams\nAna@Example.org,Ana Sá,pt,Europe/Lisbon,SAP-C01 SCS-C01\n",
                "\uFEFFemail;name;country;zone;exams\r\nana@example.org;Ana Sá;PT;Europe/Lisbon;SAP-C01|scs-c01\r\n",
                "Email\tName\tCountry\tZone\tExams\nana@example.org\tAna Sá\tPT\tEurope/Lisbon\tSCS-C01,SAP-C01"
            })
    void bomDelimitersAndCaseMakeNoDifference(String file) {
        SmeCsv.Content content = SmeCsv.read(file, EXAMS);
        assertThat(content.faults()).isEmpty();
        assertThat(content.entries())
                .singleElement()
                .extracting(SmeCsv.Entry::facts)
                .isEqualTo(new NewSme(
                        "ana@example.org", "Ana Sá", "PT", "Europe/Lisbon", null, null, null, Set.of(1L, 2L), false));
    }

    @Test
    void everyFaultOfEveryRowIsListedWithLineAndColumn() {
        SmeCsv.Content content = SmeCsv.read("""
                email,name,country,zone,employer,expertise,languages,exams,visible
                nobody,,XX,Mars/Base,,,,ZZZ-C99,perhaps
                ana@example.org,Ana,PT,Europe/Lisbon,,,,,yes
                bob@example.org,Bob,PT
                "cy@example.org","Cy
                Bcc: all@example.org",PT,Europe/Lisbon,,,,,no
                """, EXAMS);
        assertThat(content.entries()).extracting(entry -> entry.facts().email()).containsExactly("ana@example.org");
        assertThat(content.faults())
                .extracting(fault -> fault.line() + " " + fault.column() + ": " + TEXT.of(fault.reason()))
                .containsExactly(
                        "2 email: “nobody” is not an e-mail address. It needs a name, an @ and a domain, such as ana@example.org.",
                        "2 name: Nothing was typed here, but something is needed.",
                        "2 country: “XX” is not a country code of two letters, such as PT.",
                        "2 zone: “Mars/Base” is not a time zone. Pick one from the list, such as Europe/Lisbon.",
                        "2 exams: No exam has the code ZZZ-C99. Known are: SAP-C01 SCS-C01.",
                        "2 visible: “perhaps” is neither yes nor no.",
                        "4 : The line has 3 fields, the first line has 9.",
                        "5 name: “Cy Bcc: all@example.org” has line breaks or control characters. One line of text fits here.");
    }

    @Test
    void anAddressThatStandsTwiceInTheFileIsAFaultOfTheSecondLine() {
        SmeCsv.Content content = SmeCsv.read("""
                email,name,country,zone
                ana@example.org,Ana,PT,Europe/Lisbon
                ANA@example.org,Ana again,PT,Europe/Lisbon
                """, EXAMS);
        assertThat(content.entries()).hasSize(1);
        assertThat(content.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(TEXT.of(fault.reason()))
                    .isEqualTo("ana@example.org is in line 2 already. One e-mail address is one SME.");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'email,name,country' | Missing: zone.",
                "'mail;name;country;timezone' | Missing: email, zone.",
                "'email,name,country,zone,shoe' | unknown or named twice: shoe.",
                "'email,name,country,zone,name' | unknown or named twice: name.",
                "'ana@example.org,Ana,PT,Europe/Lisbon' | Missing: email, name, country, zone."
            })
    void aWrongHeaderIsNamed(String header, String words) {
        assertThatThrownBy(() -> SmeCsv.read(header + "\na,b,c,d\n", EXAMS))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(TEXT.of(refused)).contains(words.strip()));
    }

    @ParameterizedTest
    @CsvSource({"'',smes.refused.importEmpty", "'email,name,country,zone\n,,,\n',smes.refused.importNoRows"})
    void aFileWithoutRowsIsRefused(String file, String key) {
        assertThatThrownBy(() -> SmeCsv.read(file, EXAMS))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    @Test
    void moreThanTenMegabytesAreRefusedInASentence() {
        assertThatThrownBy(() -> ImportSmes.Upload.of("big.csv", new byte[SmeCsv.MOST_BYTES + 1]))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(TEXT.of(refused)).contains("larger than 10 MB"));
    }

    @Test
    void aFileThatIsNoTextInUtf8IsRefusedInASentence() {
        byte[] windows = "email,name\nx@example.org,José".getBytes(Charset.forName("windows-1252"));
        byte[] workbook = {'P', 'K', 3, 4, 0, 0};
        for (byte[] content : new byte[][] {windows, workbook}) {
            assertThatThrownBy(() -> ImportSmes.Upload.of("people.xlsx", content))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(TEXT.of(refused)).contains("CSV UTF-8"));
        }
        assertThat(ImportSmes.Upload.of(null, "é".getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo("é");
    }
}
