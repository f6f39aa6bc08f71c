package org.smeportal.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.kernel.Refused;
import org.smeportal.profiles.TravelRadius.Place;

/** Exams passed, with evidence and expiry, and how far somebody travels (R1.5). */
class QualificationTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 2, 3);

    @ParameterizedTest
    @CsvSource({
        "2020-02-02, EXPIRED",
        "2020-02-03, SOON",
        "2020-04-03, SOON",
        "2020-04-04, HOLDS",
        "2023-01-01, HOLDS",
        ", HOLDS"
    })
    void aQualificationIsWarnedOfForSixtyDaysAndHoldsOnItsLastDay(LocalDate expiresOn, Expiry expected) {
        assertThat(Expiry.of(expiresOn, TODAY)).isEqualTo(expected);
    }

    private static Evidence evidence(String number, String url) {
        return new Evidence("Solutions Architect", number, url, TODAY, null);
    }

    @Test
    void evidenceIsANumberOrAnAddress() {
        assertThat(evidence(" A-1 ", null).number()).isEqualTo("A-1");
        assertThat(evidence(null, "https://certs.example.org/x?y=1").url())
                .isEqualTo("https://certs.example.org/x?y=1");
        assertThatThrownBy(() -> evidence(" ", ""))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("number"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://certs.example.org",
                "javascript:alert(1)",
                "https:",
                "https://",
                "//certs.example.org",
                "https://user:pw@example.org/",
                "data:text/html,x",
                "certs.example.org",
                "https://exa mple.org",
                "ftp://example.org"
            })
    void anAddressThatIsNotHttpsIsRefusedInASentence(String url) {
        assertThatThrownBy(() -> evidence(null, url))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("profiles.refused.url"));
    }

    @Test
    void nobodyPassedTomorrowNorCanItExpireBefore() {
        assertThatCode(() -> evidence("1", null).mustBeOver(TODAY)).doesNotThrowAnyException();
        assertThatThrownBy(() -> evidence("1", null).mustBeOver(TODAY.minusDays(1)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Evidence("C", "1", null, TODAY, TODAY))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("expiresOn"));
    }

    @Test
    void aQualificationIsDecidedOnce() {
        Qualification qualification = new Qualification(1, 2, evidence("1", null), Instant.EPOCH);
        assertThat(qualification.state()).isEqualTo(QualificationState.CLAIMED);
        qualification.confirm("Priya", Instant.EPOCH);
        assertThat(qualification.state()).isEqualTo(QualificationState.CONFIRMED);
        assertThatThrownBy(() -> qualification.reject("no", "Priya", Instant.EPOCH))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> qualification.confirm("Priya", Instant.EPOCH)).isInstanceOf(Refused.class);
    }

    private static Place place(String country, String zone) {
        return new Place(country, ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, PT, Europe/Lisbon, false",
        "COUNTRY, PT, Atlantic/Madeira, true",
        "COUNTRY, ES, Europe/Madrid, false",
        "REGION, ES, Europe/Madrid, true",
        "REGION, US, America/Chicago, false",
        "ANYWHERE, US, America/Chicago, true"
    })
    void howFarSomebodyTravels(TravelRadius radius, String country, String zone, boolean comes) {
        assertThat(radius.reaches(place("PT", "Europe/Lisbon"), place(country, zone)))
                .isEqualTo(comes);
    }

    @Test
    void anUnknownCountryIsNoReasonAgainst() {
        assertThat(TravelRadius.COUNTRY.reaches(place("PT", "Europe/Lisbon"), place(null, "Asia/Tokyo")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 51, Integer.MAX_VALUE})
    void aLimitIsBetweenOneAndFifty(int events) {
        assertThatThrownBy(() -> new Limits(events, TravelRadius.NONE)).isInstanceOf(Refused.class);
    }
}
