package org.smeportal.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.demo.DemoAccounts;
import org.smeportal.exams.LoadCatalogue;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.PageRequest;
import org.smeportal.kernel.Refused;
import org.smeportal.notifications.OutboxMessage;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.testing.Rig;

/** Programme managers ask people to apply (R1.1). */
class InviteToApplyIT {
    private static Rig rig;
    private static Applying people;
    private static Caller pm;

    @BeforeAll
    static void start() {
        rig = Rig.start(Instant.parse("2020-06-02T09:00:00Z"));
        rig.get(LoadCatalogue.class).load();
        people = new Applying(rig);
        pm = Rig.caller(
                DemoAccounts.insert(rig, "invite-pm@example.org", "Priya Nair", "Europe/Berlin", "PM"),
                "Priya Nair",
                "Europe/Berlin",
                Role.PM);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void eachPersonOfAListGetsOneMailOfTheirOwn() {
        int mails = mail("""
                Nia Okoro <nia@example.org>
                  LI@example.org
                "Ruiz, Ana" <ana@example.org>

                nia@example.org""", "We met in the hall.");
        assertThat(mails).isEqualTo(3);
        List<?> sent = rig.rows(
                "select recipient, recipient_name from outbox_message where kind = 'apply-invite' order by id");
        assertThat(sent.stream().map(row -> ((Object[]) row)[0] + " " + ((Object[]) row)[1]))
                .contains("nia@example.org Nia Okoro", "li@example.org li@example.org", "ana@example.org Ruiz, Ana");
        long id = rig.count("select max(id) from outbox_message where recipient = 'nia@example.org'");
        OutboxMessage message = rig.get(jakarta.persistence.EntityManager.class).find(OutboxMessage.class, id);
        String text = rig.get(InviteMessages.class).compose(message).text();
        assertThat(text)
                .contains("We met in the hall.", "/apply/invited/", "Priya Nair")
                .doesNotContain("li@example.org");
    }

    @Test
    void wrongLinesAndPeopleWhoAreKnownAreNamedAndNobodyIsWrittenTo() {
        people.applyAndConfirm("applied@example.org", "App Lied", "192.0.2.1");
        assertThat(refusal("Somebody\nfine@example.org")).contains("applications.invite.refused.lines", "Somebody");
        assertThat(refusal("invite-pm@example.org\nfine@example.org\napplied@example.org"))
                .contains("applied@example.org, invite-pm@example.org")
                .doesNotContain("fine@");
        assertThat(refusal("x@example.org\n".repeat(1) + many(60))).contains("applications.invite.refused.number");
        assertThat(rig.count("select count(*) from outbox_message where recipient = 'fine@example.org'"))
                .isZero();
    }

    private static String many(int number) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < number; i++) {
            lines.append("many").append(i).append("@example.org\n");
        }
        return lines.toString();
    }

    @Test
    void aLinkForManyGreetsUntilItsLastDayIsOverOrItIsTakenBack() {
        UUID stand = link("Cloud days", LocalDate.of(2020, 6, 4));
        String token = people.inviteToken(stand);
        ApplyInviteQueries queries = rig.get(ApplyInviteQueries.class);
        assertThat(queries.invited(token).orElseThrow().email()).isNull();
        people.fillIn(people.answers("a.stand@example.org", "A"), token, "192.0.2.2");
        people.send(people.fillIn(people.answers("b.stand@example.org", "B"), token, "192.0.2.2"), "192.0.2.2");
        assertThat(queries.poster(stand).orElseThrow().row())
                .extracting(
                        ApplyInviteQueries.Row::drafts, ApplyInviteQueries.Row::sent, ApplyInviteQueries.Row::counting)
                .containsExactly(1, 1, 0);

        rig.clock().set(Instant.parse("2020-06-04T21:59:00Z"));
        assertThat(queries.invited(token)).isPresent();
        rig.clock().set(Instant.parse("2020-06-04T22:01:00Z"));
        assertThat(queries.invited(token)).isEmpty();

        UUID other = link("Evening", LocalDate.of(2020, 7, 4));
        String otherToken = people.inviteToken(other);
        rig.as(pm, () -> rig.get(InviteToApply.class).revoke(other));
        assertThat(queries.invited(otherToken)).isEmpty();
    }

    @Test
    void aLinkForManyNeedsItsLabelAndADayToCome() {
        assertThatThrownBy(() -> link(" ", LocalDate.of(2020, 7, 4)))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.field()).isEqualTo("label"));
        assertThatThrownBy(() -> link("Old", LocalDate.of(2020, 1, 1)))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.field()).isEqualTo("lastDay"));
    }

    @Test
    void nobodyElseInvites() {
        Caller sme = Rig.caller(1, "Somebody", "Europe/Berlin", Role.SME);
        assertThatThrownBy(() -> rig.as(
                        sme, () -> rig.get(InviteToApply.class).mail(new InviteToApply.Letters("x@example.org", null))))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void theListTakesTheSameStatementsForAThousand() {
        link("First", LocalDate.of(2020, 8, 1));
        int few = statements();
        for (int i = 0; i < 1000; i++) {
            rig.update("""
                    insert into apply_invite (public_id, label, nonce, invited_by, created_at, expires_at)
                    values (uuid(), 'Many', 'x', ?1, '2020-01-01', '2020-02-01')""", pm.accountId());
        }
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(2);
    }

    private static int statements() {
        rig.statements().reset();
        rig.get(ApplyInviteQueries.class).page(PageRequest.first());
        return rig.statements().count();
    }

    private static int mail(String list, String note) {
        return rig.as(pm, () -> rig.get(InviteToApply.class).mail(new InviteToApply.Letters(list, note)));
    }

    private static UUID link(String label, LocalDate last) {
        return rig.as(pm, () -> rig.get(InviteToApply.class).link(new InviteToApply.ForMany(label, last, null)));
    }

    private static String refusal(String list) {
        String[] found = new String[1];
        assertThatThrownBy(() -> mail(list, null))
                .isInstanceOfSatisfying(Refused.class, e -> found[0] = e.getMessage());
        return found[0];
    }
}
