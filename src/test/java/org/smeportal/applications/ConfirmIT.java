package org.smeportal.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.exams.LoadCatalogue;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.testing.Rig;

/** The mailed link that proves an address (R1.1), and what the clock deletes. */
class ConfirmIT {
    private static Rig rig;
    private static Applying people;

    @BeforeAll
    static void start() {
        rig = Rig.start(Instant.parse("2020-06-02T23:30:00Z"));
        rig.get(LoadCatalogue.class).load();
        people = new Applying(rig);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    /** R2.3: the promised day is counted in the applicant's own zone. */
    @Test
    void confirmingCountsFromTheApplicantsOwnDayAndIsWrittenDown() {
        rig.clock().set(Instant.parse("2020-06-02T23:50:00Z"));
        UUID application = people.apply("confirm@example.org", "Con Firm", "192.0.2.1");
        people.confirm(people.confirmToken(application));
        Object[] row = (Object[]) rig.rows(
                        "select state, promised_on, live_key, draft_hash from application where public_id = ?1",
                        application.toString())
                .get(0);
        assertThat(row[0]).isEqualTo("SUBMITTED");
        assertThat(row[1]).hasToString("2020-06-24");
        assertThat(row[2]).isEqualTo("confirm@example.org");
        assertThat(row[3]).isNull();
        assertThat(rig.rows("""
                select concat_ws(' ', from_state, to_state) from application_move m
                join application a on a.id = m.application_id where a.public_id = ?1 order by m.id""", application.toString()))
                .isEqualTo(List.of("DRAFT UNCONFIRMED", "UNCONFIRMED SUBMITTED"));
    }

    @Test
    void openingTheLinkChangesNothingAndAUsedOneLeadsToTheStatus() {
        UUID application = people.apply("used@example.org", "Us Ed", "192.0.2.2");
        String token = people.confirmToken(application);
        StatusQueries queries = rig.get(StatusQueries.class);
        assertThat(queries.confirmation(token).problem()).isNull();
        assertThat(queries.confirmation(token).problem()).isNull();
        String status = people.confirm(token).status();
        long mails = mails("used@example.org");
        assertThat(queries.confirmation(token).problem()).isEqualTo("applications.confirm.used");
        assertThat(queries.status(queries.confirmation(token).status())).isPresent();
        assertThat(people.confirm(token).status()).isEqualTo(status);
        assertThat(mails("used@example.org")).isEqualTo(mails);
    }

    @Test
    void wrongOldAndDeletedLinksSayWhatTheyAre() {
        UUID application = people.apply("wrong@example.org", "Wro Ng", "192.0.2.3");
        String token = people.confirmToken(application);
        assertThat(refusal(token.substring(1))).isEqualTo("applications.confirm.wrong");
        assertThat(refusal(null)).isEqualTo("applications.confirm.wrong");
        assertThat(refusal(people.statusToken(application))).isEqualTo("applications.confirm.wrong");
        rig.clock().advance(Duration.ofDays(15));
        assertThat(refusal(token)).isEqualTo("applications.confirm.expired");
        rig.as(Caller.SYSTEM, () -> rig.get(ApplicationSweep.class).run());
        assertThat(refusal(token)).isEqualTo("applications.confirm.expired");
        assertThat(rig.get(StatusQueries.class).confirmation(token).problem())
                .isEqualTo("applications.confirm.expired");
    }

    /** The link went to whoever has the wrongly typed address: it must not confirm the right one. */
    @Test
    void aCorrectedAddressEndsTheLinkThatWentToTheFirstOne() {
        String secret = people.fillIn(people.answers("tpyo@example.org", "Ty Po"), "192.0.2.4");
        UUID application = people.send(secret, "192.0.2.4");
        String first = people.confirmToken(application);
        people.save(
                secret,
                (int) people.version(secret),
                FormStep.ABOUT,
                people.answers("typo@example.org", "Ty Po"),
                null,
                "192.0.2.4");
        assertThat(refusal(first)).isEqualTo("applications.confirm.other");
        assertThat(people.send(secret, "192.0.2.4")).isEqualTo(application);
        assertThat(mails("typo@example.org")).isEqualTo(1);
        people.confirm(people.confirmToken(application));
        assertThat(rig.count("select count(*) from application where live_key = 'typo@example.org'"))
                .isEqualTo(1);
    }

    @Test
    void ofTwoFormsForOneAddressOnlyOneCounts() {
        UUID one = people.apply("pair@example.org", "Pa Ir", "192.0.2.5");
        UUID other = people.apply("pair@example.org", "Pa Ir", "192.0.2.5");
        people.confirm(people.confirmToken(one));
        assertThat(refusal(people.confirmToken(other))).isEqualTo("applications.confirm.live");
    }

    @Test
    void whoBecameAMemberInTheMeantimeIsToldSo() {
        UUID application = people.apply("joined@example.org", "Joi Ned", "192.0.2.6");
        DemoAccounts.insert(rig, "joined@example.org", "Joi Ned", "Europe/Oslo", "SME");
        assertThat(refusal(people.confirmToken(application))).isEqualTo("applications.confirm.member");
    }

    @Test
    void draftsThatNobodyTouchesAreDeletedAndOthersStay() {
        String old = people.fillIn(people.answers("old@example.org", "Ol D"), "192.0.2.7");
        rig.clock().advance(Duration.ofDays(59));
        String young = people.fillIn(people.answers("young@example.org", "You Ng"), "192.0.2.7");
        rig.clock().advance(Duration.ofDays(2));
        rig.as(Caller.SYSTEM, () -> rig.get(ApplicationSweep.class).run());
        assertThat(rig.get(StatusQueries.class).draft(old)).isEmpty();
        assertThat(rig.get(StatusQueries.class).draft(young)).isPresent();
        rig.as(Caller.SYSTEM, () -> rig.get(FillInApplication.class).startOver(young));
        assertThat(rig.get(StatusQueries.class).draft(young)).isEmpty();
    }

    /** What was withdrawn long ago still counts, but tells of nobody. */
    @Test
    void afterTwoYearsNothingTellsWhoItWas() {
        UUID application = people.applyAndConfirm("forgotten@example.org", "For Gotten", "192.0.2.8");
        String status = people.statusToken(application);
        rig.as(Caller.SYSTEM, () -> rig.get(WithdrawApplication.class).withdraw(status));
        rig.clock().advance(Duration.ofDays(700));
        rig.as(Caller.SYSTEM, () -> rig.get(ApplicationSweep.class).run());
        assertThat(rig.get(StatusQueries.class).status(status)).isPresent();
        rig.clock().advance(Duration.ofDays(40));
        rig.as(Caller.SYSTEM, () -> rig.get(ApplicationSweep.class).run());
        assertThat(rig.get(StatusQueries.class).status(status)).isEmpty();
        assertThat(rig.rows("select a.* from application a where public_id = ?1", application.toString()).stream()
                        .map(row -> java.util.Arrays.toString((Object[]) row))
                        .toList()
                        .toString())
                .contains("WITHDRAWN")
                .doesNotContain("forgotten")
                .doesNotContain("Gotten")
                .doesNotContain("Azulejo");
        assertThat(rig.count("select count(*) from application_move where actor like '%Gotten%'"))
                .isZero();
    }

    private static String refusal(String token) {
        String[] key = new String[1];
        assertThatThrownBy(() -> people.confirm(token)).isInstanceOfSatisfying(Refused.class, e -> key[0] = e.key());
        return key[0];
    }

    private static long mails(String email) {
        return rig.count("select count(*) from outbox_message where recipient = ?1", email);
    }
}
