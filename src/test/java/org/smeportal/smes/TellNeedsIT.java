package org.smeportal.smes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.Forbidden;
import org.smeportal.kernel.NotFound;
import org.smeportal.kernel.Refused;
import org.smeportal.security.Caller;
import org.smeportal.security.Role;
import org.smeportal.smes.TellNeeds.Told;
import org.smeportal.testing.Rig;

/** Diet and access needs (R1.5): told by the SME, read by the SME, kept out of the audit trail. */
class TellNeedsIT {
    private static Rig rig;
    private static Caller ana;
    private static Caller jamal;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        ana = member("ana@example.org");
        jamal = member("jamal@example.org");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    private static Caller member(String email) {
        rig.update("""
                insert into account (public_id, email, name, zone, state, link_nonce, created_at)
                values (uuid(), ?1, 'Ana', 'Europe/Lisbon', 'ACTIVE', 'n', now(6))""", email);
        long account = rig.count("select id from account where email = ?1", email);
        rig.update("""
                insert into sme (public_id, account_id, email, name, country, zone, state, joined_on, created_at)
                values (uuid(), ?1, ?2, 'Ana', 'PT', 'Europe/Lisbon', 'ACTIVE', '2019-01-01', now(6))""", account, email);
        return Rig.caller(account, "Ana", "Europe/Lisbon", Role.SME);
    }

    private static void tell(Caller who, Told told) {
        rig.as(who, () -> rig.get(TellNeeds.class).tell(told));
    }

    private static NeedQueries.Own own(Caller who) {
        return rig.get(NeedQueries.class).own(who.accountId());
    }

    @Test
    void whatIsToldIsReadAgainAndCanBeTakenBackByTheSameSmeOnly() {
        tell(ana, new Told(Set.of(Need.VEGAN, Need.NO_NUTS, Need.STEP_FREE), "Sesame too <b>", "First floor"));
        assertThat(own(ana))
                .isEqualTo(new NeedQueries.Own(
                        Set.of(Need.VEGAN, Need.NO_NUTS, Need.STEP_FREE), "Sesame too <b>", "First floor"));
        assertThat(own(jamal)).isEqualTo(new NeedQueries.Own(Set.of(), null, null));
        tell(jamal, new Told(Set.of(Need.HALAL), " ", null));
        tell(ana, new Told(Set.of(Need.VEGAN), null, null));
        assertThat(own(ana)).isEqualTo(new NeedQueries.Own(Set.of(Need.VEGAN), null, null));
        assertThat(own(jamal).needs()).containsExactly(Need.HALAL);
        tell(ana, new Told(Set.of(), null, null));
        assertThat(own(ana).needs()).isEmpty();
    }

    @Test
    void theAuditTrailKeepsThatItWasToldButNotWhat() {
        tell(ana, new Told(Set.of(Need.KOSHER), "Tree nuts", "Wheelchair"));
        assertThat(rig.count("select count(*) from audit_entry where act = 'TellNeeds.tell'"))
                .isPositive();
        assertThat(rig.count("""
                        select count(*) from audit_entry where act = 'TellNeeds.tell'
                        and (subject is not null or detail is not null)""")).isZero();
    }

    @Test
    void aNoteThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> new Told(Set.of(), "x".repeat(301), null)).isInstanceOf(Refused.class);
    }

    @Test
    void nobodyTellsForSomebodyElse() {
        Caller pm = Rig.caller(99, "Priya", "Europe/Berlin", Role.PM);
        assertThatThrownBy(() -> tell(pm, new Told(Set.of(), null, null))).isInstanceOf(Forbidden.class);
        Caller nobody = Rig.caller(98, "No SME", "Europe/Berlin", Role.SME);
        assertThatThrownBy(() -> tell(nobody, new Told(Set.of(), null, null))).isInstanceOf(NotFound.class);
    }
}
