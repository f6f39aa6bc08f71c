package org.smeportal.smes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smeportal.smes.Lookalikes.Ids;
import org.smeportal.smes.Lookalikes.Person;

/** R1.6: who may be here twice, and why it is thought so. */
class LookalikesTest {

    @ParameterizedTest
    @CsvSource({
        "Jörg Müller, DE, jm@example.org, Joerg Mueller, DE, x@example.net, SAME_NAME",
        "Noor Haddad, DE, n@example.org, Haddad Noor, DE, h@example.org, SAME_WORDS",
        "Ada, DE, ada.kowalski@example.org, Bo, FR, adakowalski+exams@example.org, SAME_MAILBOX",
        "Ada, DE, ada.kowalski@example.org, Bo, FR, adakowalski@example.net, SAME_LOCAL_PART",
        "Zbigniew Wojciechowski, PL, z@example.org, Zbigniew Wojciechowsky, PL, w@example.org, SIMILAR_NAME",
        "John Smith, GB, a@example.org, Jon Smith, GB, b@example.org, SIMILAR_NAME",
        "Anna Maria Schmidt, AT, a@example.org, Anna Schmidt, AT, b@example.org, SIMILAR_NAME",
        "Noor Haddad, DE, noor.haddad@example.org, Noor Haddad, DE, noor.haddad@example.net, SAME_NAME SAME_LOCAL_PART"
    })
    void aPairIsNamedWithItsReasons(
            String name,
            String country,
            String email,
            String other,
            String otherCountry,
            String otherEmail,
            String why) {
        List<Lookalikes.Pair> pairs = Lookalikes.among(
                List.of(person(1, name, email, country, null), person(2, other, otherEmail, otherCountry, null)),
                Set.of());
        assertThat(pairs)
                .singleElement()
                .satisfies(
                        pair -> assertThat(pair.why().stream().map(Enum::name).collect(Collectors.joining(" ")))
                                .isEqualTo(why));
    }

    @ParameterizedTest
    @CsvSource({
        "Ada Abramov, DE, a@example.org, Ivo Abramov, DE, b@example.org",
        "Person 1, DE, a@example.org, Person 2, DE, b@example.org",
        "Noor Haddad, DE, a@example.org, Noor Haddad, FR, b@example.org",
        "Ada, DE, contact@example.org, Bo, DE, contact@example.net",
        "Kim, KR, a@example.org, Kim Lee, KR, b@example.org"
    })
    void familiesNumbersOtherCountriesAndOfficesAreNoPairs(
            String name, String country, String email, String other, String otherCountry, String otherEmail) {
        assertThat(Lookalikes.among(
                        List.of(
                                person(1, name, email, country, null),
                                person(2, other, otherEmail, otherCountry, null)),
                        Set.of()))
                .isEmpty();
    }

    @Test
    void theSameNameInAnotherCountryIsAPairWhenTheEmployerIsTheSame() {
        assertThat(Lookalikes.among(
                        List.of(
                                person(1, "Noor Haddad", "a@example.org", "DE", "Example Ltd"),
                                person(2, "Noor Haddad", "b@example.org", "FR", "EXAMPLE LTD")),
                        Set.of()))
                .hasSize(1);
    }

    @Test
    void moreReasonsComeFirstAndPairsThatWereToldApartDoNotCome() {
        List<Person> people = List.of(
                person(1, "John Smith", "a@example.org", "GB", null),
                person(2, "Jon Smith", "b@example.org", "GB", null),
                person(3, "Noor Haddad", "noor.haddad@example.org", "DE", null),
                person(4, "Noor Haddad", "noorhaddad@example.org", "DE", null));
        assertThat(Lookalikes.among(people, Set.of()))
                .extracting(pair -> Ids.of(pair.one().id(), pair.other().id()))
                .containsExactly(new Ids(3, 4), new Ids(1, 2));
        assertThat(Lookalikes.among(people, Set.of(Ids.of(4, 3))))
                .extracting(pair -> pair.one().id())
                .containsExactly(1L);
    }

    @Test
    void namesOfSignsAreNoTrouble() {
        assertThatCode(() -> Lookalikes.among(
                        List.of(
                                person(1, "\\E.*(", "a@example.org", "DE", " "),
                                person(2, "---", "b@example.org", "DE", "("),
                                person(3, "---", "c@example.org", "DE", "(")),
                        Set.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void fiftyThousandPeopleAreNotComparedEachWithEach() {
        List<Person> people = new ArrayList<>();
        Random random = new Random(7);
        for (int at = 0; at < 50_000; at++) {
            String name = word(random, 3) + " " + word(random, 4);
            people.add(person(at, name, "p" + at + "@example.org", at % 2 == 0 ? "DE" : "IN", "Employer " + at % 100));
        }
        people.add(person(50_001, "Planted Onlyonce", "x@example.org", "DE", null));
        people.add(person(50_002, "Onlyonce Planted", "y@example.org", "DE", null));
        ThreadMXBean time = ManagementFactory.getThreadMXBean();
        long before = time.getCurrentThreadCpuTime();
        List<Lookalikes.Pair> pairs = Lookalikes.among(people, Set.of());
        assertThat(Duration.ofNanos(time.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(20));
        assertThat(pairs)
                .extracting(pair -> Ids.of(pair.one().id(), pair.other().id()))
                .contains(new Ids(50_001, 50_002));
    }

    private static String word(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < syllables; at++) {
            word.append("bdfghjklmnprstvz".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static Person person(long id, String name, String email, String country, @Nullable String employer) {
        return new Person(id, new UUID(0, id), name, email, country, employer);
    }
}
