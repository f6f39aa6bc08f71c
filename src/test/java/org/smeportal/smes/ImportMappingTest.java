package org.smeportal.smes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smeportal.kernel.Refused;

/** R1.6: columns are known by their usual names, and can be named otherwise. */
class ImportMappingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email;name;country;zone;employer;expertise;languages;exams;visible | EMAIL NAME COUNTRY ZONE EMPLOYER EXPERTISE LANGUAGES EXAMS VISIBLE",
                "E-Mail;Full name;Land;Time zone | EMAIL NAME COUNTRY ZONE",
                "Mail;Vorname;Nachname;Pays | EMAIL FIRST_NAME LAST_NAME COUNTRY",
                "E_MAIL ADDRESS;Prénom;Nom;País | EMAIL FIRST_NAME LAST_NAME COUNTRY",
                "First name;Last name;Name;email;country | - - NAME EMAIL COUNTRY",
                "Nr;email;Mail;Name;Country;shoe size | - EMAIL - NAME COUNTRY -",
                "email;name;country;state;joined;attended;last_invited;account | EMAIL NAME COUNTRY - - - - -"
            })
    void columnsAreProposedByTheirNames(String header, String expected) {
        List<String> names = List.of(header.strip().split(";"));
        ImportMapping mapping = ImportMapping.propose(names);
        assertThat(IntStream.range(0, names.size())
                        .mapToObj(at -> mapping.at(at).map(Enum::name).orElse("-"))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected.strip());
    }

    @Test
    void firstAndLastNameAreJoined() {
        ImportTable table = ImportTable.text(
                "p.csv", "Last name,First name,Mail,Country\nSá,Ana,ana@example.org,PT\n,Bo,bo@example.org,DE\n");
        ImportRows.Content content = ImportRows.read(
                ImportTable.text(
                        "p.csv",
                        "Last name,First name,Mail,Country\nSá,Ana,ana@example.org,DE\n,Bo,bo@example.org,DE\n,,cy@example.org,DE\n"),
                table.proposal(),
                java.util.Map.of());
        assertThat(content.entries()).extracting(entry -> entry.facts().name()).containsExactly("Ana Sá", "Bo");
        assertThat(content.faults())
                .extracting(fault -> fault.line() + " " + fault.column())
                .containsExactly("4 Last name");
    }

    @ParameterizedTest
    @CsvSource({
        "'NAME,COUNTRY',smes.refused.mapEmail",
        "'EMAIL,COUNTRY',smes.refused.mapName",
        "'EMAIL,NAME',smes.refused.mapCountry"
    })
    void whatIsMissingIsNamed(String chosen, String key) {
        ImportMapping mapping = ImportMapping.of(List.of(chosen.split(",")));
        assertThat(mapping.missing()).isEqualTo(key);
        assertThatThrownBy(mapping::mustBeComplete).isInstanceOf(Refused.class);
    }

    @Test
    void aChoiceHasEachFieldOnceAndAWholeNameOrItsParts() {
        assertThat(ImportMapping.of(List.of("", "EMAIL", "nonsense", "NAME")).columns())
                .containsOnly(java.util.Map.entry(ImportField.EMAIL, 1), java.util.Map.entry(ImportField.NAME, 3));
        assertThatThrownBy(() -> ImportMapping.of(List.of("EMAIL", "EMAIL")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("smes.refused.mapTwice"));
        assertThatThrownBy(() -> ImportMapping.of(List.of("NAME", "LAST_NAME")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("smes.refused.mapNames"));
    }
}
