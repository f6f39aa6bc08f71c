package org.smeportal.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.exams.LoadCatalogue;
import org.smeportal.kernel.Refused;
import org.smeportal.platform.Sql;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** A form is sent (R1.1): the answer is one and the same, whoever the address belongs to; the mail is not. */
class SendApplicationIT {
    private static Rig rig;
    private static Applying people;
    private static Caller pm;
    private static int places;

    @BeforeAll
    static void start() {
        rig = Rig.start(Instant.parse("2020-06-02T09:00:00Z"));
        rig.get(LoadCatalogue.class).load();
        people = new Applying(rig);
        long account = DemoAccounts.insert(rig, "send-pm@example.org", "Priya Nair", "Europe/Berlin", "PM");
        pm = Rig.caller(account, "Priya Nair", "Europe/Berlin", Role.PM);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    /** Another place for each, so that the throttle of one does not stop the next. */
    private static String place() {
        return "198.51.100." + places++;
    }

    @Test
    void fourKindsOfAddressesTakeTheSameStatementsAndGetFourDifferentMails() {
        people.applyAndConfirm("live@example.org", "Lia Vo", place());
        declined("declined@example.org");
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("new@example.org", "application-confirm");
        kinds.put("live@example.org", "application-again");
        kinds.put("send-pm@example.org", "application-known");
        kinds.put("declined@example.org", "application-wait");
        people.apply("first@example.org", "Warm Up", place());

        Map<String, List<String>> statements = new LinkedHashMap<>();
        kinds.forEach((email, kind) -> {
            String secret = people.fillIn(people.answers(email, "Somebody"), place());
            int version = (int) people.version(secret);
            rig.statements().reset();
            UUID sent = rig.as(
                    Caller.SYSTEM,
                    () -> rig.get(SendApplication.class)
                            .send(new SendApplication.Sending(secret, version, true, true, "", place())));
            statements.put(email, rig.statements().sent());
            assertThat(sent).isNotNull();
            assertThat(rig.rows("select state from application where public_id = ?1", sent.toString()))
                    .isEqualTo(List.of("UNCONFIRMED"));
            assertThat(newestMail(email)).isEqualTo(kind);
        });
        assertThat(Set.copyOf(statements.values().stream().map(List::size).toList()))
                .hasSize(1);
        assertThat(statements.get("live@example.org")).isEqualTo(statements.get("new@example.org"));
        assertThat(statements.get("declined@example.org")).isEqualTo(statements.get("new@example.org"));
        assertThat(statements.get("send-pm@example.org")).isEqualTo(statements.get("new@example.org"));
    }

    @Test
    void theEarlierApplicationTakesOverWhatWasTypedNowAndKeepsItsPlace() {
        UUID first = people.applyAndConfirm("twice@example.org", "Tove Berg", place());
        Answers now = people.answers("twice@example.org", "Tove Berg-Lund");
        people.send(people.fillIn(now, place()), place());

        String status = people.statusToken(first);
        StatusQueries queries = rig.get(StatusQueries.class);
        assertThat(queries.status(status).orElseThrow().later()).isNotNull();
        rig.as(Caller.SYSTEM, () -> rig.get(ChangeApplication.class).takeOver(status));

        StatusQueries.Status taken = queries.status(status).orElseThrow();
        assertThat(taken.answers().name()).isEqualTo("Tove Berg-Lund");
        assertThat(taken.later()).isNull();
        assertThat(rig.count("select count(*) from application where email = 'twice@example.org'"))
                .isEqualTo(1);
    }

    /** R1.1: a declined person may apply again, to the day. */
    @Test
    void whoWasDeclinedMayApplyAgainAfterSixMonthsToTheDay() {
        declined("again@example.org");
        Instant told = rig.clock().instant();
        rig.clock().set(Instant.parse("2020-12-01T12:00:00Z"));
        people.apply("again@example.org", "Ana Gil", place());
        assertThat(newestMail("again@example.org")).isEqualTo("application-wait");
        assertThat(rig.rows("""
                select parameters from outbox_message where recipient = 'again@example.org'
                and kind = 'application-wait'""").get(0).toString())
                .contains(told.atZone(java.time.ZoneId.of("Europe/Lisbon"))
                        .toLocalDate()
                        .plusMonths(6)
                        .toString());
        rig.clock().set(Instant.parse("2020-12-03T12:00:00Z"));
        people.apply("again@example.org", "Ana Gil", place());
        assertThat(newestMail("again@example.org")).isEqualTo("application-confirm");
    }

    @Test
    void aMachineIsThankedAndNothingIsKeptOrMailed() {
        String quick = people.save(null, 0, FormStep.ABOUT, people.answers("quick@example.org", "Quick"), null, place())
                .secret();
        assertThat(send(quick, null, true)).isNull();

        String baited = people.fillIn(people.answers("bait@example.org", "Bait"), place());
        assertThat(send(baited, "https://spam.example", true)).isNull();

        assertThat(rig.count(
                        "select count(*) from outbox_message where recipient in (?1, ?2)",
                        "quick@example.org",
                        "bait@example.org"))
                .isZero();
        assertThat(rig.count(
                        "select count(*) from application where email in (?1, ?2) and state <> 'DRAFT'",
                        "quick@example.org",
                        "bait@example.org"))
                .isZero();
    }

    @Test
    void withoutConsentOrWithAnswersMissingNothingIsSent() {
        String secret = people.fillIn(people.answers("consent@example.org", "Cy Onn"), place());
        assertThatThrownBy(() -> send(secret, null, false))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.field()).isEqualTo("privacy"));

        Answers half = new Answers(
                "half@example.org",
                "Half",
                "PT",
                "Europe/Lisbon",
                null,
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        String open = people.fillIn(half, place());
        assertThatThrownBy(() -> send(open, null, true))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.field()).isEqualTo("exams"));
    }

    @Test
    void aFormSentTwiceAtOnceIsOneMail() throws Exception {
        String secret = people.fillIn(people.answers("double@example.org", "Dou Ble"), place());
        int version = (int) people.version(secret);
        String from = place();
        List<UUID> both = Rig.atOnce(
                2,
                () -> rig.as(
                        Caller.SYSTEM,
                        () -> rig.get(SendApplication.class)
                                .send(new SendApplication.Sending(secret, version, true, false, null, from))));
        assertThat(both.get(0)).isEqualTo(both.get(1));
        assertThat(rig.count("select count(*) from outbox_message where recipient = 'double@example.org'"))
                .isEqualTo(1);
    }

    @Test
    void oneRecipientIsNotFloodedAndOnePlaceIsSlowed() {
        List<String> forms = new ArrayList<>();
        for (int i = 0; i < SendApplication.MOST_TO + 2; i++) {
            forms.add(people.fillIn(people.answers("flooded@example.org", "Flo Od"), place()));
        }
        forms.forEach(secret -> send(secret, null, true));
        assertThat(rig.count("select count(*) from outbox_message where recipient = 'flooded@example.org'"))
                .isEqualTo(SendApplication.MOST_TO);
        String from = place();
        String secret = people.fillIn(people.answers("slow@example.org", "Slo Wed"), from);
        rig.update("update throttle set failures = 0");
        for (int i = 0; i < SendApplication.MOST_FROM; i++) {
            send(secret, null, true, from);
        }
        assertThatThrownBy(() -> send(secret, null, true, from))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.key()).isEqualTo("applications.refused.throttled"));
    }

    /** R1.1: the link that was mailed proves the address, as long as it is kept. */
    @Test
    void whoWasInvitedByMailNeedsNoConfirmationUnlessTheAddressIsAnotherOne() {
        rig.as(
                pm,
                () -> rig.get(InviteToApply.class)
                        .mail(new InviteToApply.Letters("Nia Okoro <Nia@Example.org>", "We met in the hall.")));
        UUID invite = Sql.uuid(rig.rows("select public_id from apply_invite where email = 'nia@example.org'")
                .get(0));
        String token = people.inviteToken(invite);
        UUID kept = people.send(people.fillIn(people.answers("nia@example.org", "Nia Okoro"), token, place()), place());
        assertThat(state(kept)).isEqualTo("SUBMITTED");
        assertThat(newestMail("nia@example.org")).isEqualTo("application-received");
        assertThat(rig.rows("select promised_on from application where public_id = ?1", kept.toString())
                        .get(0)
                        .toString())
                .isEqualTo(LocalDate.ofInstant(rig.clock().instant(), java.time.ZoneId.of("Europe/Lisbon"))
                        .plusDays(21)
                        .toString());

        UUID other = people.send(
                people.fillIn(people.answers("nia.private@example.org", "Nia Okoro"), token, place()), place());
        assertThat(state(other)).isEqualTo("UNCONFIRMED");
    }

    private static String state(UUID application) {
        return (String) rig.rows("select state from application where public_id = ?1", application.toString())
                .get(0);
    }

    private static UUID send(String secret, String bait, boolean privacy) {
        return send(secret, bait, privacy, place());
    }

    private static UUID send(String secret, String bait, boolean privacy, String from) {
        int version = (int) people.version(secret);
        return rig.as(
                Caller.SYSTEM,
                () -> rig.get(SendApplication.class)
                        .send(new SendApplication.Sending(secret, version, privacy, false, bait, from)));
    }

    private static void declined(String email) {
        UUID application = people.applyAndConfirm(email, "Ana Gil", place());
        rig.update(
                "update application set state = 'DECLINED', live_key = null, decision = 'DECLINE', decision_reason = 'No room.',"
                        + " decided_at = ?1, published_at = ?1 where public_id = ?2",
                Sql.parameter(rig.clock().instant()),
                application.toString());
        rig.clock().advance(Duration.ofHours(1));
    }

    private static String newestMail(String email) {
        return (String) rig.rows("select kind from outbox_message where recipient = ?1 order by id desc limit 1", email)
                .get(0);
    }
}
