package org.smeportal.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.MessageBundle;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** What an administrator sets for the programme. */
class SettingsIT {
    private static final Caller ADMIN = Rig.caller(1, "Ada Winter", "Europe/Dublin", Role.ADMIN);
    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void nothingIsSet() {
        rig.update("delete from programme_setting");
        rig.update("truncate table audit_entry");
    }

    private static int change(Caller who, ProgrammeSetting setting, String value) {
        return rig.as(
                who,
                () -> rig.get(ChangeProgrammeSettings.class)
                        .change(new ChangeProgrammeSettings.Typed(Map.of(setting, value))));
    }

    private static int of(ProgrammeSetting setting) {
        return rig.get(ProgrammeSettings.class).of(setting);
    }

    @Test
    void aSettingCountsAtOnceAndSaysWhoChangedItWhenAndFromWhat() {
        assertThat(change(ADMIN, ProgrammeSetting.ANSWER_DAYS, " 30 ")).isEqualTo(1);
        assertThat(of(ProgrammeSetting.ANSWER_DAYS)).isEqualTo(30);
        assertThat(rig.get(SettingQueries.class).list())
                .hasSize(ProgrammeSetting.values().length)
                .filteredOn(row -> row.setting() == ProgrammeSetting.ANSWER_DAYS)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.value()).isEqualTo(30);
                    assertThat(row.changedBy()).isEqualTo("Ada Winter");
                    assertThat(row.changedAt()).isEqualTo(rig.clock().instant());
                    assertThat(row.isStandard()).isFalse();
                });
        assertThat(rig.rows("select changes from audit_entry")).singleElement().isEqualTo("ANSWER_DAYS: 21 → 30");
    }

    @Test
    void anEmptyFieldGoesBackToTheStandardAndTheSameValueIsNoChange() {
        change(ADMIN, ProgrammeSetting.ANSWER_DAYS, "30");
        assertThat(change(ADMIN, ProgrammeSetting.ANSWER_DAYS, "")).isEqualTo(1);
        assertThat(of(ProgrammeSetting.ANSWER_DAYS)).isEqualTo(21);
        assertThat(change(ADMIN, ProgrammeSetting.ANSWER_DAYS, "21")).isZero();
        assertThat(change(ADMIN, ProgrammeSetting.ANSWER_DAYS, "")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "366", "-1", "1.5", "99999999999999999999", "ten", "1'; drop table account"})
    void aValueOutOfRangeOrNoNumberIsRefusedWithBothEndsOfTheRange(String typed) {
        assertThatThrownBy(() -> change(ADMIN, ProgrammeSetting.ANSWER_DAYS, typed))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.arguments()).contains(1, 365);
                    assertThat(refused.field()).isEqualTo("ANSWER_DAYS");
                });
        assertThat(of(ProgrammeSetting.ANSWER_DAYS)).isEqualTo(21);
    }

    @Test
    void oneWrongValueLeavesTheOthersAsTheyWere() {
        assertThatThrownBy(() -> rig.as(
                        ADMIN,
                        () -> rig.get(ChangeProgrammeSettings.class)
                                .change(new ChangeProgrammeSettings.Typed(
                                        Map.of(ProgrammeSetting.ANSWER_DAYS, "10", ProgrammeSetting.DRAFT_DAYS, "0")))))
                .isInstanceOf(Refused.class);
        assertThat(of(ProgrammeSetting.ANSWER_DAYS)).isEqualTo(21);
    }

    @Test
    void onlyAnAdministratorChangesSettings() {
        Caller pm = Rig.caller(2, "Priya Nair", "Europe/Berlin", Role.PM);
        assertThatThrownBy(() -> change(pm, ProgrammeSetting.ANSWER_DAYS, "10")).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @EnumSource(ProgrammeSetting.class)
    void everySettingHasANameAndAnExplanation(ProgrammeSetting setting) {
        assertThat(new MessageBundle().keySet())
                .contains("ProgrammeSetting." + setting.name(), "programme.hint." + setting.name());
        assertThat(setting.standard()).isBetween(setting.least(), setting.most());
    }

    private static boolean hosts(Caller who, String lines) {
        return rig.as(
                who, () -> rig.get(ChangeDocumentationHosts.class).change(new ChangeDocumentationHosts.Typed(lines)));
    }

    private static List<String> hosts() {
        return rig.get(DocumentationHosts.class).all();
    }

    @Test
    void theHostsOfTheDocumentationAreOneALineAndGoBackToTheStandard() {
        assertThat(hosts()).isEqualTo(DocumentationHosts.STANDARD);
        assertThat(hosts(ADMIN, " Docs.Example.org\r\n\nhelp.example.com\ndocs.example.org "))
                .isTrue();
        assertThat(hosts()).containsExactly("docs.example.org", "help.example.com");
        assertThat(hosts(ADMIN, "docs.example.org\nhelp.example.com")).isFalse();
        assertThat(rig.rows("select changes from audit_entry where changes is not null"))
                .singleElement()
                .asString()
                .startsWith("DOCUMENTATION_HOSTS: docs.aws.amazon.com, ")
                .endsWith(" → docs.example.org, help.example.com");
        assertThat(hosts(ADMIN, " ")).isTrue();
        assertThat(hosts()).isEqualTo(DocumentationHosts.STANDARD);
        assertThat(rig.get(SettingQueries.class).list()).hasSize(ProgrammeSetting.values().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://docs.example.org",
                "docs.example.org/queues",
                "docs..example.org",
                "-docs.example.org",
                "localhost",
                "192.0.2.1",
                "docs example.org",
                "docs.example.org\n*.example.com"
            })
    void whatIsNoNameOfAHostIsRefusedAndNothingChanges(String typed) {
        assertThatThrownBy(() -> hosts(ADMIN, typed)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.key()).isEqualTo("programme.refused.host");
            assertThat(refused.field()).isEqualTo("hosts");
        });
        assertThat(hosts()).isEqualTo(DocumentationHosts.STANDARD);
    }

    @Test
    void hostsHaveAnEndAndOnlyAnAdministratorSetsThem() {
        String many = IntStream.range(0, 31)
                .mapToObj(i -> "docs" + i + ".example.org")
                .collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> hosts(ADMIN, many)).isInstanceOf(Refused.class);
        Caller pm = Rig.caller(2, "Priya Nair", "Europe/Berlin", Role.PM);
        assertThatThrownBy(() -> hosts(pm, "docs.example.org")).isInstanceOf(Forbidden.class);
    }

    @Test
    void thePageTakesOneStatement() {
        rig.statements().reset();
        rig.get(SettingQueries.class).list();
        assertThat(rig.statements().count()).isEqualTo(1);
    }
}
