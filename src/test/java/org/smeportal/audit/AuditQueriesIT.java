package org.smeportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.PageRequest;
import org.smeportal.platform.MessageBundle;
import org.smeportal.platform.Sql;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Reading the trail: whose name a subject has, what the filters leave, always with the same two statements. */
class AuditQueriesIT {

    private static final Instant EARLY = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2100-01-01T00:00:00Z");
    private static final Instant NOON = Instant.parse("2020-02-03T12:00:00Z");
    private static final UUID ANA = UUID.randomUUID();

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (?1, 'ana@example.org', 'Ana Rocha', 'Europe/Lisbon', 'ACTIVE', 'x', utc_timestamp(6))""", ANA.toString());
        entry(NOON, "Priya Nair", "ManageAccount.close", "account:" + ANA, "left_100%");
        entry(NOON.plusSeconds(86399), "SME Portal", "SignIn.signIn refused", "account:x", null);
        entry(NOON.plusSeconds(86400), "SME Portal", "SignIn.signIn", "account:ana@example.org", null);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static void entry(Instant at, String actor, String act, String subject, String detail) {
        rig.update(
                "insert into audit_entry (at, actor, act, subject, detail) values (?1, ?2, ?3, ?4, ?5)",
                Sql.parameter(at),
                actor,
                act,
                subject,
                detail);
    }

    private static List<AuditQueries.Row> rows(AuditQueries.Filter filter) {
        return rig.get(AuditQueries.class).page(filter, PageRequest.first()).rows();
    }

    private static List<String> acts(AuditQueries.Filter filter) {
        return rows(filter).stream().map(AuditQueries.Row::act).toList();
    }

    @Test
    void anEntryNamesWhatItIsAboutAsItIsCalledNow() {
        assertThat(rows(new AuditQueries.Filter("100%", "", "", "", EARLY, LATE, false)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.about()).isEqualTo(AuditQueries.About.ACCOUNT);
                    assertThat(row.publicId()).isEqualTo(ANA.toString());
                    assertThat(row.name()).isEqualTo("Ana Rocha");
                });
        assertThat(rows(new AuditQueries.Filter("ana@example.org", "", "", "", EARLY, LATE, false)))
                .singleElement()
                .satisfies(row -> assertThat(row.about()).isNull());
    }

    @Test
    void theTrailIsFilteredByActorDayAndWithoutSignIns() {
        assertThat(acts(new AuditQueries.Filter("", "priya", "", "", EARLY, LATE, false)))
                .containsExactly("ManageAccount.close");
        assertThat(acts(new AuditQueries.Filter("", "", "", "", NOON, NOON.plusSeconds(86400), false)))
                .as("the first moment of the next day is left out")
                .containsExactly("SignIn.signIn refused", "ManageAccount.close");
        assertThat(acts(new AuditQueries.Filter("", "SME Portal", "", "", EARLY, LATE, true)))
                .as("guesses at a password are no sign-ins")
                .containsExactly("SignIn.signIn refused");
    }

    @Test
    void theTrailIsFilteredByActAndByTheNameOfWhatItIsAbout() {
        assertThat(acts(new AuditQueries.Filter("", "", "ManageAccount.close", "rocha", EARLY, LATE, false)))
                .as("the account is called Ana Rocha")
                .containsExactly("ManageAccount.close");
        assertThat(acts(new AuditQueries.Filter("", "", "", ANA.toString(), NOON, NOON.plusSeconds(86400), false)))
                .containsExactly("ManageAccount.close");
        assertThat(acts(new AuditQueries.Filter("", "", "SignIn.signIn", "rocha", EARLY, LATE, false)))
                .isEmpty();
        assertThat(rig.get(AuditQueries.class).acts())
                .contains("ManageAccount.close", "SignIn.signIn", "SignIn.signIn refused");
    }

    @Test
    void anExportIsTheFilteredListAndAnEntryItself() {
        Caller admin = Rig.caller(1, "Ada Winter", "Europe/Dublin", Role.ADMIN);
        AuditQueries.Filter filter = new AuditQueries.Filter("left_", "", "", "", EARLY, LATE, false);
        String file = rig.as(admin, () -> rig.get(ExportTrail.class).csv(new ExportTrail.Wanted(filter)));
        assertThat(file.lines()).hasSize(2);
        assertThat(file).contains("left_100%", "Ana Rocha", "2020-02-03T12:00:00Z");
        assertThat(rows(new AuditQueries.Filter("", "Ada", "ExportTrail.csv", "", EARLY, LATE, false)))
                .singleElement()
                .satisfies(row -> assertThat(row.detail()).contains("search 'left_'"));
    }

    @Test
    void theTrailTakesTheSameStatementsAtTenAndAtAThousandRows() {
        AuditQueries.Filter all = new AuditQueries.Filter("Filler", "", "", "", EARLY, LATE, false);
        fill(10);
        int few = statements(all);
        fill(990);
        assertThat(rows(all)).hasSize(20);
        assertThat(statements(all)).isEqualTo(few).isEqualTo(2);
    }

    @Test
    void everyTextOfAnActIsThatOfAUseCase() {
        Set<String> acts = new ClassFileImporter()
                .importPackages("org.smeportal").stream()
                        .filter(type -> type.isAnnotatedWith(UseCase.class))
                        .map(JavaClass::getMethods)
                        .flatMap(Set::stream)
                        .map(method -> "audit.act." + method.getOwner().getSimpleName() + "." + method.getName())
                        .collect(Collectors.toSet());
        assertThat(new MessageBundle()
                        .keySet().stream()
                                .filter(key -> key.startsWith("audit.act."))
                                .toList())
                .isNotEmpty()
                .isSubsetOf(acts);
    }

    private static void fill(int count) {
        rig.update("""
                insert into audit_entry (at, actor, act, subject)
                with recursive n as (select 1 as i union all select i + 1 from n where i < ?1)
                select '2020-03-01', 'Filler', 'ManageAccount.close', ?2 from n""", count, "account:" + ANA);
    }

    private static int statements(AuditQueries.Filter filter) {
        rig.statements().reset();
        rows(filter);
        return rig.statements().count();
    }
}
