package org.smeportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.PortalConfig;
import org.smeportal.security.Caller;
import org.smeportal.security.CurrentUser;
import org.smeportal.security.Role;
import org.smeportal.security.SecretBox;
import org.smeportal.testing.EmbeddedDatabase;
import org.smeportal.testing.Rig;

/** R1.4: a second factor set up, asked for, used once a code, lost and removed; and who has to have one. */
class SecondFactorIT {
    private static final String EMAIL = "pm@example.org";
    private static final String HOME = "192.0.2.10";
    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    private static Rig rig;
    private static Caller admin;
    private static Caller self;
    private static UUID id;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        long ada = DemoAccounts.insert(rig, "admin@example.org", "Ada Winter", "Europe/Dublin", "ADMIN");
        admin = Rig.caller(ada, "Ada Winter", "Europe/Dublin", Role.ADMIN);
        long pm = DemoAccounts.insert(rig, EMAIL, "Priya Nair", "Europe/Berlin", "PM");
        self = Rig.caller(pm, "Priya Nair", "Europe/Berlin", Role.PM);
        id = UUID.fromString((String)
                rig.rows("select public_id from account where id = ?1", pm).get(0));
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void forget() {
        for (String table : List.of(
                "throttle", "user_session", "pending_sign_in", "second_factor", "outbox_message", "audit_entry")) {
            rig.update("delete from " + table);
        }
        rig.clock().advance(Duration.ofMinutes(2));
    }

    @Test
    void itIsSetUpByItsFirstCodeAndOtherSessionsEnd() {
        String other = signIn();
        String here = signIn();
        rig.as(self, () -> rig.get(OwnSecondFactor.class).begin());
        byte[] key = key();
        assertThat(signIn()).as("not asked for before it is confirmed").satisfies(SecondFactorIT::opens);
        refused("accounts.refused.firstCode", () -> confirm("000000x", here));

        List<String> codes = confirm(code(key, 0), here);

        assertThat(codes).hasSize(RecoveryCodes.COUNT);
        assertThat(rig.get(UserSessions.class).open(other)).isEmpty();
        assertThat(rig.get(UserSessions.class).open(here).orElseThrow().secondFactor())
                .isTrue();
        assertThat(notices()).containsExactly("FACTOR_ON");
        assertThat(setup()).as("the key is not shown again").isEmpty();
        assertThat(rig.get(SecondFactorQueries.class)
                        .of(self.accountId())
                        .orElseThrow()
                        .codesLeft())
                .isEqualTo(10);
        refused(
                "accounts.refused.factorOn",
                () -> rig.as(self, () -> rig.get(OwnSecondFactor.class).begin()));
    }

    @Test
    void neitherTheKeyNorACodeStandsReadableInAnyTable() {
        byte[] key = on();
        List<String> codes = renew(key, 1);
        String stored = rig.rows("select sealed_key from second_factor").toString()
                + rig.rows("select code_hash from recovery_code")
                + rig.rows("select concat_ws(' ', act, subject, detail) from audit_entry")
                + rig.rows("select parameters from outbox_message");
        assertThat(stored)
                .doesNotContain(Totp.base32(key), codes.get(0), codes.get(0).replace("-", ""));
        rig.update("delete from recovery_code");
        rig.update("update second_factor set account_id = ?1", admin.accountId());
        assertThatThrownBy(() ->
                        rig.as(admin, () -> rig.get(OwnSecondFactor.class).renewCodes(code(key, 1), HOME)))
                .as("a key moved to another row")
                .isInstanceOf(SecretBox.Unopenable.class);
    }

    @Test
    void thePasswordAloneOpensNothingAndTheCodeOpensASessionWithAnotherSecret() {
        byte[] key = on();
        String pending = signIn();
        assertThat(rig.get(UserSessions.class).open(pending)).isEmpty();
        assertThat(rig.get(SecondFactorQueries.class).isAwaited(pending)).isTrue();
        assertThat(rig.count("select count(*) from pending_sign_in where token_hash = ?1", pending))
                .isZero();

        SignIn.SignedIn signedIn = type(pending, code(key, 1), false, HOME);

        UserSessions.Opened opened =
                rig.get(UserSessions.class).open(signedIn.secret()).orElseThrow();
        assertThat(opened.secondFactor()).isTrue();
        assertThat(opened.caller().accountId()).isEqualTo(self.accountId());
        assertThat(signedIn.secret()).isNotEqualTo(pending);
        assertThat(rig.get(UserSessions.class).open(pending)).isEmpty();
        refused("accounts.refused.codeLate", () -> type(pending, code(key, 2), false, HOME));
        assertThat(rig.rows("select concat_ws(' | ', act, subject) from audit_entry where act = 'SignIn.confirm'"))
                .isEqualTo(List.of("SignIn.confirm | account:" + id));
    }

    @Test
    void aCodeWorksOnceAndAnEarlierOneNotAfterALaterOne() {
        byte[] key = on();
        type(signIn(), code(key, 1), false, HOME);
        refused("accounts.refused.code", () -> type(signIn(), code(key, 1), false, HOME));
        refused("accounts.refused.code", () -> type(signIn(), code(key, 0), false, HOME));
        rig.clock().advance(Totp.STEP);
        assertThat(type(signIn(), code(key, 1), false, HOME).secret()).isNotBlank();
    }

    /** On two threads as on two nodes: each has a sign-in of its own and types the same code at the same moment. */
    @Test
    void theSameCodeTypedAtOnceInSeveralPlacesOpensOneSession() throws Exception {
        for (int round = 0; round < 6; round++) {
            forget();
            byte[] key = on();
            rig.update("delete from user_session");
            List<String> waiting = Collections.synchronizedList(new java.util.ArrayList<>());
            for (int i = 0; i < 4; i++) {
                waiting.add(signIn());
            }
            String code = code(key, 1);
            List<Boolean> done = Rig.atOnce(4, () -> {
                String token = waiting.remove(0);
                try {
                    type(token, code, false, HOME);
                    return true;
                } catch (Refused refused) {
                    return false;
                }
            });
            assertThat(done).containsOnlyOnce(true);
            assertThat(rig.count("select count(*) from user_session")).isEqualTo(1);
        }
    }

    @Test
    void aRecoveryCodeSignsInOnceAndItsHolderIsTold() {
        byte[] key = on();
        List<String> codes = renew(key, 1);
        rig.update("delete from outbox_message");

        type(signIn(), codes.get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " "), true, HOME);

        assertThat(notices()).contains("CODE_USED");
        refused("accounts.refused.recoveryCode", () -> type(signIn(), codes.get(3), true, HOME));
        refused("accounts.refused.code", () -> type(signIn(), codes.get(4), false, HOME));
        assertThat(rig.get(SecondFactorQueries.class)
                        .of(self.accountId())
                        .orElseThrow()
                        .codesLeft())
                .isEqualTo(9);
        rig.clock().advance(Duration.ofMinutes(2));
        renew(key, 0);
        refused("accounts.refused.recoveryCode", () -> type(signIn(), codes.get(5), true, HOME));
    }

    @Test
    void guessingIsCountedBeforeItIsMadeAndAlsoAcrossSignInsAndAddresses() {
        byte[] key = on();
        for (int i = 0; i < Throttle.MOST_TOGETHER; i++) {
            refused("accounts.refused.code", () -> type(signIn(), "000 00x", false, HOME));
        }
        refused("accounts.refused.throttled", () -> type(signIn(), code(key, 1), false, HOME));
        for (int i = 0; i < Throttle.MOST_ACCOUNT - Throttle.MOST_TOGETHER - 1; i++) {
            String from = "203.0.113." + i;
            refused("accounts.refused.code", () -> type(signIn(), "00000x", false, from));
        }
        refused("accounts.refused.throttled", () -> type(signIn(), code(key, 1), false, "198.51.100.7"));
        assertThat(rig.count(
                        "select count(*) from audit_entry where act = 'SignIn.confirm refused' and subject = ?1",
                        "account:" + id))
                .isPositive();
        rig.clock().advance(Throttle.WINDOW.plusSeconds(1));
        assertThat(type(signIn(), code(key, 0), false, HOME).secret()).isNotBlank();
    }

    @Test
    void theStepWithTheCodeLastsTenMinutesAndEndsWithThePassword() {
        byte[] key = on();
        String late = signIn();
        String reset = signIn();
        rig.as(
                self,
                () -> rig.get(ChangeOwnAccount.class).changePassword(DemoAccounts.PASSWORD, "blue teapot seven", HOME));
        refused("accounts.refused.codeLate", () -> type(reset, code(key, 1), false, HOME));
        rig.as(
                self,
                () -> rig.get(ChangeOwnAccount.class).changePassword("blue teapot seven", DemoAccounts.PASSWORD, HOME));
        String again = signIn();
        rig.clock().advance(PendingSignIns.LASTS.plusSeconds(1));
        refused("accounts.refused.codeLate", () -> type(again, code(key, 0), false, HOME));
        refused("accounts.refused.codeLate", () -> type(late, code(key, 0), false, HOME));
        refused("accounts.refused.codeLate", () -> type("", "", false, HOME));
        rig.get(SessionNotes.class).sweep();
        assertThat(rig.count("select count(*) from pending_sign_in")).isZero();
    }

    @Test
    void aSessionWithoutTheFactorOfAnAccountThatHasOneDoesNotOpen() {
        String before = signIn();
        on();
        rig.update("update user_session set revoked_at = null, second_factor_at = null");
        assertThat(rig.get(UserSessions.class).open(before)).isEmpty();
    }

    @Test
    void itIsSwitchedOffByThePasswordOrACodeOnly() {
        byte[] key = on();
        refused("accounts.refused.proof", () -> switchOff("not the password"));
        refused("accounts.refused.code", () -> switchOff("123456"));
        switchOff(code(key, 1));
        assertThat(signIn()).satisfies(SecondFactorIT::opens);
        assertThat(notices()).endsWith("FACTOR_OFF");
        on();
        switchOff(DemoAccounts.PASSWORD);
        assertThat(rig.count("select count(*) from recovery_code")).isZero();
    }

    private static void switchOff(String proof) {
        rig.as(self, () -> rig.get(OwnSecondFactor.class).switchOff(proof, HOME));
    }

    @Test
    void anAdministratorRemovesALostOneWithAReasonAndItsHolderIsTold() {
        on();
        rig.update("delete from audit_entry");
        ManageAccount.Removal removal = new ManageAccount.Removal(id, "Called back on the known number");
        refused("accounts.refused.reason", () -> remove(new ManageAccount.Removal(id, " ")));

        remove(removal);

        assertThat(rig.count("select count(*) from user_session where revoked_at is null"))
                .isZero();
        assertThat(notices()).endsWith("FACTOR_REMOVED");
        assertThat(rig.rows("select concat_ws(' | ', actor, act, subject, detail) from audit_entry"))
                .isEqualTo(List.of("Ada Winter | ManageAccount.removeSecondFactor | account:" + id
                        + " | Called back on the known number"));
        assertThat(signIn()).satisfies(SecondFactorIT::opens);
        refused("accounts.refused.noFactor", () -> remove(removal));
        assertThatThrownBy(() -> rig.as(self, () -> rig.get(ManageAccount.class).removeSecondFactor(removal)))
                .isInstanceOf(org.smeportal.kernel.Forbidden.class);
        UUID own = UUID.fromString((String) rig.rows("select public_id from account where id = ?1", admin.accountId())
                .get(0));
        refused("accounts.refused.ownFactor", () -> remove(new ManageAccount.Removal(own, "mine")));
    }

    private static void remove(ManageAccount.Removal removal) {
        rig.as(admin, () -> rig.get(ManageAccount.class).removeSecondFactor(removal));
    }

    @Test
    void programmeManagersAndAdministratorsAreLedToSetItUpAndOthersAreNot() {
        assertThat(detour(false, "/app/home", Role.PM)).isEqualTo(SecondFactorGate.PAGE);
        assertThat(detour(false, "/app/audit/trail", Role.ADMIN)).isEqualTo(SecondFactorGate.PAGE);
        assertThat(detour(false, "/app/home", Role.SME, Role.PM)).isEqualTo(SecondFactorGate.PAGE);
        assertThat(detour(false, SecondFactorGate.PAGE, Role.PM)).isEmpty();
        assertThat(detour(false, SecondFactorGate.PAGE + "/x", Role.PM)).isEqualTo(SecondFactorGate.PAGE);
        assertThat(detour(true, "/app/home", Role.PM)).isEmpty();
        assertThat(detour(false, "/app/home", Role.SME)).isEmpty();
        assertThat(rig.get(SecondFactorGate.class).comesFirst(SecondFactorGate.PAGE))
                .isTrue();
    }

    private static String detour(boolean given, String path, Role... roles) {
        return rig.as(self, () -> {
            CurrentUser user = rig.get(CurrentUser.class);
            user.become(new Caller(1L, "N", java.time.ZoneOffset.UTC, Set.of(roles)), given);
            return rig.get(SecondFactorGate.class).detour(user, path).orElse("");
        });
    }

    @Test
    void inTheDemoNobodyHasToHaveOne() {
        try (Rig demo = Rig.start(Instant.parse("2020-02-03T09:00:00Z"), Rig.config(Duration.ZERO, "none", true))) {
            assertThat(demo.<java.util.Optional<String>>as(
                            self,
                            () -> demo.get(SecondFactorGate.class).detour(demo.get(CurrentUser.class), "/app/home")))
                    .isEmpty();
        }
    }

    /** A new secret in front: the key is sealed with it at the next sign-in, so that the old one can be taken away. */
    @Test
    void afterANewSecretTheNextCodeSealsTheKeyWithIt() {
        EmbeddedDatabase.Connection database = EmbeddedDatabase.fresh();
        try (Rig before = on(database, Rig.SECRET);
                Rig after = on(database, "next:" + "A".repeat(43) + "=" + "," + Rig.SECRET)) {
            long id = DemoAccounts.insert(before, EMAIL, "Priya Nair", "Europe/Berlin", "PM");
            Caller caller = Rig.caller(id, "Priya Nair", "Europe/Berlin", Role.PM);
            before.as(caller, () -> before.get(OwnSecondFactor.class).begin());
            byte[] key = new Base32()
                    .decode(before.get(SecondFactorQueries.class)
                            .setup(id, EMAIL)
                            .orElseThrow()
                            .key());
            before.as(caller, () -> before.get(OwnSecondFactor.class).confirm(code(key, -1), "none"));

            after.as(caller, () -> after.get(OwnSecondFactor.class).renewCodes(code(key, 0), HOME));
            assertThat(after.rows("select sealed_key from second_factor").toString())
                    .startsWith("[1.next.");
            after.as(caller, () -> after.get(OwnSecondFactor.class).renewCodes(code(key, 1), HOME));
        }
    }

    private static Rig on(EmbeddedDatabase.Connection database, String secret) {
        PortalConfig like = Rig.config(Duration.ZERO);
        return Rig.on(
                database.url(),
                database.user(),
                database.password(),
                rig.clock(),
                new PortalConfig(
                        like.baseUrl(),
                        secret,
                        like.smtpUrl(),
                        like.adminEmail(),
                        like.undoWindow(),
                        like.relayLease(),
                        like.mailFrom(),
                        like.trustedProxies(),
                        true,
                        false));
    }

    /** Set up and confirmed with the code of one step before. */
    private static byte[] on() {
        String session = signIn();
        rig.as(self, () -> rig.get(OwnSecondFactor.class).begin());
        byte[] key = key();
        confirm(code(key, -1), session);
        return key;
    }

    private static List<String> confirm(String code, String session) {
        return rig.as(self, () -> rig.get(OwnSecondFactor.class).confirm(code, session));
    }

    private static List<String> renew(byte[] key, int step) {
        return rig.as(self, () -> rig.get(OwnSecondFactor.class).renewCodes(code(key, step), HOME));
    }

    private static byte[] key() {
        return new Base32().decode(setup().orElseThrow().key());
    }

    private static java.util.Optional<SecondFactorQueries.Setup> setup() {
        return rig.get(SecondFactorQueries.class).setup(self.accountId(), EMAIL);
    }

    private static String code(byte[] key, int away) {
        return Totp.code(key, Totp.step(rig.clock().instant()) + away);
    }

    private static String signIn() {
        return rig.as(
                Caller.SYSTEM,
                () -> rig.get(SignIn.class).signIn(new SignIn.Attempt(EMAIL, DemoAccounts.PASSWORD, HOME, AGENT)));
    }

    private static SignIn.SignedIn type(String token, String code, boolean recovery, String address) {
        return rig.as(
                Caller.SYSTEM,
                () -> rig.get(SignIn.class).confirm(new SignIn.Code(token, code, recovery, address, AGENT)));
    }

    private static void opens(String secret) {
        assertThat(rig.get(UserSessions.class).open(secret)).isPresent();
    }

    private static List<String> notices() {
        return rig.rows("select parameters from outbox_message where kind = 'account-notice' order by id").stream()
                .map(String::valueOf)
                .map(parameters -> parameters.replaceAll(".*\"notice\"\\s*:\\s*\"(\\w+)\".*", "$1"))
                .toList();
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.key()).isEqualTo(key));
    }
}
