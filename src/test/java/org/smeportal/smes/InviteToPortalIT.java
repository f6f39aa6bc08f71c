package org.smeportal.smes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.smes.CreateSme.NewSme;
import org.smeportal.testing.Rig;

/** "Invite to portal" gives an SME an account and one mail with a link. */
class InviteToPortalIT {
    private static final Caller PM = Rig.caller(7, "Priya", "Europe/Berlin", Role.PM);
    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.start();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void theAccountHasTheRoleSmeAndTheLinkIsMailedOnce() {
        UUID id = create("ana@example.org");
        invite(id);
        assertThat(rig.rows("""
                        select a.email, a.name, a.zone, a.state, r.role from account a
                        join account_role r on r.account_id = a.id join sme s on s.account_id = a.id
                        where s.public_id = ?1""", id.toString()))
                .singleElement()
                .isEqualTo(new Object[] {"ana@example.org", "Ana Sá", "Europe/Lisbon", "INVITED", "SME"});
        assertThat(mails("ana@example.org")).isEqualTo(List.of("account-activate"));
    }

    @Test
    void askedAgainBeforeThePasswordIsSetANewLinkGoesToTheSameAccount() {
        UUID id = create("again@example.org");
        invite(id);
        invite(id);
        assertThat(rig.count("select count(*) from account where email = 'again@example.org'"))
                .isEqualTo(1);
        assertThat(mails("again@example.org")).hasSize(2);
    }

    @Test
    void whoHasAnActiveAccountIsNotMailedAgain() {
        UUID id = create("active@example.org");
        invite(id);
        rig.update("update account set state = 'ACTIVE', password_hash = 'x' where email = 'active@example.org'");
        assertThatThrownBy(() -> invite(id))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("smes.refused.active"));
        assertThat(mails("active@example.org")).hasSize(1);
    }

    @Test
    void aProgrammeManagerWhoIsAnSmeTooKeepsTheAccountAndGetsTheRole() {
        rig.update("""
                insert into account (public_id, email, name, zone, state, password_hash, link_nonce, created_at)
                values (uuid(), 'both@example.org', 'Both', 'Europe/Paris', 'ACTIVE', 'x', 'n', utc_timestamp(6))""");
        rig.update("insert into account_role select id, 'PM' from account where email = 'both@example.org'");
        invite(create("both@example.org"));
        assertThat(rig.rows("""
                        select r.role from account_role r join account a on a.id = r.account_id
                        where a.email = 'both@example.org' order by r.role""")).isEqualTo(List.of("PM", "SME"));
        assertThat(mails("both@example.org")).isEmpty();
    }

    @Test
    void withAnAccountTheAddressStaysAndANewNameAndZoneReachTheAccount() {
        UUID id = create("move@example.org");
        invite(id);
        assertThatThrownBy(() -> change(id, facts("other@example.org", "Ana Sá", "Europe/Lisbon")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("smes.refused.emailFixed"));
        change(id, facts("move@example.org", "Ana Moved", "Asia/Tokyo"));
        assertThat(rig.rows("select name, zone from account where email = 'move@example.org'"))
                .singleElement()
                .isEqualTo(new Object[] {"Ana Moved", "Asia/Tokyo"});
    }

    private static List<?> mails(String email) {
        return rig.rows("select kind from outbox_message where recipient = ?1", email);
    }

    private static void invite(UUID id) {
        rig.as(PM, () -> rig.get(InviteToPortal.class).invite(id));
    }

    private static void change(UUID id, NewSme facts) {
        int version = rig.get(SmeQueries.class).one(id).orElseThrow().version();
        rig.as(PM, () -> rig.get(ChangeSme.class).change(new ChangeSme.Change(id, version, facts)));
    }

    private static UUID create(String email) {
        return rig.as(PM, () -> rig.get(CreateSme.class).create(facts(email, "Ana Sá", "Europe/Lisbon")));
    }

    private static NewSme facts(String email, String name, String zone) {
        return new NewSme(email, name, "PT", zone, null, null, null, Set.of(), false);
    }
}
