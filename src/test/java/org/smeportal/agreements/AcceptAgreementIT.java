package org.smeportal.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** The agreement before anything else (R1.4): asked, accepted, kept, asked again by a new version. */
class AcceptAgreementIT {
    private static final String ADDRESS = "203.0.113.7";
    private static final Optional<String> LED_TO_IT = Optional.of("/app/agreements/accept");
    private static final Optional<String> PASSES = Optional.empty();

    private static Rig rig;
    private Caller admin;
    private Caller ana;

    @BeforeAll
    static void start() {
        rig = Rig.start();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void begin() {
        List.of("agreement_acceptance", "agreement", "account_role", "account", "audit_entry")
                .forEach(table -> rig.update("delete from " + table));
        rig.clock().set(Instant.parse("2020-02-03T09:00:00Z"));
        admin = person("Ada Winter", "ADMIN");
        ana = person("Ana Sá", "SME");
    }

    private Caller person(String name, String... roles) {
        String email = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + "@example.org";
        long id = DemoAccounts.insert(rig, email, name, "Europe/Lisbon", roles);
        return Rig.caller(
                id,
                name,
                "Europe/Lisbon",
                java.util.Arrays.stream(roles).map(Role::valueOf).toArray(Role[]::new));
    }

    private UUID draft(String text) {
        return rig.as(admin, () -> rig.get(KeepAgreement.class).draft(new Wording("Agreement", text, "Something.")));
    }

    private KeepAgreement.Publishing seen(UUID agreement) {
        AgreementQueries.Version version =
                rig.get(AgreementQueries.class).one(agreement, 0).orElseThrow();
        return new KeepAgreement.Publishing(agreement, version.version(), version.title());
    }

    private UUID published(String text) {
        UUID agreement = draft(text);
        rig.as(admin, () -> rig.get(KeepAgreement.class).publish(seen(agreement)));
        return agreement;
    }

    private void accept(Caller who, UUID agreement) {
        rig.as(
                who,
                () -> rig.get(AcceptAgreement.class).accept(new AcceptAgreement.Acceptance(agreement, true, ADDRESS)));
    }

    private Optional<String> gate(Caller who, String path) {
        return rig.as(who, () -> rig.get(AgreementGate.class).detour(rig.get(CurrentUser.class), path));
    }

    @Test
    void withoutAPublishedVersionEverybodyPasses() {
        draft("Only a draft.");
        assertThat(gate(ana, "/app/home")).isEqualTo(PASSES);
    }

    @Test
    void anSmePassesOnlyAfterAcceptingAndOthersAreNotAsked() {
        Caller pm = person("Priya Nair", "PM");
        Caller both = person("Bo Th", "SME", "PM");
        UUID first = published("Keep it secret.");
        assertThat(gate(ana, "/app/home")).isEqualTo(LED_TO_IT);
        assertThat(gate(ana, "/app/invitations/my-event/" + UUID.randomUUID())).isEqualTo(LED_TO_IT);
        assertThat(gate(both, "/app/events/event-list")).isEqualTo(LED_TO_IT);
        assertThat(gate(pm, "/app/events/event-list")).isEqualTo(PASSES);
        accept(ana, first);
        assertThat(gate(ana, "/app/home")).isEqualTo(PASSES);
        assertThat(gate(both, "/app/home")).isEqualTo(LED_TO_IT);
    }

    @Test
    void whatIsOnesOwnStaysOpen() {
        published("Keep it secret.");
        for (String open : List.of(
                "/app/agreements/accept",
                "/app/agreements/agreement/" + UUID.randomUUID(),
                "/app/accounts/profile",
                "/app/privacy/own-data",
                "/app/privacy/delete")) {
            assertThat(gate(ana, open)).as(open).isEqualTo(PASSES);
        }
        for (String shut :
                List.of("/app/home", "/app/home.xhtml", "/app/profiles/profile", "/app/agreements/export/x")) {
            assertThat(gate(ana, shut)).as(shut).isEqualTo(LED_TO_IT);
        }
    }

    @Test
    void theAcceptanceIsKeptWithVersionTimeAddressAndTheTextItWasGivenTo() {
        rig.clock().set(Instant.parse("2020-02-03T10:15:30Z"));
        UUID first = published("Keep it *secret*.");
        accept(ana, first);
        rig.clock().advance(Duration.ofDays(1));
        accept(ana, first);
        List<?> rows = rig.rows(
                "select o.accepted_at, o.address, o.text_sha256, a.number from agreement_acceptance o join agreement a"
                        + " on a.id = o.agreement_id where o.account_id = ?1",
                ana.accountId());
        assertThat(rows).hasSize(1);
        Object[] row = (Object[]) rows.get(0);
        assertThat(Sql.instant(row[0])).isEqualTo("2020-02-03T10:15:30Z");
        assertThat(row[1]).isEqualTo(ADDRESS);
        assertThat(row[2]).isEqualTo(DigestUtils.sha256Hex("Keep it *secret*."));
        assertThat(Sql.integer(row[3])).isEqualTo(1);
        assertThat(rig.count(
                        "select count(*) from audit_entry where act = 'AcceptAgreement.accept' and subject = ?1",
                        "agreement:" + first))
                .isEqualTo(2);
    }

    @Test
    void manyAtOnceAreOneAcceptance() throws Exception {
        UUID first = published("Keep it secret.");
        Rig.atOnce(6, () -> {
            accept(ana, first);
            return true;
        });
        assertThat(rig.count("select count(*) from agreement_acceptance")).isEqualTo(1);
    }

    @Test
    void aNewVersionAsksAgainAndTheOldAcceptanceStays() {
        UUID first = published("Keep it secret.");
        accept(ana, first);
        UUID second = published("Keep it secret for good.");
        assertThat(gate(ana, "/app/home")).isEqualTo(LED_TO_IT);
        assertThatThrownBy(() -> accept(ana, first))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("agreements.refused.newer");
        assertThat(rig.get(AgreementQueries.class)
                        .lastAccepted(ana.accountId())
                        .orElseThrow()
                        .number())
                .isEqualTo(1);
        accept(ana, second);
        assertThat(gate(ana, "/app/home")).isEqualTo(PASSES);
        assertThat(rig.get(AgreementQueries.class).accepted(ana.accountId()))
                .extracting(AgreementQueries.Version::number)
                .containsExactly(2, 1);
    }

    @Test
    void whoHasNotTickedOrIsNoSmeDoesNotAccept() {
        UUID first = published("Keep it secret.");
        assertThatThrownBy(() -> rig.as(
                        ana,
                        () -> rig.get(AcceptAgreement.class)
                                .accept(new AcceptAgreement.Acceptance(first, false, ADDRESS))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("read"));
        assertThatThrownBy(() -> accept(admin, first)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> accept(ana, UUID.randomUUID())).isInstanceOf(Refused.class);
        assertThat(rig.count("select count(*) from agreement_acceptance")).isZero();
    }

    @Test
    void aPublishedVersionIsNeitherChangedNorDiscarded() {
        UUID first = published("Keep it secret.");
        KeepAgreement keep = rig.get(KeepAgreement.class);
        for (Runnable act : List.<Runnable>of(
                () -> keep.change(
                        new KeepAgreement.Change(first, seen(first).version(), new Wording("T", "Other.", null))),
                () -> keep.publish(seen(first)),
                () -> keep.discard(seen(first)))) {
            assertThatThrownBy(() -> rig.as(admin, act))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("agreements.refused.published");
        }
        assertThat(rig.get(AgreementQueries.class).one(first, 0).orElseThrow().text())
                .isEqualTo("Keep it secret.");
    }

    @Test
    void thereIsOneDraftAndNobodyPublishesATextTheyHaveNotSeen() {
        UUID first = draft("One.");
        assertThatThrownBy(() -> draft("Two."))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("agreements.refused.draft");
        KeepAgreement.Publishing read = seen(first);
        rig.as(
                admin,
                () -> rig.get(KeepAgreement.class)
                        .change(new KeepAgreement.Change(first, read.version(), new Wording("T", "Other.", null))));
        assertThatThrownBy(
                        () -> rig.as(admin, () -> rig.get(KeepAgreement.class).publish(read)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("agreements.refused.changed");
        rig.as(admin, () -> rig.get(KeepAgreement.class).discard(seen(first)));
        assertThat(rig.count("select count(*) from agreement")).isZero();
    }

    @Test
    void onlyAdministratorsWriteAndExport() {
        UUID first = published("Keep it secret.");
        Caller pm = person("Priya Nair", "PM");
        for (Caller other : List.of(pm, ana, Caller.SYSTEM)) {
            assertThatThrownBy(() ->
                            rig.as(other, () -> rig.get(KeepAgreement.class).draft(new Wording("T", "x", null))))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> rig.as(
                            other,
                            () -> rig.get(ExportAcceptances.class).csv(first, new AgreementQueries.Filter("", null))))
                    .isInstanceOf(Forbidden.class);
        }
    }

    @Test
    void theExportSaysWhoAcceptedAndWhoHasNot() {
        UUID first = published("Keep it secret.");
        person("=Cmd", "SME");
        accept(ana, first);
        String csv = rig.as(
                        admin, () -> rig.get(ExportAcceptances.class).csv(first, new AgreementQueries.Filter("", null)))
                .orElseThrow();
        assertThat(csv).contains("\"1\",\"Ana Sá\",\"anas@example.org\",\"2020-02-03T09:00:00Z\",\"" + ADDRESS + "\"");
        assertThat(csv).contains("\"'=Cmd\"").doesNotContain("Ada Winter");
        Optional<String> none = rig.as(
                admin,
                () -> rig.get(ExportAcceptances.class).csv(UUID.randomUUID(), new AgreementQueries.Filter("", null)));
        assertThat(none).isEmpty();
    }

    @Test
    void aTextThatIsEmptyOrTooLongIsRefused() {
        assertThatThrownBy(() -> new Wording("T", " ", null)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Wording("T", "x".repeat(Wording.MOST + 1), null))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Wording(" ", "x", null)).isInstanceOf(Refused.class);
    }
}
