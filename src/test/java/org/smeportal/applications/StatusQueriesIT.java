package org.smeportal.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.exams.LoadCatalogue;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** The private page of an application (R1.2). */
class StatusQueriesIT {
    private static Rig rig;
    private static Applying people;

    @BeforeAll
    static void start() {
        rig = Rig.start(Instant.parse("2020-06-02T09:00:00Z"));
        rig.get(LoadCatalogue.class).load();
        people = new Applying(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static StatusQueries.Status status(String token) {
        return rig.get(StatusQueries.class).status(token).orElseThrow();
    }

    @Test
    void stagesStandWithTheirTimesAndAnOverduePromiseIsOwned() {
        UUID application = people.applyAndConfirm("stages@example.org", "Sta Ges", "192.0.2.1");
        String token = people.statusToken(application);
        StatusQueries.Status now = status(token);
        assertThat(now.stages())
                .extracting(StatusQueries.Stage::state)
                .containsExactly(ApplicationState.UNCONFIRMED, ApplicationState.SUBMITTED);
        assertThat(now.isPromised()).isTrue();
        assertThat(now.overdue()).isFalse();
        assertThat(now.exams()).hasSize(1);

        rig.clock().advance(Duration.ofDays(22));
        assertThat(status(token).overdue()).isTrue();
        rig.clock().advance(Duration.ofDays(800));
        assertThat(status(token).state()).isEqualTo(ApplicationState.SUBMITTED);
    }

    /** R1.3: what is decided but not published is not shown. */
    @Test
    void aDecisionShowsOnlyOnceItIsTold() {
        UUID application = people.applyAndConfirm("decided@example.org", "Deci Ded", "192.0.2.2");
        String token = people.statusToken(application);
        rig.update(
                "update application set decision = 'DECLINE', decision_reason = 'Too new.', decided_at = ?1 where public_id = ?2",
                Sql.parameter(rig.clock().instant()),
                application.toString());
        assertThat(status(token).reason()).isNull();
        rig.update(
                "update application set state = 'DECLINED', live_key = null, published_at = ?1 where public_id = ?2",
                Sql.parameter(rig.clock().instant()),
                application.toString());
        assertThat(status(token).reason()).isEqualTo("Too new.");
        assertThat(status(token).againFrom())
                .isEqualTo(LocalDate.ofInstant(rig.clock().instant(), java.time.ZoneId.of("Europe/Lisbon"))
                        .plusMonths(6));
    }

    @Test
    void answersChangeUntilTheFirstScoreAndASecondTabIsTold() {
        UUID application = people.applyAndConfirm("edit@example.org", "Ed It", "192.0.2.3");
        String token = people.statusToken(application);
        int version = status(token).version();
        change(token, version, "Ed It-Two");
        assertThatThrownBy(() -> change(token, version, "Ed It-Three"))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.key()).isEqualTo("applications.refused.otherTab"));
        assertThat(status(token).answers().name()).isEqualTo("Ed It-Two");
        rig.update("update application set state = 'IN_REVIEW' where public_id = ?1", application.toString());
        assertThat(status(token).canChange()).isFalse();
        assertThatThrownBy(() -> change(token, status(token).version(), "Ed It-Four"))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.key()).isEqualTo("applications.refused.late"));
    }

    private static void change(String token, int version, String name) {
        rig.as(
                Caller.SYSTEM,
                () -> rig.get(ChangeApplication.class)
                        .change(new ChangeApplication.Change(
                                token, version, people.answers("edit@example.org", name))));
    }

    @Test
    void withdrawingTwiceIsOneMail() {
        UUID application = people.applyAndConfirm("gone@example.org", "Go Ne", "192.0.2.4");
        String token = people.statusToken(application);
        for (int i = 0; i < 2; i++) {
            rig.as(Caller.SYSTEM, () -> rig.get(WithdrawApplication.class).withdraw(token));
        }
        assertThat(status(token).state()).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(rig.count("""
                select count(*) from outbox_message where recipient = 'gone@example.org'
                and kind = 'application-withdrawn'""")).isEqualTo(1);
        people.applyAndConfirm("gone@example.org", "Go Ne", "192.0.2.4");
    }

    @Test
    void anEndedLinkOpensNothingAndAStrangersQuestionEndsNone() {
        UUID application = people.applyAndConfirm("link@example.org", "Li Nk", "192.0.2.5");
        String token = people.statusToken(application);
        rig.as(Caller.SYSTEM, () -> rig.get(AskForStatusLink.class).ask(" Link@Example.org ", "192.0.2.99"));
        assertThat(rig.get(StatusQueries.class).status(token)).isPresent();
        rig.as(Caller.SYSTEM, () -> rig.get(AskForStatusLink.class).renew(token));
        assertThat(rig.get(StatusQueries.class).status(token)).isEmpty();
        assertThat(rig.get(StatusQueries.class).status(people.statusToken(application)))
                .isPresent();
        assertThatThrownBy(() -> rig.as(
                        Caller.SYSTEM, () -> rig.get(WithdrawApplication.class).withdraw(token)))
                .isInstanceOf(NotFound.class);
        assertThat(rig.count("""
                select count(*) from outbox_message where recipient = 'link@example.org' and kind = 'application-link'""")).isEqualTo(2);
    }

    @Test
    void askingForALinkSaysNothingAboutWhoApplied() {
        long before = rig.count("select count(*) from outbox_message");
        rig.as(Caller.SYSTEM, () -> rig.get(AskForStatusLink.class).ask("nobody@example.org", "192.0.2.98"));
        assertThat(rig.count("select count(*) from outbox_message")).isEqualTo(before);
    }

    @Test
    void thePageTakesTheSameStatementsAmongAThousandApplications() {
        UUID application = people.applyAndConfirm("counted@example.org", "Cou Nted", "192.0.2.6");
        String token = people.statusToken(application);
        int few = statements(token);
        for (int i = 0; i < 1000; i++) {
            rig.update("""
                    insert into application (public_id, state, nonce, email, name, zone, created_at, changed_at, sent_at)
                    values (uuid(), 'UNCONFIRMED', 'x', 'counted@example.org', 'N', 'Europe/Lisbon', '2020-01-01', '2020-01-01', '2020-01-01')""");
        }
        assertThat(statements(token)).isEqualTo(few).isLessThanOrEqualTo(7);
    }

    private static int statements(String token) {
        rig.statements().reset();
        status(token);
        return rig.statements().count();
    }
}
