package org.smeportal.smes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.exams.ExamQueries;
import org.smeportal.exams.LoadCatalogue;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Text;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.smes.CreateSme.NewSme;
import org.smeportal.testing.Rig;

/** SMEs are created and changed one by one. */
class CreateSmeIT {
    private static final Caller PM = Rig.caller(7, "Priya", "Europe/Berlin", Role.PM);
    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        rig.get(LoadCatalogue.class).load();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë Müller-Łukasz",
                "김민수",
                "محمد الفاسي",
                "अनन्या शर्मा",
                "Нгуен Ольга",
                "山田 花子 🎓",
                "O’Brien <b>&amp;</b> \"X\"",
                "<script>alert(1)</script>"
            })
    void namesOfEveryScriptAndHtmlAreKeptAsTyped(String name) {
        UUID id = create(named(UUID.randomUUID() + "@example.org", name));
        assertThat(rig.get(SmeQueries.class).one(id).orElseThrow()).satisfies(sme -> {
            assertThat(sme.name()).isEqualTo(name);
            assertThat(sme.employer()).isEqualTo(name);
            assertThat(sme.expertise()).isEqualTo(name);
            assertThat(sme.languages()).isEqualTo(name);
        });
    }

    @Test
    void aNewSmeIsActiveJoinedOnTheirOwnDayAndQualifiedForTheChosenExams() {
        Set<Long> two = Set.copyOf(rig.get(ExamQueries.class).choices().stream()
                .limit(2)
                .map(ExamQueries.Choice::id)
                .toList());
        UUID id = create(
                new NewSme(" New@Example.ORG ", " Kim ", "kr", "Pacific/Kiritimati", null, " ", null, two, true));
        assertThat(rig.get(SmeQueries.class).one(id).orElseThrow()).satisfies(sme -> {
            assertThat(sme.email()).isEqualTo("new@example.org");
            assertThat(sme.name()).isEqualTo("Kim");
            assertThat(sme.country()).isEqualTo("KR");
            assertThat(sme.expertise()).isNull();
            assertThat(sme.state()).isEqualTo(SmeState.ACTIVE);
            assertThat(sme.joinedOn()).hasToString("2020-02-03");
            assertThat(sme.examIds()).isEqualTo(two);
            assertThat(sme.visible()).isTrue();
            assertThat(sme.account()).isNull();
        });
        assertThat(rig.get(SmeDirectory.class).byPublicId(id)).isPresent();
    }

    @Test
    void anAddressThatIsKnownIsRefusedInASentence() {
        create(named("twice@example.org", "First"));
        assertThatThrownBy(() -> create(named("TWICE@example.org", "Second")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(new Text().of(refused))
                                .startsWith("twice@example.org is in the directory already."));
        assertThat(rig.count("select count(*) from sme where email = 'twice@example.org'"))
                .isEqualTo(1);
    }

    /** Both find the address free, one of them writes it: the other is told. */
    @Test
    void ofTwoWhoAddTheSameAddressAtOnceTheSecondIsToldInASentence() throws Exception {
        for (int round = 0; round < 8; round++) {
            String email = "race" + round + "@example.org";
            List<String> told = Rig.atOnce(2, () -> {
                try {
                    create(named(email, "Ana"));
                    return "";
                } catch (Refused refused) {
                    return new Text().of(refused);
                }
            });
            assertThat(told).containsExactlyInAnyOrder("", new Text().of(new Refused("smes.refused.known", email)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana\r\nBcc: all@example.org", "Ana\u2028X", "Ana\u0000", "", " "})
    void aNameOfSeveralLinesOrNoneIsRefused(String name) {
        assertThatThrownBy(() -> named("line@example.org", name)).isInstanceOf(Refused.class);
    }

    @Test
    void anExamThatDoesNotExistIsRefusedAndNothingIsKept() {
        assertThatThrownBy(() -> create(new NewSme(
                        "exam@example.org", "Ana", "PT", "Europe/Lisbon", null, null, null, Set.of(99_999L), false)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("smes.refused.exam"));
        assertThat(rig.count("select count(*) from sme where email = 'exam@example.org'"))
                .isZero();
    }

    @Test
    void ofTwoWhoSaveTheSameSmeTheSecondIsToldAndTheFirstStays() {
        UUID id = create(named("tabs@example.org", "Ana"));
        int version = rig.get(SmeQueries.class).one(id).orElseThrow().version();
        change(id, version, named("tabs@example.org", "First tab"));
        assertThatThrownBy(() -> change(id, version, named("tabs@example.org", "Second tab")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("smes.refused.changed"));
        SmeQueries.Row now = rig.get(SmeQueries.class).one(id).orElseThrow();
        assertThat(now.name()).isEqualTo("First tab");
        change(id, now.version(), named("tabs@example.org", "Second tab"));
        assertThat(rig.get(SmeQueries.class).one(id).orElseThrow().name()).isEqualTo("Second tab");
    }

    @Test
    void onlyTheExamsChangingCountsAsAChangeToo() {
        long exam = rig.get(ExamQueries.class).choices().get(0).id();
        UUID id = create(named("exams@example.org", "Ana"));
        int version = rig.get(SmeQueries.class).one(id).orElseThrow().version();
        NewSme qualified =
                new NewSme("exams@example.org", "Ana", "PT", "Europe/Lisbon", "Ana", "Ana", "Ana", Set.of(exam), false);
        change(id, version, qualified);
        assertThatThrownBy(() -> change(id, version, named("exams@example.org", "Ana")))
                .isInstanceOf(Refused.class);
        assertThat(rig.get(SmeQueries.class).one(id).orElseThrow().examIds()).containsExactly(exam);
    }

    @Test
    void anAddressOfSomebodyElseIsRefusedInAChange() {
        create(named("taken@example.org", "Taken"));
        UUID id = create(named("mine@example.org", "Mine"));
        assertThatThrownBy(() -> change(
                        id,
                        rig.get(SmeQueries.class).one(id).orElseThrow().version(),
                        named("taken@example.org", "Mine")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("smes.refused.known"));
    }

    @Test
    void aPausedSmeComesBackWhenTakenUpAgain() {
        UUID id = create(named("pause@example.org", "Pause"));
        rig.as(PM, () -> rig.get(ChangeSme.class).pause(id));
        assertThat(rig.get(SmeQueries.class).one(id).orElseThrow().state()).isEqualTo(SmeState.PAUSED);
        rig.as(PM, () -> rig.get(ChangeSme.class).resume(id));
        assertThat(rig.get(SmeQueries.class).one(id).orElseThrow().state()).isEqualTo(SmeState.ACTIVE);
    }

    @Test
    void anUnknownSmeIsNotFoundAndAnSmeMayChangeNobody() {
        assertThatThrownBy(() -> rig.as(PM, () -> rig.get(ChangeSme.class).pause(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
        Caller sme = Rig.caller(8, "Noor", "Asia/Amman", Role.SME);
        assertThatThrownBy(() -> rig.as(sme, () -> rig.get(CreateSme.class).create(named("self@example.org", "Self"))))
                .isInstanceOf(Forbidden.class);
    }

    private static UUID create(NewSme facts) {
        return rig.as(PM, () -> rig.get(CreateSme.class).create(facts));
    }

    private static void change(UUID id, int version, NewSme facts) {
        rig.as(PM, () -> rig.get(ChangeSme.class).change(new ChangeSme.Change(id, version, facts)));
    }

    private static NewSme named(String email, String name) {
        return new NewSme(email, name, "PT", "Europe/Lisbon", name, name, name, Set.of(), false);
    }
}
