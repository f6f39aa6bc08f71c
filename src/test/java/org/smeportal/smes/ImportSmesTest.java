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
        ImportRows.Content content = read(file);
        assertThat(content.faults()).isEmpty();
        assertThat(content.entries())
                .singleElement()
                .extracting(ImportRows.Entry::facts)
                .isEqualTo(new NewSme(
                        "ana@example.org", "Ana Sá", "PT", "Europe/Lisbon", null, null, null, Set.of(1L, 2L), false));
    }

    @Test
    void everyFaultOfEveryRowIsListedWithLineAndColumn() {
        ImportRows.Content content = read("""
                email,name,country,zone,employer,expertise,languages,exams,visible
                nobody,,XX,Mars/Base,,,,ZZZ-C99,perhaps
                ana@example.org,Ana,PT,Europe/Lisbon,,,,,yes
                bob@example.org,Bob,PT
                "cy@example.org","Cy
                Bcc: all@example.org",PT,Europe/Lisbon,,,,,no
                """);
        assertThat(content.entries()).extracting(entry -> entry.facts().email()).containsExactly("ana@example.org");
        assertThat(content.faults())
                .extracting(fault -> fault.line() + " " + fault.column() + ": " + TEXT.of(fault.reason()))
                .containsExactly(
                        "2 email: “nobody” is not an e-mail address. It needs a name, an @ and a domain, such as ana@example.org.",
                        "2 name: Nothing was typed here, but something is needed.",
                        "2 country: “XX” is neither the code nor the name of a country, such as PT or Portugal.",
                        "2 zone: “Mars/Base” is not a time zone. Pick one from the list, such as Europe/Lisbon.",
                        "2 exams: No exam has the code ZZZ-C99. Known are: SAP-C01 SCS-C01.",
                        "2 visible: “perhaps” is neither yes nor no.",
                        "4 : The line has 3 fields, the first line has 9.",
                        "5 name: “Cy Bcc: all@example.org” has line breaks or control characters. One line of text fits here.");
    }

    @Test
    void anAddressThatStandsTwiceInTheFileIsAFaultOfTheSecondLine() {
        ImportRows.Content content = read("""
                email,name,country,zone
                ana@example.org,Ana,PT,Europe/Lisbon
                ANA@example.org,Ana again,PT,Europe/Lisbon
                """);
        assertThat(content.entries()).hasSize(1);
        assertThat(content.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(TEXT.of(fault.reason()))
                    .isEqualTo("ana@example.org is in line 2 already. One e-mail address is one SME.");
        });
    }

    @Test
    void whatStandsInAFaultyCellIsShownBesideTheReason() {
        assertThat(read("E-Mail,Name,Land\nnobody,N,Atlantis\n").faults())
                .extracting(fault -> fault.column() + "=" + fault.value())
                .containsExactly("E-Mail=nobody", "Land=Atlantis", "zone=");
    }

    @ParameterizedTest
    @CsvSource({
        "DE,DE,Europe/Berlin",
        "Germany,DE,Europe/Berlin",
        "Deutschland,DE,Europe/Berlin",
        "ALLEMAGNE,DE,Europe/Berlin",
        "Österreich,AT,Europe/Vienna",
        "czech republic,CZ,Europe/Prague",
        "UK,GB,Europe/London",
        "JPN,JP,Asia/Tokyo",
        "Türkiye,TR,Europe/Istanbul"
    })
    void aCountryIsKnownByCodeOrNameAndGivesTheZoneWhenItHasOne(String written, String code, String zone) {
        ImportRows.Content content = read("email,name,country\nana@example.org,Ana," + written + "\n");
        assertThat(content.faults()).isEmpty();
        assertThat(content.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.facts().country()).isEqualTo(code);
            assertThat(entry.facts().zone()).isEqualTo(zone);
        });
    }

    @Test
    void aCountryWithSeveralZonesAsksForOne() {
        assertThat(read("email,name,country,zone\nbo@example.org,Bo,USA,\n").faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.column()).isEqualTo("zone");
                    assertThat(TEXT.of(fault.reason())).startsWith("United States has several time zones.");
                });
    }

    @ParameterizedTest
    @CsvSource({"'',smes.refused.importEmpty", "'email,name,country,zone\n,,,\n',smes.refused.importNoRows"})
    void aFileWithoutRowsIsRefused(String file, String key) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    @Test
    void moreThanTenMegabytesAreRefusedInASentence() {
        assertThatThrownBy(() -> ImportTable.of("big.csv", new byte[ImportTable.MOST_BYTES + 1]))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(TEXT.of(refused)).contains("larger than 10 MB"));
    }

    @Test
    void aFileThatIsNeitherTextInUtf8NorAWorkbookIsRefusedInASentence() {
        byte[] windows = "email,name\nx@example.org,José".getBytes(Charset.forName("windows-1252"));
        byte[] zeros = "email\0name".getBytes(StandardCharsets.UTF_8);
        for (byte[] content : new byte[][] {windows, zeros}) {
            assertThatThrownBy(() -> ImportTable.of("people.csv", content))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(TEXT.of(refused)).contains("CSV UTF-8"));
        }
        assertThat(ImportTable.of(null, "name\né".getBytes(StandardCharsets.UTF_8))
                        .examples(0))
                .containsExactly("é");
    }

    @Test
    void aTableTravelsPackedAndComesBackWholeOrNotAtAll() {
        ImportTable table = ImportTable.text("people.csv", "a;b\n1;\"two\nlines\"\n\n3;4\n");
        assertThat(ImportTable.unpacked("people.csv", table.packed())).isEqualTo(table);
        String packed = table.packed();
        for (String broken : new String[] {"", "nonsense", packed.substring(0, packed.length() / 2)}) {
            assertThatThrownBy(() -> ImportTable.unpacked("people.csv", broken))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.key()).isEqualTo("smes.refused.importGone"));
        }
    }

    private static ImportRows.Content read(String text) {
        ImportTable table = ImportTable.text("people.csv", text);
        return ImportRows.read(table, table.proposal(), EXAMS);
    }
}
