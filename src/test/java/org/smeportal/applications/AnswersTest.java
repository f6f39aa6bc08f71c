package org.smeportal.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Text;

/** What applicants type (R1.1): kept as it is where it can be, refused in a sentence beside its field where not. */
class AnswersTest {

    @Test
    void whatIsMissingIsNamedInTheOrderOfTheForm() {
        assertThat(Answers.none().missing())
                .containsExactly(
                        "email",
                        "name",
                        "country",
                        "zone",
                        "exams",
                        "yearsExperience",
                        "expertise",
                        "languages",
                        "motivation",
                        "attendance");
        assertThat(FormStep.firstOpen(Answers.none().missing())).isEqualTo(FormStep.ABOUT);
        assertThat(FormStep.firstOpen(List.of("motivation"))).isEqualTo(FormStep.REASONS);
        assertThat(FormStep.firstOpen(List.of())).isEqualTo(FormStep.CHECK);
    }

    @ParameterizedTest
    @CsvSource({
        "Ana.Gil@Example.ORG, ana.gil@example.org",
        "ana+exam@example.org, ana+exam@example.org",
        "' ana@xn--exmple-cua.example ', ana@xn--exmple-cua.example"
    })
    void anAddressIsSpelledInOneWay(String typed, String stored) {
        assertThat(email(typed)).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"josé@example.org", "ana@exämple.org", "用户@example.org", "аna@example.org"})
    void anAddressWithOtherLettersIsToldWhatIsWrongWithIt(String typed) {
        Refused refused = refused(() -> email(typed));
        assertThat(refused.key()).isEqualTo("platform.refused.emailLetters");
        assertThat(refused.field()).isEqualTo("email");
    }

    @Test
    void aMegabyteIsRefusedWithItsLengthAndNotReadOutAgain() {
        String megabyte = "x".repeat(1_048_576);
        assertThat(sentence(refused(() -> motivation(megabyte)))).contains("1,048,576", "4,000");
        assertThat(sentence(refused(() -> name(megabyte)))).hasSizeLessThan(200);
        assertThat(sentence(refused(() -> email(megabyte + "@example.org")))).hasSizeLessThan(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\u202e", "\u202a", "\u2066", "\ud83d"})
    void whatCannotBeSeenIsRefusedWithThePlaceWhereItStands(String hidden) {
        Refused refused = refused(() -> motivation("I build storage" + hidden + " every day"));
        assertThat(refused.field()).isEqualTo("motivation");
        assertThat(sentence(refused)).contains("I build storage", "U+");
        assertThat(refused(() -> name("Ana" + hidden + "Gil")).field()).isEqualTo("name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "שלום, אני בונה מערכות",
                "مرحبا، أعمل في التخزين",
                "Two lines\nand a\ttab",
                "<script>alert(1)</script>",
                "'; drop table application; --",
                "👩‍💻 with a joiner",
                "#{request} ${7*7} {0} %s"
            })
    void everyOtherTextIsKeptAsItWasTyped(String typed) {
        assertThat(motivation(typed)).isEqualTo(typed);
    }

    @Test
    void lineEndsAreOfOneKind() {
        assertThat(motivation("one\r\ntwo\rthree")).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void yearsAreWithinALife() {
        assertThat(refused(() -> years(-1)).field()).isEqualTo("yearsExperience");
        assertThat(refused(() -> years(71)).field()).isEqualTo("yearsExperience");
        assertThat(years(0).yearsExperience()).isZero();
    }

    /** A step writes its own fields only, so that a tab on another step loses nothing. */
    @Test
    void aStepTakesItsOwnFieldsOnly() {
        Answers stored = new Answers(
                "a@example.org",
                "A",
                "PT",
                "Europe/Lisbon",
                "E",
                Set.of(1L),
                "C",
                3,
                "X",
                "L",
                "M",
                "H",
                Attendance.NEARBY);
        Answers typed = new Answers(
                "b@example.org", "B", null, null, null, Set.of(2L), null, null, null, null, null, null, null);
        Answers merged = FormStep.EXPERTISE.merged(stored, typed);
        assertThat(merged.email()).isEqualTo("a@example.org");
        assertThat(merged.exams()).containsExactly(2L);
        assertThat(merged.motivation()).isEqualTo("M");
        assertThat(FormStep.CHECK.merged(stored, typed)).isEqualTo(stored);
        assertThat(FormStep.REASONS.same(stored, FormStep.ABOUT.merged(stored, typed)))
                .isTrue();
    }

    private static String email(String typed) {
        return new Answers(typed, null, null, null, null, Set.of(), null, null, null, null, null, null, null).email();
    }

    private static String name(String typed) {
        return new Answers(null, typed, null, null, null, Set.of(), null, null, null, null, null, null, null).name();
    }

    private static String motivation(String typed) {
        return new Answers(null, null, null, null, null, Set.of(), null, null, null, null, typed, null, null)
                .motivation();
    }

    private static Answers years(int typed) {
        return new Answers(null, null, null, null, null, Set.of(), null, typed, null, null, null, null, null);
    }

    private static Refused refused(Runnable act) {
        Refused[] found = new Refused[1];
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, e -> found[0] = e);
        return found[0];
    }

    private static String sentence(Refused refused) {
        return new Text().of(refused);
    }
}
