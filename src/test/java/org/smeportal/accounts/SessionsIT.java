package org.smeportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.kernel.Page;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.Mail;
import org.smeportal.notifications.OutboxQueries;
import org.smeportal.platform.Text;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** R1.4: one's own sessions: seen, ended one by one or all at once, and news of a sign-in from a new place. */
class SessionsIT {
    private static final String EMAIL = "sme@example.org";
    private static final String HOME = "192.0.2.10";
    private static final String AWAY = "198.51.100.7";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    private static final String NEWER = FIREFOX.replace("128", "131");
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
    private static Rig rig;
    private static Caller self;
    private static Caller other;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        long sme = DemoAccounts.insert(rig, EMAIL, "Ana Silva", "Europe/Lisbon", "SME");
        self = Rig.caller(sme, "Ana Silva", "Europe/Lisbon", Role.SME);
        long somebody = DemoAccounts.insert(rig, "other@example.org", "Noor Haddad", "Asia/Amman", "SME");
        other = Rig.caller(somebody, "Noor Haddad", "Asia/Amman", Role.SME);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void forget() {
        rig.update("delete from throttle");
        rig.update("delete from user_session");
        rig.update("delete from outbox_message");
    }

    @Test
    void theListNamesBrowserPlaceAndThisOneFirst() {
        String here = signIn(EMAIL, HOME, FIREFOX);
        signIn(EMAIL, AWAY, PHONE);
        signIn("other@example.org", HOME, FIREFOX);

        List<SessionQueries.Row> rows = own(here).rows();

        assertThat(rows).extracting(SessionQueries.Row::current).containsExactly(true, false);
        assertThat(rows).extracting(SessionQueries.Row::address).containsExactly(HOME, AWAY);
        assertThat(rows)
                .extracting(row -> row.device().words(new Text()))
                .containsExactly("Firefox on Linux", "Safari on iPhone");
        rig.clock().advance(UserSessions.IDLE.plusSeconds(1));
        assertThat(own(here).isEmpty()).isTrue();
    }

    @Test
    void oneIsEndedAndItsCookieIsDeadButNobodyEndsThoseOfOthers() {
        String here = signIn(EMAIL, HOME, FIREFOX);
        String there = signIn(EMAIL, AWAY, PHONE);
        long id = own(here).rows().get(1).id();
        EndSessions.One one = new EndSessions.One(id);

        assertThatThrownBy(() -> rig.as(other, () -> rig.get(EndSessions.class).one(one)))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.key()).isEqualTo("accounts.refused.session"));
        assertThat(opens(there)).isTrue();
        rig.as(self, () -> rig.get(EndSessions.class).one(one));
        assertThat(opens(there)).isFalse();
        assertThat(opens(here)).isTrue();
        assertThatThrownBy(() -> rig.as(self, () -> rig.get(EndSessions.class).one(one)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void allOthersAreEndedOrAll() {
        String here = signIn(EMAIL, HOME, FIREFOX);
        String there = signIn(EMAIL, AWAY, PHONE);
        String foreign = signIn("other@example.org", HOME, FIREFOX);

        rig.as(self, () -> rig.get(EndSessions.class).others(here));
        assertThat(opens(here)).isTrue();
        assertThat(opens(there)).isFalse();

        rig.as(self, () -> rig.get(EndSessions.class).all());
        assertThat(opens(here)).isFalse();
        assertThat(opens(foreign)).isTrue();
    }

    @Test
    void theListTakesTheSameStatementsForAThousand() {
        String here = signIn(EMAIL, HOME, FIREFOX);
        int few = statements(here);
        for (int i = 0; i < 1000; i++) {
            rig.update(
                    "insert into user_session (token_hash, account_id, created_at, seen_at, expires_at, address, agent)"
                            + " select ?1, account_id, created_at, seen_at, expires_at, address, agent from user_session"
                            + " where token_hash = ?2",
                    Throttle.sha256("many" + i),
                    Throttle.sha256(here));
        }
        assertThat(statements(here)).isEqualTo(few).isLessThanOrEqualTo(2);
        assertThat(own(here).total()).isEqualTo(1001);
    }

    private static int statements(String here) {
        rig.statements().reset();
        own(here);
        return rig.statements().count();
    }

    @Test
    void aSignInFromANewPlaceIsToldAndAFamiliarOneIsNot() {
        signIn(EMAIL, HOME, FIREFOX);
        signIn(EMAIL, HOME, FIREFOX);
        signIn(EMAIL, HOME, NEWER);
        assertThat(told())
                .as("the first place, and the same browser after an update")
                .isZero();
        signIn(EMAIL, AWAY, FIREFOX);
        assertThat(told()).isEqualTo(1);
        signIn(EMAIL, HOME, PHONE);
        assertThat(told()).isEqualTo(2);
        signIn(EMAIL, AWAY, FIREFOX);
        assertThat(told()).isEqualTo(2);
    }

    /** Each is a sentence, says when and from where as far as that is known, and leads nowhere by a secret. */
    @ParameterizedTest
    @EnumSource(AccountNotices.Notice.class)
    void aNoticeSaysWhatHappenedAndWhatToDo(AccountNotices.Notice notice) {
        signIn(EMAIL, HOME, FIREFOX);
        signIn(EMAIL, "192.0.2.99", PHONE);
        rig.update("update outbox_message set parameters = replace(parameters, 'SIGN_IN', ?1)", notice.name());
        Mail mail = rig.get(OutboxQueries.class)
                .one(rig.count("select max(id) from outbox_message"))
                .orElseThrow()
                .mail();
        assertThat(mail.subject()).startsWith("SME Portal: ");
        assertThat(mail.text())
                .contains("Hello Ana Silva,", "Account: " + EMAIL, "From: 192.0.2.99, Safari on iPhone", "Lisbon")
                .contains("https://portal.example.org/forgot-password")
                .doesNotContain("accounts.notice", "set-password");
        assertThat(mail.html()).contains("Safari on iPhone").doesNotContain("accounts.notice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36                | Chrome on Windows
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0  | Edge on Windows
            Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36                   | Chrome on Android
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15          | Safari on macOS
            curl/8.5.0                                                                                                                     | Unknown browser
            something on Linux                                                                                                             | A browser on Linux
            """)
    void aUserAgentIsToldInWords(String agent, String words) {
        assertThat(Device.of(agent).words(new Text())).isEqualTo(words);
    }

    private static long told() {
        return rig.count("select count(*) from outbox_message where kind = 'account-notice'");
    }

    private static Page<SessionQueries.Row> own(String token) {
        return rig.get(SessionQueries.class).own(self.accountId(), token, PageRequest.first());
    }

    private static boolean opens(String secret) {
        return rig.get(UserSessions.class).open(secret).isPresent();
    }

    private static String signIn(String email, String address, String agent) {
        return rig.as(
                Caller.SYSTEM,
                () -> rig.get(SignIn.class).signIn(new SignIn.Attempt(email, DemoAccounts.PASSWORD, address, agent)));
    }
}
