package org.smeportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Sql;
import org.smeportal.platform.Text;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Sign-in, sessions, links of a single use, and what an administrator does with accounts. */
class SignInIT {
    private static final String EMAIL = "pm@example.org";
    private static final String HOME = "192.0.2.10";
    private static final String ELSEWHERE = "198.51.100.7";
    private static Rig rig;
    private static Caller admin;
    private static long pm;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        long id = DemoAccounts.insert(rig, "admin@example.org", "Ada Winter", "Europe/Dublin", "ADMIN");
        admin = Rig.caller(id, "Ada Winter", "Europe/Dublin", Role.ADMIN);
        pm = DemoAccounts.insert(rig, EMAIL, "Priya Nair", "Europe/Berlin", "PM");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void forget() {
        rig.update("delete from throttle");
        rig.update("delete from user_session");
    }

    private static String signIn(String email, String password, String address) {
        return rig.as(
                Caller.SYSTEM,
                () -> rig.get(SignIn.class).signIn(new SignIn.Attempt(email, password, address, "a browser")));
    }

    private static void fail(String email, String address) {
        assertThatThrownBy(() -> signIn(email, "not the password", address)).isInstanceOf(Refused.class);
    }

    @Test
    void theCookieOpensTheSessionAndTheTableKeepsOnlyItsHash() {
        String secret = signIn(" PM@Example.org ", DemoAccounts.PASSWORD, HOME);

        Caller caller = rig.get(UserSessions.class).open(secret).orElseThrow().caller();
        assertThat(caller.accountId()).isEqualTo(pm);
        assertThat(caller.roles()).containsExactly(Role.PM);
        assertThat(rig.count("select count(*) from user_session where token_hash = ?1", secret))
                .isZero();
        assertThat(secret).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void knownAndUnknownAddressesAreRefusedInTheSameWords() {
        assertThatThrownBy(() -> signIn(EMAIL, "wrong password", HOME))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.key()).isEqualTo("accounts.refused.signIn"));
        assertThatThrownBy(() -> signIn("nobody@example.org", "wrong password", HOME))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.key()).isEqualTo("accounts.refused.signIn"));
    }

    @Test
    void guessingIsStoppedWithoutLockingTheOwnerOut() {
        for (int i = 0; i < Throttle.MOST_TOGETHER; i++) {
            fail(EMAIL, ELSEWHERE);
        }
        assertThatThrownBy(() -> signIn(EMAIL, DemoAccounts.PASSWORD, ELSEWHERE))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.key()).isEqualTo("accounts.refused.throttled"));
        assertThat(signIn(EMAIL, DemoAccounts.PASSWORD, HOME)).isNotBlank();
    }

    @Test
    void failuresFromManyAddressesStopStrangersButNotTheAddressWhereTheOwnerWasBefore() {
        signIn(EMAIL, DemoAccounts.PASSWORD, HOME);
        for (int i = 0; i < Throttle.MOST_ACCOUNT; i++) {
            fail(EMAIL, "203.0.113." + i);
        }
        assertThatThrownBy(() -> signIn(EMAIL, DemoAccounts.PASSWORD, "203.0.113.200"))
                .isInstanceOf(Refused.class);
        assertThat(signIn(EMAIL, DemoAccounts.PASSWORD, HOME)).isNotBlank();
    }

    @Test
    void theThrottleForgetsAfterItsWindow() {
        for (int i = 0; i < Throttle.MOST_TOGETHER; i++) {
            fail(EMAIL, HOME);
        }
        rig.clock().advance(Throttle.WINDOW.plusSeconds(1));
        assertThat(signIn(EMAIL, DemoAccounts.PASSWORD, HOME)).isNotBlank();
    }

    @Test
    void aSessionEndsByItselfWhenIdleOrOldAndAtOnceWhenSignedOut() {
        String idle = signIn(EMAIL, DemoAccounts.PASSWORD, HOME);
        rig.clock().advance(UserSessions.IDLE.plusSeconds(1));
        assertThat(rig.get(UserSessions.class).open(idle)).isEmpty();

        String signedOut = signIn(EMAIL, DemoAccounts.PASSWORD, HOME);
        rig.as(Caller.SYSTEM, () -> rig.get(SignOut.class).signOut(signedOut));
        assertThat(rig.get(UserSessions.class).open(signedOut)).isEmpty();
    }

    @Test
    void aForgottenPasswordIsSetByALinkThatWorksOnceAndEndsEverySession() {
        String before = signIn(EMAIL, DemoAccounts.PASSWORD, HOME);
        rig.as(Caller.SYSTEM, () -> rig.get(RequestPasswordLink.class).request(EMAIL, HOME));
        String token = link(pm);

        assertThatThrownBy(() -> set(token, "short")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> set(token, "my pm@example.org password")).isInstanceOf(Refused.class);
        set(token, "a new and long sentence");

        assertThat(rig.get(UserSessions.class).open(before)).isEmpty();
        assertThat(signIn(EMAIL, "a new and long sentence", HOME)).isNotBlank();
        assertThatThrownBy(() -> set(token, "yet another sentence")).isInstanceOf(Refused.class);
        assertThat(rig.get(PasswordLinkQueries.class).holder(token)).isEmpty();
        set(again(), DemoAccounts.PASSWORD);
    }

    /** Who failed to sign in is in the trail when the account is known; of an unknown one nothing that was typed. */
    @Test
    void failedTriesAreInTheTrailAndThePasswordIsNot() {
        rig.update("delete from audit_entry");
        fail(" PM@Example.org ", HOME);
        fail("my secret, typed into the wrong field", HOME);
        assertThat(rig.rows("select concat_ws(' | ', actor, act, subject, detail) from audit_entry order by id"))
                .isEqualTo(List.of(
                        "SME Portal | SignIn.signIn refused | account:pm@example.org | wrong password, from " + HOME,
                        "SME Portal | SignIn.signIn refused | wrong password, from " + HOME));

        for (int i = 0; i < Throttle.MOST_TOGETHER; i++) {
            fail(EMAIL, HOME);
        }
        assertThat(rig.count("select count(*) from audit_entry where detail = 'too many tries, from " + HOME + "'"))
                .isEqualTo(1);
    }

    @Test
    void oneClientFillsTheTrailOnlySoFarAndOthersAreStillSeen() {
        rig.update("delete from audit_entry");
        for (int i = 0; i < PasswordGuard.MOST_NOTED + 5; i++) {
            fail("nobody" + i + "@example.org", ELSEWHERE);
        }
        assertThat(rig.count("select count(*) from audit_entry")).isEqualTo(PasswordGuard.MOST_NOTED);
        fail(EMAIL, HOME);
        assertThat(rig.count("select count(*) from audit_entry where subject = 'account:pm@example.org'"))
                .isEqualTo(1);
    }

    @Test
    void aKnownAndAnUnknownAddressTakeTheSameStatements() {
        int noted = sameStatements(HOME);
        for (int i = 0; i < PasswordGuard.MOST_NOTED; i++) {
            fail("nobody" + i + "@example.org", ELSEWHERE);
        }
        rig.update("delete from audit_entry");
        assertThat(sameStatements(ELSEWHERE)).isLessThan(noted);
        rig.update(
                "insert into throttle (bucket, window_start, failures) values (?1, ?2, ?3)"
                        + " on duplicate key update failures = ?3",
                Throttle.sha256("noted\nall"),
                Sql.parameter(rig.clock().instant()),
                PasswordGuard.MOST_NOTED_ALL);
        sameStatements("203.0.113.9");
        assertThat(rig.count("select count(*) from audit_entry")).isZero();
    }

    private static int sameStatements(String from) {
        fail(EMAIL, from);
        fail("nobody@example.org", from);
        rig.statements().reset();
        fail(EMAIL, from);
        int known = rig.statements().count();
        rig.statements().reset();
        fail("nobody@example.org", from);
        assertThat(rig.statements().count()).isEqualTo(known);
        return known;
    }

    @Test
    void guessingTheCurrentPasswordInTheProfileIsStoppedLikeAtTheSignIn() {
        Caller self = Rig.caller(pm, "Priya Nair", "Europe/Berlin", Role.PM);
        for (int i = 0; i < Throttle.MOST_TOGETHER; i++) {
            assertThatThrownBy(() -> change(self, "not the password", "a new and long sentence"))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.key()).isEqualTo("accounts.refused.currentPassword"));
        }
        assertThatThrownBy(() -> change(self, DemoAccounts.PASSWORD, "a new and long sentence"))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.key()).isEqualTo("accounts.refused.throttled"));
        assertThatThrownBy(() -> signIn(EMAIL, DemoAccounts.PASSWORD, HOME)).isInstanceOf(Refused.class);

        rig.clock().advance(Throttle.WINDOW.plusSeconds(1));
        String session = signIn(EMAIL, DemoAccounts.PASSWORD, HOME);
        change(self, DemoAccounts.PASSWORD, "a new and long sentence");
        assertThat(rig.get(UserSessions.class).open(session)).isEmpty();
        assertThat(signIn(EMAIL, "a new and long sentence", HOME)).isNotBlank();
        change(self, "a new and long sentence", DemoAccounts.PASSWORD);
    }

    private static void change(Caller self, String current, String wanted) {
        rig.as(self, () -> rig.get(ChangeOwnAccount.class).changePassword(current, wanted, HOME));
    }

    /** Whose password a link sets is in the trail, the link is not. */
    @Test
    void aPasswordSetByALinkIsInTheTrailWithItsAccount() {
        String token = again();
        rig.update("delete from audit_entry");
        set(token, DemoAccounts.PASSWORD);
        assertThat(rig.rows("select concat_ws(' | ', act, subject, detail) from audit_entry"))
                .isEqualTo(List.of("SetPassword.set | "
                        + rig.rows("select public_id from account where id = ?1", pm)
                                .get(0)));
    }

    /** Both find the address free, one of them writes it: the other is told, and nothing of theirs is kept. */
    @Test
    void ofTwoWhoOpenTheSameAccountAtOnceTheSecondIsToldInASentence() throws Exception {
        for (int round = 0; round < 8; round++) {
            String email = "race" + round + "@example.org";
            List<String> told = Rig.atOnce(2, () -> {
                try {
                    rig.as(
                            admin,
                            () -> rig.get(ManageAccount.class)
                                    .create(new ManageAccount.NewAccount(
                                            email, "Nia Okoro", "Africa/Lagos", Set.of(Role.PM))));
                    return "";
                } catch (Refused refused) {
                    return new Text().of(refused);
                }
            });
            assertThat(told).containsExactlyInAnyOrder("", email + " has an account already.");
            assertThat(rig.count("select count(*) from outbox_message where recipient = ?1", email))
                    .isEqualTo(1);
        }
    }

    private static String again() {
        rig.as(Caller.SYSTEM, () -> rig.get(RequestPasswordLink.class).request(EMAIL, HOME));
        return link(pm);
    }

    @Test
    void askingForALinkSaysNothingAboutWhoIsKnown() {
        long before = rig.count("select count(*) from outbox_message");
        rig.as(Caller.SYSTEM, () -> rig.get(RequestPasswordLink.class).request("nobody@example.org", HOME));
        assertThat(rig.count("select count(*) from outbox_message")).isEqualTo(before);
    }

    /** Reading and writing alike: not even the number of rows written tells by its time who is known. */
    @Test
    void askingForALinkTakesTheSameStatementsForEverybody() {
        DemoAccounts.insert(rig, "closed@example.org", "Cleo Low", "Europe/Berlin", "SME");
        DemoAccounts.insert(rig, "invited@example.org", "Ivo Hale", "Europe/Berlin", "SME");
        rig.update("update account set state = 'CLOSED' where email = 'closed@example.org'");
        rig.update("update account set state = 'INVITED', password_hash = null where email = 'invited@example.org'");
        asked(EMAIL);
        int known = asked(EMAIL);
        assertThat(asked("invited@example.org")).isEqualTo(known);
        assertThat(asked("closed@example.org")).isEqualTo(known);
        assertThat(asked("nobody@example.org")).isEqualTo(known);
        assertThat(asked("nobody@example.org")).isEqualTo(known);
    }

    private static int asked(String email) {
        rig.statements().reset();
        rig.as(Caller.SYSTEM, () -> rig.get(RequestPasswordLink.class).request(email, HOME));
        return rig.statements().count();
    }

    /** A stranger's request must not end the link that somebody was mailed. */
    @Test
    void aSecondRequestLeavesTheFirstLinkAsItWas() {
        String first = again();
        rig.as(Caller.SYSTEM, () -> rig.get(RequestPasswordLink.class).request(EMAIL, ELSEWHERE));
        assertThat(rig.get(PasswordLinkQueries.class).holder(first)).contains(EMAIL);
    }

    @Test
    void whatIsLongOverIsSweptAway() {
        fail(EMAIL, HOME);
        signIn(EMAIL, DemoAccounts.PASSWORD, HOME);
        rig.clock().advance(Duration.ofDays(100));
        rig.get(Throttle.class).sweep();
        rig.get(SessionNotes.class).sweep();
        assertThat(rig.count("select count(*) from throttle")).isZero();
        assertThat(rig.count("select count(*) from user_session")).isZero();
    }

    @Test
    void aLinkIsTooOldAfterItsTimeAndNotOursWhenOneCharacterDiffers() {
        String token = again();
        assertThat(rig.get(PasswordLinkQueries.class).holder(token.substring(0, token.length() - 1) + "-"))
                .isEmpty();
        assertThat(rig.get(PasswordLinkQueries.class).holder(token)).contains(EMAIL);
        rig.clock().advance(Duration.ofHours(3));
        assertThat(rig.get(PasswordLinkQueries.class).holder(token)).isEmpty();
    }

    @Test
    void anAdministratorOpensClosesAndReopensAnAccountAndRolesTakenAwayAreGoneAtOnce() {
        UUID id = rig.as(
                admin,
                () -> rig.get(ManageAccount.class)
                        .create(new ManageAccount.NewAccount(
                                "new.pm@example.org", "Nia Okoro", "Africa/Lagos", Set.of(Role.PM, Role.SME))));
        long account = rig.count("select id from account where public_id = ?1", id.toString());
        set(link(account), "a new and long sentence");
        String session = signIn("new.pm@example.org", "a new and long sentence", HOME);

        rig.as(admin, () -> rig.get(ManageAccount.class).changeRoles(new ManageAccount.Roles(id, Set.of(Role.SME))));
        assertThat(rig.get(UserSessions.class).open(session)).isEmpty();

        rig.as(admin, () -> rig.get(ManageAccount.class).close(id));
        fail("new.pm@example.org", HOME);
        rig.as(admin, () -> rig.get(ManageAccount.class).reopen(id));
        assertThat(signIn("new.pm@example.org", "a new and long sentence", HOME))
                .isNotBlank();
    }

    @Test
    void anAdministratorCannotLockThemselvesOut() {
        UUID own = UUID.fromString((String) rig.rows("select public_id from account where email = 'admin@example.org'")
                .get(0));
        assertThatThrownBy(
                        () -> rig.as(admin, () -> rig.get(ManageAccount.class).close(own)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> rig.as(
                        admin,
                        () -> rig.get(ManageAccount.class).changeRoles(new ManageAccount.Roles(own, Set.of(Role.PM)))))
                .isInstanceOf(Refused.class);
    }

    /** R2.3: whoever changes their zone has it in mails too. */
    @Test
    void aZoneChangedInTheProfileIsTheZoneOfTheSme() {
        long account = DemoAccounts.insert(rig, "traveller@example.org", "Tove Berg", "Europe/Oslo", "SME");
        rig.update("""
                insert into sme (public_id, account_id, email, name, country, zone, state, joined_on, created_at)
                values (uuid(), ?1, 'traveller@example.org', 'Tove Berg', 'NO', 'Europe/Oslo', 'ACTIVE', '2020-01-01', '2020-01-01')""", account);
        rig.as(
                Rig.caller(account, "Tove Berg", "Europe/Oslo", Role.SME),
                () -> rig.get(ChangeOwnAccount.class).change("Tove Berg", "Asia/Kathmandu"));
        assertThat(rig.rows("select zone from sme where account_id = ?1", account))
                .isEqualTo(java.util.List.of("Asia/Kathmandu"));
    }

    @Test
    void theListOfAccountsTakesTheSameStatementsForAThousand() {
        int few = statements();
        for (int i = 0; i < 1000; i++) {
            rig.update("""
                    insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                    values (uuid(), ?1, 'Somebody', 'Europe/Berlin', 'INVITED', 'x', '2020-01-01')""", "many" + i + "@example.org");
        }
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(2);
        assertThat(rig.get(AccountQueries.class)
                        .page("MANY5", null, null, PageRequest.first())
                        .total())
                .isEqualTo(111);
    }

    private static int statements() {
        rig.statements().reset();
        rig.get(AccountQueries.class).page("", null, null, PageRequest.first());
        return rig.statements().count();
    }

    private static void set(String token, String password) {
        rig.as(Caller.SYSTEM, () -> rig.get(SetPassword.class).set(token, password));
    }

    /** The token as the newest mail to the account has it. */
    private static String link(long account) {
        Object[] row = (Object[]) rig.rows("select link_nonce, id from account where id = ?1", account)
                .get(0);
        String url = rig.get(PasswordLinks.class)
                .url(account, (String) row[0], rig.clock().instant().plus(Duration.ofHours(2)));
        assertThat(rig.count(
                        "select count(*) from outbox_message where subject_id = ?1 and kind like 'account-%' and state = 'QUEUED'",
                        account))
                .isPositive();
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
