package org.smeportal.smes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.smeportal.kernel.FoldedText;

/** What a column of an imported file can be, and the names that such columns usually have. */
public enum ImportField {
    EMAIL("email", "mail", "emailaddress", "mailaddress", "emailadresse", "eemail", "correo", "courriel", "epost"),
    NAME("name", "fullname", "displayname", "sme", "person", "vollername", "nombre", "nom", "nome", "imie"),
    FIRST_NAME("firstname", "first", "givenname", "forename", "vorname", "prenom", "nombrepila"),
    LAST_NAME("lastname", "last", "surname", "familyname", "nachname", "familienname", "apellido", "apellidos"),
    COUNTRY("country", "countrycode", "countryofresidence", "land", "pais", "pays", "nation", "kraj", "ulke"),
    ZONE("zone", "timezone", "zeitzone", "tz", "zoneid", "fuseau", "zonahoraria"),
    EMPLOYER("employer", "company", "organisation", "organization", "affiliation", "firma", "arbeitgeber", "empresa"),
    EXPERTISE("expertise", "skills", "skill", "topics", "areas", "specialty", "fachgebiet", "knowledge"),
    LANGUAGES("languages", "language", "sprachen", "sprache", "idiomas", "langues"),
    EXAMS("exams", "exam", "qualifiedfor", "qualifications", "examcodes", "prufungen"),
    VISIBLE("visible", "visibletomembers", "visibility");

    private final Set<String> names;

    ImportField(String... names) {
        this.names = Set.of(names);
    }

    /** By the name of a column, whatever its accents, capitals and signs: "E-Mail" and "e_mail" are the address. */
    static Optional<ImportField> named(String column) {
        String name = FoldedText.plain(column).replaceAll("[^\\p{L}]+", "");
        return Arrays.stream(values())
                .filter(field -> field.names.contains(name))
                .findFirst();
    }

    /** As the export and the list of changes call it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
